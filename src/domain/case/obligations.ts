import { dueOn } from '../calendar/deadline.ts'
import { type PlainDate, parsePlainDate } from '../calendar/plain-date.ts'
import { termOf } from '../parameter/registry.ts'
import { alterationOf, changedDeliveredOn } from './alterations.ts'
import { paidFen } from './book-payment.ts'
import { isOver, lastDayOf } from './clock.ts'
import { latest } from './clock-events.ts'
import { resultOf } from './concerned.ts'
import type { Environment } from './environment.ts'
import { type Pause, pausesOf } from './remedies.ts'
import { reviewRouteOf } from './review-route.ts'
import { type CaseState, type Facts, type FactValue, type Party, rootRun } from './state.ts'
import { dueFen, lastDayToPay, lateFeeFen, surchargeFen } from './surcharge.ts'

type Subject = { readonly env: Environment; readonly state: CaseState }
type Contested = {
  readonly env: Pick<Environment, 'procedures' | 'disputes' | 'calendar' | 'parameters' | 'today'>
  readonly state: CaseState
}

/** Decisions that burden a party and can be executed. */
const BURDENS: readonly string[] = ['penalty-decision', 'summary-decision']

/** A fact of a party in the case's own procedure. */
function rootFact({ state }: Pick<Subject, 'state'>, party: string, name: string): FactValue | undefined {
  return rootRun(state).facts.party[party]?.[name]
}

/** Surcharge that the agency has remitted, here or in an agreement that is kept (行政强制法第四十二条第一款). */
export function waivedFen({ state }: Pick<Subject, 'state'>, party: string): number {
  const waivedIn = ({ party: by }: Facts) => Number(by[party]?.['waived-surcharge'] ?? 0)
  return state.runs.reduce((sum, run) => sum + waivedIn(run.facts), 0)
}

/** What a party still owes today, with the surcharge that is not waived; in fen. */
export function owedFen(subject: Contested, party: string): number {
  return Math.max(0, balanceFen(subject, party))
}

/** The same, below zero where more was paid than was owed. */
export function balanceFen(subject: Contested, party: string): number {
  const { state } = subject
  const surcharge = Math.max(0, surchargeFen(subject, party) - waivedFen(subject, party))
  const lateFee = lateFeeFen({ state, run: rootRun(state) }, party)
  return dueFen(subject, party) + surcharge + lateFee - paidFen(state, party)
}

/** Whether a party has done all that was decided: said by the officer, and paid in full; of what was revoked nothing is left to do. */
export function hasPerformed(subject: Contested, party: string): boolean {
  if (alterationOf(subject, party)?.how === 'revoked') return true
  return rootFact(subject, party, 'is-performed') === true && owedFen(subject, party) === 0
}

/** Money is left to be paid, or the officer has said that not all has been done. */
export function stillOwes(subject: Contested, party: string): boolean {
  return owedFen(subject, party) > 0 || rootFact(subject, party, 'is-performed') === false
}

/** Those against whom something is left to execute. */
export function debtorsOf(subject: Contested): readonly Party[] {
  const root = rootRun(subject.state)
  const isSpared = (party: string) => resultOf(root, party)?.startsWith('no-penalty') === true
  return subject.state.parties.filter(({ id }) => !isSpared(id) && !hasPerformed(subject, id))
}

/** The day on which the decision, or the one that changed it, reached the party; for a decision of an older file, as it was entered. */
export function decisionDeliveredOn(subject: Contested, party: string): PlainDate | undefined {
  const changed = alterationOf(subject, party)?.decision
  return changed ? changedDeliveredOn(changed, party) : madeDeliveredOn(subject.state, party)
}

function madeDeliveredOn(state: CaseState, party: string): PlainDate | undefined {
  const decision = state.documents.findLast(
    (doc) => BURDENS.includes(doc.code) && !doc.voided && (doc.party === undefined || doc.party === party),
  )
  const made = state.deliveries.findLast((item) => item.document === decision?.id && item.party === party)
  return made?.effectiveOn ?? parsePlainDate(String(rootRun(state).facts.case['decision-delivered-on'] ?? ''))
}

/** The day by which the decision was to be performed, or the plan in its stead. */
export function isPastTerm(subject: Subject, party: string): boolean {
  const { env, state } = subject
  if (alterationOf(subject, party)?.decision) return (lastDayToPay(subject, party) ?? '9') < env.today
  const root = rootRun(state)
  const ofParty = (name: string) => latest(root.clocks, name).filter((clock) => clock.party === party)
  const plan = ofParty('instalment')
  const clocks = plan.length > 0 ? plan.filter((clock) => clock.metOn === undefined) : ofParty('payment')
  if (clocks.length > 0) return clocks.some((clock) => isOver(clock, env))
  return String(root.facts.case['perform-by'] ?? '9') < env.today
}

/**
 * The last day on which the party may still ask for review or go to court (行政复议法第二十条、第二十三条、行政诉讼法第四十五条、第四十六条);
 * undefined while a review or lawsuit is pending, or nothing was delivered.
 */
export function remedyEndsOn(subject: Contested, party: string): PlainDate | undefined {
  const { env } = subject
  const last = (
    start: PlainDate,
    code: 'remedy.review-term' | 'remedy.litigation-term' | 'remedy.after-review-term',
  ) => {
    const term = termOf(env.parameters, code, env.today)
    return dueOn({ start, term, rolls: true, deductions: [], calendar: env.calendar }).rolledDue
  }
  const pauses = sinceChange(subject, party)
  if (pauses.some(({ untilOn }) => untilOn === undefined)) return undefined
  const after = pauses.flatMap(({ kind, untilOn }) => {
    if (untilOn === undefined) return []
    return [kind.includes('复议') ? last(untilOn, 'remedy.after-review-term') : untilOn]
  })
  if (after.length > 0) return after.toSorted().at(-1)
  const delivered = decisionDeliveredOn(subject, party)
  if (delivered === undefined) return undefined
  const toReview = last(delivered, 'remedy.review-term')
  return reviewRouteOf(subject) !== 'choice'
    ? toReview
    : [toReview, last(delivered, 'remedy.litigation-term')].toSorted().at(-1)
}

/** What was over when the decision was changed was about another one. */
function sinceChange(subject: Contested, party: string): readonly Pause[] {
  const changed = alterationOf(subject, party)
  return pausesOf(subject, party).filter(({ untilOn }) => !changed?.decision || (untilOn ?? '9') > changed.on)
}

/** The day from which the term for applying to the court counts: the end of the remedies, or of the plan (强制法第五十三条、处罚法第七十二条第二款). */
export function courtStartsOn(subject: Contested, party: string): PlainDate | undefined {
  const remedies = remedyEndsOn(subject, party)
  if (remedies === undefined) return undefined
  const plan = latest(rootRun(subject.state).clocks, 'instalment').filter((clock) => clock.party === party)
  return [remedies, ...plan.map(lastDayOf)].toSorted().at(-1)
}

/** The last day for applying to the court: three months, and never moved past a holiday. */
export function courtEndsOn(subject: Contested, party: string): PlainDate | undefined {
  const { env } = subject
  const start = courtStartsOn(subject, party)
  if (start === undefined) return undefined
  const term = termOf(env.parameters, 'court.application-term', env.today)
  return dueOn({ start, term, rolls: false, deductions: [], calendar: env.calendar }).rawDue
}
