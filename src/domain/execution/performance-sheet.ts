import type { PlainDate } from '../calendar/plain-date.ts'
import { type Alteration, alterationOf } from '../case/alterations.ts'
import { lastDayOf } from '../case/clock.ts'
import { latest } from '../case/clock-events.ts'
import type { Environment } from '../case/environment.ts'
import { balanceFen, courtEndsOn, remedyEndsOn, waivedFen } from '../case/obligations.ts'
import { type Pause, pausesOf } from '../case/remedies.ts'
import { reversalOf, takenWith } from '../case/standing-payments.ts'
import { type CaseState, type Payment, rootRun, type Taken } from '../case/state.ts'
import {
  chargedFen,
  dueFen,
  dueFinesFen,
  lateFeeFen,
  payableFen,
  type Surcharge,
  surchargeOf,
} from '../case/surcharge.ts'
import { type SurchargeClock, surchargeClockOf } from '../case/surcharge-clock.ts'

type Subject = { readonly env: Environment; readonly state: CaseState }

/** A day by which so much was to be paid: all of it, or one instalment of the plan. */
export type DuePart = { readonly dueOn: PlainDate; readonly part: number | null; readonly metOn: PlainDate | null }

/** An entry of the account; one that was a mistake says when, why and by whom it was taken back. */
export type AccountEntry = Payment & {
  readonly takenBack: (Pick<Taken, 'on' | 'by' | 'agreed'> & { readonly reason: string }) | null
}

/** What a party has to pay by the decision, how the surcharge came about, and what is left; amounts in fen. */
export type PartyPerformance = {
  readonly party: string
  /** What has become of the decision, and in which case; its amounts are known where that case states them. */
  readonly alteration?: Omit<Alteration, 'decision'> & { readonly isKnown: boolean }
  readonly fineFen: number
  readonly payableFen: number
  /** Of it, what was set as a fee or a levy, and the surcharge that the law of the levy knows. */
  readonly chargedFen: number
  readonly lateFeeFen: number
  readonly dues: readonly DuePart[]
  readonly surcharge: Surcharge
  /** The surcharge as a term of its own: since when, how much a day, until when; null where nothing is late or will be. */
  readonly surchargeClock: SurchargeClock | null
  readonly waivedFen: number
  /** All entries in the order in which they were made, with those that take others back; their sum is what was paid. */
  readonly payments: readonly AccountEntry[]
  readonly pauses: readonly Pause[]
  /** Below zero where more was paid than was owed. */
  readonly balanceFen: number
  /** The last days for review or lawsuit, and for the application to the court; none while a dispute is pending. */
  readonly remedyEndsOn: PlainDate | null
  readonly courtEndsOn: PlainDate | null
}

/** The account of every party against whom money was decided, once the term to pay has begun or something was paid. */
export function performanceOf(subject: Subject): readonly PartyPerformance[] {
  const { state } = subject
  const root = rootRun(state)
  const owing = state.parties.filter(({ id }) => {
    const isBegun = duesOf(state, id).length > 0 || paymentsOf(state, id).length > 0
    return isBegun && payableFen({ state, run: root }, id) > 0
  })
  return owing.map(({ id }) => accountOf(subject, id))
}

function accountOf(subject: Subject, party: string): PartyPerformance {
  const { state } = subject
  const decided = { state, run: rootRun(state) }
  const altered = alterationOf(subject, party)
  return {
    party,
    ...(altered && { alteration: alterationTold(altered) }),
    fineFen: dueFinesFen(subject, party),
    payableFen: dueFen(subject, party),
    chargedFen: chargedFen(decided, party),
    lateFeeFen: lateFeeFen(decided, party),
    dues: duesOf(state, party),
    surcharge: surchargeOf(subject, party),
    surchargeClock: surchargeClockOf(subject, party) ?? null,
    waivedFen: waivedFen(subject, party),
    payments: paymentsOf(state, party).map((entry) => ({ ...entry, takenBack: takenBack(state, entry) })),
    pauses: pausesOf(subject, party),
    balanceFen: balanceFen(subject, party),
    remedyEndsOn: remedyEndsOn(subject, party) ?? null,
    courtEndsOn: courtEndsOn(subject, party) ?? null,
  }
}

function alterationTold({ decision, ...alteration }: Alteration) {
  return { ...alteration, isKnown: decision !== undefined || alteration.how === 'revoked' }
}

const paymentsOf = (state: CaseState, party: string) => (state.payments ?? []).filter((item) => item.party === party)

function takenBack(state: CaseState, { id }: Payment): AccountEntry['takenBack'] {
  const entry = reversalOf(state, id)
  const act = entry && takenWith(state, entry)
  return act ? { on: act.on, by: act.by, agreed: act.agreed, reason: entry.reason ?? '' } : null
}

/** The plan in the stead of the term, where one was granted. */
function duesOf(state: CaseState, party: string): readonly DuePart[] {
  const { clocks } = rootRun(state)
  const ofParty = (name: string) => latest(clocks, name).filter((clock) => clock.party === party)
  const plan = ofParty('instalment')
  return (plan.length > 0 ? plan : ofParty('payment')).map((clock) => ({
    dueOn: lastDayOf(clock),
    part: clock.part ?? null,
    metOn: clock.metOn ?? null,
  }))
}
