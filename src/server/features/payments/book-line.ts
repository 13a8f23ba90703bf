import { refuseSealed } from '#domain/archive/refuse-sealed.ts'
import { decideBooking } from '#domain/case/decide-booking.ts'
import type { Environment } from '#domain/case/environment.ts'
import type { Refusal } from '#domain/case/refusal.ts'
import type { BankLine } from '#domain/payment/bank-file.ts'
import type { LineOutcome } from '#domain/payment/line-outcome.ts'
import { weighAmount, weighLine } from '#domain/payment/weigh-line.ts'
import type { Clock } from '#server/clock.ts'
import type { Tx } from '#server/db/database.ts'
import {
  environmentOf,
  type LoadedCase,
  lockCase,
  type StandingLaw,
  writeUnattended,
} from '#server/features/cases/index.ts'
import { auditStatement } from '#server/http/idempotency.ts'
import { newId } from '#server/ids.ts'

/** For whom a file is taken in: an agency, by somebody who is signed in, or by a command with nobody as its author. */
export type Booker = {
  readonly agencyId: string
  readonly by: string | null
  readonly address: string | null
  readonly clock: Clock
  readonly law: StandingLaw
}
export type Told = Pick<BankLine, 'serial' | 'paidOn' | 'amountFen' | 'payer' | 'receipt'>
export type Booking = { readonly is: LineOutcome; readonly sentence: string }
type Where = { readonly caseId: string; readonly party: (loaded: LoadedCase) => string | undefined }

/**
 * Books one transfer in the case that it names, in the transaction of the file; what speaks against it is an outcome, and nothing is
 * written then. `isChosen`: a person has looked at it, so amount and payer are no question any more.
 */
export async function bookLine(tx: Tx, booker: Booker, told: Told, where: Where, isChosen = false): Promise<Booking> {
  const { agencyId, clock, law, by } = booker
  const loaded = await lockCase(tx, { caseId: where.caseId, agencyId, people: [], today: clock.today() })
  const party = loaded && where.party(loaded)
  if (!loaded || party === undefined)
    return { is: 'doubtful', sentence: '文号所在的案件里没有这名当事人，请人工核对。' }
  const env = environmentOf(clock, law, loaded)
  const { state } = loaded
  const sealed = refuseSealed(state)
  if (sealed) return { is: 'closed', sentence: `${sealed.sentence}。` }
  const { amountFen, paidOn, receipt, serial } = told
  const booked = decideBooking(env, state, { party, amountFen, paidOn, reference: receipt || serial }, by)
  if ('refusals' in booked) return refusedBy(booked.refusals)
  const weighed = isChosen ? weighAmount({ env, state }, party, told) : weighLine({ env, state }, party, told)
  if (weighed.is === 'doubtful') return weighed
  await writeUnattended(tx, env, loaded, booked.story)
  tx.send(auditOf(booker, env, state.id, told))
  return weighed
}

function refusedBy(refusals: readonly Refusal[]): Booking {
  const isClosed = refusals.some(({ gate }) => gate === 'not-offered' || gate === 'halted')
  return { is: isClosed ? 'closed' : 'doubtful', sentence: `${refusals.map(({ sentence }) => sentence).join('；')}。` }
}

function auditOf({ agencyId, by, address }: Booker, env: Environment, caseId: string, told: Told) {
  const { serial, amountFen, paidOn } = told
  return auditStatement({
    id: newId(),
    at: env.now,
    name: 'bank-payment-booked',
    actorId: by,
    agencyId,
    subject: `case:${caseId}`,
    detail: JSON.stringify({ serial, amountFen, paidOn }),
    address,
  })
}
