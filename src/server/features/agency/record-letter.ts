import type { PostLetterInput, PostLettersAnswer } from '#contract/post-letters.ts'
import { refuseLetter } from '#domain/agency/post-letter.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { notFound, type Refused, refused } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { newId } from '#server/ids.ts'
import { listLetters, type Signing, signingOf } from './letters-queries.ts'
import { lockAgency } from './lock-agency.ts'

/** Records that somebody has signed a letter for a post and a term; it keeps the duties of the day of signing. */
export async function recordLetter(ctx: RequestContext, input: PostLetterInput): Promise<PostLettersAnswer | Refused> {
  const id = newId()
  const { agencyId, personId } = ctx.actor
  const { person, role, kind, fromOn, untilOn, signedOn } = input
  ctx.audit({ subject: `agency:${agencyId}`, detail: { id, ...input } })
  return idempotent(ctx, async (tx) => {
    await lockAgency(tx, agencyId)
    const signing = await signingOf(ctx, tx, input)
    if (!signing) return notFound('人员')
    const errors = wrongOf(ctx, input, signing)
    if (errors.length > 0) return refused('invalid-input', undefined, { errors })
    await tx.query({
      name: 'insert-post-letter',
      text: `INSERT INTO app.post_letters (id, agency_id, person_id, role, unit, kind, from_on, until_on, signed_on, duties,
          recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      values: [
        ...[id, agencyId, person, role, signing.unit, kind, fromOn, untilOn, signedOn, signing.duties],
        ...[personId, ctx.clock.now().toISOString()],
      ],
    })
    return listLetters(ctx, tx)
  })
}

function wrongOf(ctx: RequestContext, { fromOn, untilOn, signedOn }: PostLetterInput, signing: Signing) {
  const term = { fromOn: plainDate(fromOn), untilOn: plainDate(untilOn), signedOn: plainDate(signedOn) }
  const earlier = signing.earlier.map((one) => ({ fromOn: plainDate(one.fromOn), untilOn: plainDate(one.untilOn) }))
  const known = {
    today: ctx.clock.today(),
    heldPost: signing.unit !== null,
    duties: signing.duties ?? undefined,
    earlier,
  }
  return refuseLetter(term, known).map(({ field, sentence }) => ({ pointer: `/${field}`, sentence }))
}
