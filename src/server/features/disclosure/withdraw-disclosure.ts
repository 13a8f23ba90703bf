import type { DisclosureRow, WithdrawalTermAnswer, WithdrawInput } from '#contract/disclosures.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { redactText } from '#domain/disclosure/redact-text.ts'
import { WITHDRAWAL_GROUNDS } from '#domain/disclosure/withholding-grounds.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { dateInShanghai } from '#server/clock.ts'
import { isRefused, notFound, type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { fileNameOf } from './publish-receipts.ts'
import { withdraw } from './published-store.ts'
import { contextOf, readDisclosure, type StoredDisclosure } from './read-disclosure.ts'
import { takeStep } from './take-step.ts'
import { withdrawalTerm } from './withdraw-voided.ts'

/** Takes a decision back from the public with the reason that the public reads; late is noted, and better than never. */
export async function withdrawDisclosure(ctx: RequestContext, id: string, input: WithdrawInput) {
  const answer = await takeStep(ctx, { id, to: 'withdrawn', from: ['published'] }, async (tx, stored) => {
    const refusal = refuseDay(ctx, stored, input)
    if (refusal) return refusal
    const sinceOn = plainDate(input.sinceOn)
    const { lastOn: dueOn } = await withdrawalTerm({ db: tx }, stored.agencyId, sinceOn)
    const { ground } = input
    const reason = redactText(input.reason, contextOf(stored, PROCEDURES))
    const at = ctx.clock.now().toISOString()
    const { basis } = WITHDRAWAL_GROUNDS[ground]
    await withdraw(tx, { id, reason, basis, ground, sinceOn, dueOn, by: ctx.actor.personId, at })
    const isLate = dueOn < ctx.clock.today()
    ctx.audit({ subject: `disclosure:${id}`, detail: { to: 'withdrawn', ground, isLate } })
    return undefined
  })
  if (!isRefused(answer)) await ctx.blobs.named.remove(fileNameOf(id))
  return answer satisfies DisclosureRow | Refused
}

function refuseDay({ clock }: RequestContext, stored: StoredDisclosure, { sinceOn }: WithdrawInput) {
  const today = clock.today()
  const publishedOn = stored.publishedAt === null ? today : dateInShanghai(new Date(stored.publishedAt))
  const decidedOn = stored.record?.decidedOn ?? publishedOn
  if (sinceOn <= today && sinceOn >= decidedOn) return undefined
  const sentence = `决定被变更、撤销的日期应当在作出决定之日（${decidedOn}）以后、今天（${today}）以前，含当日。`
  return refused('invalid-input', sentence, { errors: [{ pointer: '/sinceOn', sentence }] })
}

/** By when it has to be withdrawn, for the form to say before anything is sent. */
export async function withdrawalTermOf(
  ctx: RequestContext,
  id: string,
  sinceOn: string,
): Promise<WithdrawalTermAnswer | Refused> {
  const stored = await readDisclosure(ctx.db, id, ctx.actor.agencyId)
  if (!stored) return notFound('公示事项')
  const { lastOn, estimated } = await withdrawalTerm(ctx, stored.agencyId, plainDate(sinceOn))
  return { dueOn: lastOn, isLate: lastOn < ctx.clock.today(), estimated }
}
