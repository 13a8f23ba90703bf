import type { PaymentLine, SettleInput } from '#contract/payments.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { isBooked } from '#domain/payment/line-outcome.ts'
import type { Tx } from '#server/db/database.ts'
import { standingLaw } from '#server/features/cases/index.ts'
import { notFound, type Refused, refused } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { bookLine } from './book-line.ts'
import { insertSettlements, lockPayments } from './payment-rows.ts'
import { findLine, type OpenLine } from './payments-queries.ts'

/** A person says to which case a payment belongs, or why it goes to none. */
export async function settleLine(ctx: RequestContext, id: string, input: SettleInput): Promise<PaymentLine | Refused> {
  ctx.audit({ subject: `payment:${id}`, detail: { ...input } })
  return idempotent(ctx, async (tx) => {
    const { agencyId, personId: by } = ctx.actor
    await lockPayments(tx, agencyId)
    const line = await findLine(tx, id, agencyId)
    if (!line) return notFound('缴款')
    const wrong = refuseSettled(line, input) ?? (await book(tx, ctx, line, input))
    if (wrong) return wrong
    const nowhere = { caseId: null, partyId: null }
    const at = ctx.clock.now().toISOString()
    await insertSettlements(tx, [{ ...nowhere, ...input, lineId: id, round: line.round, by, at }])
    return answerOf((await findLine(tx, id, agencyId)) ?? line)
  })
}

/** What was put aside may still be booked; what is booked stays until the case takes it back. */
function refuseSettled({ settled }: OpenLine, { does }: SettleInput): Refused | undefined {
  if (settled?.does === 'book')
    return refused('conflict', `这一笔已经入了“${settled.caseName}”的账，不能再处理；入错了的，先在那个案件里冲销。`)
  if (settled?.does === 'set-aside' && does === 'set-aside')
    return refused('conflict', '这一笔已经写明不入账；要改的，请选案件入账。')
  return undefined
}

async function book(tx: Tx, ctx: RequestContext, line: OpenLine, input: SettleInput): Promise<Refused | undefined> {
  if (input.does !== 'book') return undefined
  const { caseId, partyId } = input
  if (line.amountFen < 0) return refused('gate-closed', '冲正、退款不能入账，请写明理由放在一边，并在案件里核对。')
  const law = await standingLaw({ db: tx }, ctx.actor.agencyId)
  const { agencyId, personId: by } = ctx.actor
  const booker = { agencyId, by, address: ctx.address, clock: ctx.clock, law }
  const told = { ...line, paidOn: line.paidOn as PlainDate }
  let isThere = false
  const party = ({ state }: { state: { parties: readonly { id: string }[] } }) => {
    isThere = state.parties.some(({ id }) => id === partyId)
    return isThere ? partyId : undefined
  }
  const booking = await bookLine(tx, booker, told, { caseId, party }, true)
  if (!isThere) return notFound('案件或者当事人')
  return isBooked(booking.is) ? undefined : refused('gate-closed', booking.sentence)
}

function answerOf({ caseId: _, partyId: __, round: ___, ...line }: OpenLine): PaymentLine {
  return { ...line, candidates: [] }
}
