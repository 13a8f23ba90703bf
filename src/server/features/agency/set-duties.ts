import type { PostDutiesInput, PostsAnswer } from '#contract/post-duties.ts'
import type { Role } from '#domain/access/permissions.ts'
import { refuseRecord } from '#domain/agency/agency-record.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { type Refused, refused, stale } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { agencyOf } from './agency-queries.ts'
import { lockAgency } from './lock-agency.ts'
import { listPosts } from './posts-queries.ts'

/** Writes what a post has to do, for whoever holds it, when nobody did since `ctx.ifMatch`; the texts before stay. */
export async function setDuties(
  ctx: RequestContext,
  role: Role,
  { fromOn, duties }: PostDutiesInput,
): Promise<PostsAnswer | Refused> {
  const { agencyId, personId } = ctx.actor
  return idempotent(ctx, async (tx) => {
    await lockAgency(tx, agencyId)
    const row = (await listPosts(ctx, tx)).rows.find((post) => post.role === role)
    const version = row?.version ?? 0
    if (version !== ctx.ifMatch) return stale({ version, values: row ?? null })
    const today = ctx.clock.today()
    const { qualifiedFromOn } = await agencyOf(tx, agencyId, today)
    const wrong = refuseRecord(plainDate(fromOn), { today, qualifiedFromOn: plainDate(qualifiedFromOn) })
    if (wrong)
      return refused('invalid-input', undefined, { errors: [{ pointer: '/fromOn', sentence: wrong.sentence }] })
    await tx.query({
      name: 'insert-post-duties',
      text: `INSERT INTO app.post_duties (agency_id, role, version, from_on, duties, set_by, set_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      values: [agencyId, role, version + 1, fromOn, duties, personId, ctx.clock.now().toISOString()],
    })
    ctx.audit({ subject: `agency:${agencyId}`, detail: { role, version: version + 1, fromOn, duties } })
    return listPosts(ctx, tx)
  })
}
