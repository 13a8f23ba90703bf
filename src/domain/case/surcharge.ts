import { dueOn } from '../calendar/deadline.ts'
import { addDays, daysBetween, type PlainDate } from '../calendar/plain-date.ts'
import { parameterValueOf, termOf } from '../parameter/registry.ts'
import { alterationOf, changedDeliveredOn, decidedFor } from './alterations.ts'
import { lastDayOf } from './clock.ts'
import { latest } from './clock-events.ts'
import type { Environment } from './environment.ts'
import { paidBeforePlanFen, planOf } from './plan.ts'
import { type Pause, pausesOf } from './remedies.ts'
import { standingPayments } from './standing-payments.ts'
import { type CaseState, type Run, rootRun } from './state.ts'
import { violationFactOf } from './view.ts'

const WHOLE = 10_000

type Decided = { readonly state: CaseState; readonly run: Run }
type Subject = {
  readonly env: Pick<Environment, 'parameters' | 'today' | 'procedures' | 'disputes' | 'calendar'>
  readonly state: CaseState
}

/** A span of days on which the same amount was late: 3 % of it for each day that is not paused. */
export type SurchargeLine = {
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate
  readonly baseFen: number
  readonly days: number
  readonly pausedDays: number
  readonly amountFen: number
}

/** How the surcharge of one party came about; amounts in fen, the rate in ten-thousandths a day. */
export type Surcharge = {
  readonly lines: readonly SurchargeLine[]
  readonly rate: number
  readonly capFen: number
  /** What it would be without the cap. */
  readonly grownFen: number
  readonly amountFen: number
}

/** What a party has to pay by the decision, in fen: fines and gains, or what a fee or a levy comes to. */
export function payableFen(subject: Decided, party: string): number {
  return finesFen(subject, party) + sumFen(subject, party, 'gains') + chargedFen(subject, party)
}

/** The same as it stands today: as it was changed, and nothing where the decision was revoked. */
export function dueFen(subject: Subject, party: string): number {
  const decided = decidedFor(subject, party)
  return decided ? payableFen(decided, party) : 0
}

/** Of that the fines, in fen. */
export function dueFinesFen(subject: Subject, party: string): number {
  const decided = decidedFor(subject, party)
  return decided ? finesFen(decided, party) : 0
}

/** What was set as a fee or a levy, in fen. */
export function chargedFen({ run }: Decided, party: string): number {
  return fenOf(run.facts.party[party]?.due)
}

/** 滞纳金 of a levy as it was set by the law of that levy, in fen; no day makes it grow by itself. */
export function lateFeeFen({ run }: Decided, party: string): number {
  return fenOf(run.facts.party[party]?.surcharge)
}

/** A draft is drawn from what is typed in, which may be no amount yet. */
const fenOf = (value: unknown): number => (typeof value === 'number' ? value : 0)

/** The fines of a party as decided, in fen. */
export function finesFen(subject: Decided, party: string): number {
  return sumFen(subject, party, 'fine')
}

/** Surcharge in fen for paying late, never more than the fine (处罚法第七十二条第一款第一项). */
export function surchargeFen(subject: Subject, party: string): number {
  return surchargeOf(subject, party).amountFen
}

/**
 * The surcharge line by line: from the day after each last day until what was due has been paid, without the days of review and
 * litigation (处罚法第七十三条第三款). What is paid goes to the fine first, the earliest instalment before the later.
 */
export function surchargeOf(subject: Subject, party: string): Surcharge {
  const { env } = subject
  const rate = parameterValueOf(env.parameters, 'surcharge.rate-per-day', env.today)
  const cap = parameterValueOf(env.parameters, 'surcharge.cap', env.today)
  const fine = dueFinesFen(subject, party)
  const pauses = [...pausesOf(subject, party), ...unknownSince(subject, party)]
  const lines = tranchesOf(subject, party, fine).flatMap((tranche) =>
    spansOf(subject, party, tranche).map((span) => lineOf(span, rate, pauses, env.today)),
  )
  const grownFen = lines.reduce((sum, line) => sum + line.amountFen, 0)
  const capFen = Math.floor((fine * cap) / WHOLE)
  return { lines, rate, capFen, grownFen, amountFen: Math.min(grownFen, capFen) }
}

type Tranche = { readonly lastDay: PlainDate; readonly fromFen: number; readonly untilFen: number }

/** Once it was changed nothing more is added until somebody has written down to what. */
function unknownSince(subject: Subject, party: string): readonly Pause[] {
  const altered = alterationOf(subject, party)
  return altered && !altered.decision ? [{ kind: altered.by, fromOn: altered.on }] : []
}

/** The last day of the term to pay, or of the last instalment; none where no fine is due. */
export function lastFineDay(subject: Subject, party: string): PlainDate | undefined {
  return tranchesOf(subject, party, dueFinesFen(subject, party)).at(-1)?.lastDay
}

/** The fine as it falls due: all of it on the last day of the term, or by the plan that was granted (处罚法第六十六条第二款). */
function tranchesOf(subject: Subject, party: string, fine: number): readonly Tranche[] {
  if (fine === 0) return []
  const lastDay = lastDayToPay(subject, party)
  const rows = planOf(rootRun(subject.state).facts.party[party]?.instalments)
  if (rows.length > 0 && !isBeforeChange(subject, party))
    return plannedTranches(rows, fine, paidBeforePlanFen(dueFen(subject, party), rows))
  return lastDay ? [{ lastDay, fromFen: 0, untilFen: fine }] : []
}

/** The last day of the term to pay; a changed decision has a term of its own from its delivery (处罚法第六十七条第三款). */
export function lastDayToPay(subject: Subject, party: string): PlainDate | undefined {
  const { env, state } = subject
  const changed = alterationOf(subject, party)?.decision
  if (!changed)
    return latest(rootRun(state).clocks, 'payment')
      .filter((item) => item.party === party)
      .map(lastDayOf)[0]
  const start = changedDeliveredOn(changed, party)
  const term = termOf(env.parameters, 'payment.term', env.today)
  return start && dueOn({ start, term, rolls: true, deductions: [], calendar: env.calendar }).rolledDue
}

/** A plan for the amount that was decided first says nothing of the amount to which it was changed. */
function isBeforeChange(subject: Subject, party: string): boolean {
  const altered = alterationOf(subject, party)
  const granted = latest(rootRun(subject.state).clocks, 'instalment').filter((clock) => clock.party === party)
  return altered?.decision !== undefined && granted.every(({ startOn }) => startOn < altered.on)
}

/** What was paid before the plan went to the fine first. */
function plannedTranches(rows: ReturnType<typeof planOf>, fine: number, paidBefore: number): readonly Tranche[] {
  let before = paidBefore
  return rows.flatMap(({ dueOn, amountFen }) => {
    const fromFen = before
    before += amountFen
    const untilFen = Math.min(before, fine)
    return untilFen > fromFen ? [{ lastDay: dueOn, fromFen, untilFen }] : []
  })
}

type Span = { readonly fromOn: PlainDate; readonly untilOn: PlainDate; readonly baseFen: number }

/** What of a tranche is unpaid from when to when, ended by each payment that reaches it; the day of payment still counts. */
function spansOf({ env, state }: Subject, party: string, tranche: Tranche): readonly Span[] {
  const wholly = parameterValueOf(env.parameters, 'surcharge.on-unpaid', env.today) !== true
  const paid = standingPayments(state)
    .filter((item) => item.party === party && item.paidOn <= env.today)
    .toSorted((a, b) => (a.paidOn < b.paidOn ? -1 : 1))
  const spans: Span[] = []
  let sum = 0
  let fromOn = addDays(tranche.lastDay, 1)
  const close = (untilOn: PlainDate) => {
    const unpaid = tranche.untilFen - Math.max(tranche.fromFen, Math.min(sum, tranche.untilFen))
    if (unpaid <= 0 || untilOn < fromOn) return
    spans.push({ fromOn, untilOn, baseFen: wholly ? tranche.untilFen - tranche.fromFen : unpaid })
    fromOn = addDays(untilOn, 1)
  }
  for (const { paidOn, amountFen } of paid) {
    close(paidOn)
    sum += amountFen
  }
  close(env.today)
  return spans
}

function lineOf(span: Span, rate: number, pauses: readonly Pause[], today: PlainDate): SurchargeLine {
  const days = daysBetween(span.fromOn, span.untilOn) + 1
  const pausedDays = Math.min(days, pausedIn(span, pauses, today))
  return { ...span, days, pausedDays, amountFen: Math.floor((span.baseFen * rate * (days - pausedDays)) / WHOLE) }
}

/** Days of the span on which a review or a lawsuit was pending; two at once count once. */
function pausedIn({ fromOn, untilOn }: Span, pauses: readonly Pause[], today: PlainDate): number {
  if (pauses.length === 0) return 0
  let count = 0
  for (let day = fromOn; day <= untilOn; day = addDays(day, 1))
    if (pauses.some((pause) => pause.fromOn <= day && day <= (pause.untilOn ?? today))) count += 1
  return count
}

/** The amount as decided where the decision set one, else as notified. */
function sumFen(subject: Decided, party: string, name: 'fine' | 'gains'): number {
  return subject.state.violations
    .filter((item) => item.party === party)
    .map(({ id }) => violationFactOf(subject, id, `final-${name}`) ?? violationFactOf(subject, id, name))
    .reduce<number>((sum, fen) => sum + fenOf(fen), 0)
}
