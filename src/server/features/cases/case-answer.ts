import type { CaseAnswer, CaseDocument, ClockView } from '#contract/cases.ts'
import { daysBetween } from '#domain/calendar/plain-date.ts'
import { clockAs, isOver, isRunning, isSuspended, lastDayOf } from '#domain/case/clock.ts'
import { newest } from '#domain/case/clock-events.ts'
import { countedClock } from '#domain/case/contested-clocks.ts'
import type { Environment, Person } from '#domain/case/environment.ts'
import type { CaseEvent } from '#domain/case/event.ts'
import { type Lapse, lapsesOf } from '#domain/case/lapses.ts'
import { approvalsOf, offersOf } from '#domain/case/offers.ts'
import { stageMarks } from '#domain/case/stage-marks.ts'
import type { CaseState, ClockState, Run } from '#domain/case/state.ts'
import { timelineOf } from '#domain/case/timeline.ts'
import { visibleState } from '#domain/case/visible-state.ts'
import { voidOfferOf } from '#domain/case/void-offer.ts'
import { documentTitleOf } from '#domain/document/document-title.ts'
import { performanceOf } from '#domain/execution/performance-sheet.ts'
import { timesOf } from '#domain/licence/case-times.ts'
import { getProcedure } from '#domain/procedure/procedures.ts'
import type { ActiveGrant } from '#server/features/access/index.ts'

const SOON_DAYS = 3

export type CaseRecord = {
  readonly state: CaseState
  readonly events: readonly CaseEvent[]
  readonly names: Readonly<Record<string, string>>
  readonly ready: ReadonlySet<string>
  /** What was asked for and granted; who reads by it can do nothing here. */
  readonly grant: ActiveGrant | undefined
  readonly links: Pick<CaseAnswer, 'origin' | 'followers' | 'mergedInto' | 'joined' | 'others'>
}

/** The case as this viewer may see it, with exactly what can be done now. */
export function caseAnswer(env: Environment, record: CaseRecord, viewer: Person): CaseAnswer {
  const { state, events, names, ready, grant, links } = record
  const byAt = new Map(events.map((event) => [event.seq, event]))
  const lapses = lapsesOf(env, state).filter(({ dueOn }) => dueOn < env.today)
  return {
    version: state.seq,
    agencyName: env.agency.name,
    state: visibleState(env.procedures, state, viewer),
    people: names,
    stages: [...stageMarks(env.procedures, state)],
    clocks: state.runs.flatMap((run) =>
      newest(run.clocks).map((clock) => ({ ...clockView(env, state, run, clock), lapse: lapseSaid(lapses, clock) })),
    ),
    documents: state.documents.map((paper) => ({
      ...documentView(paper, ready),
      voiding: grant ? null : voidingView(env, record, paper, viewer),
    })),
    timeline: timelineOf(env.procedures, state, events).map((line) => {
      const event = byAt.get(line.seq)
      return { ...line, at: event?.at ?? '', by: event?.by ? (names[event.by] ?? null) : null }
    }),
    offers: grant ? [] : [...offersOf(env, state, viewer)],
    approvals: grant ? [] : [...approvalsOf(env, state, viewer)],
    performance: [...performanceOf({ env, state })],
    ...links,
    times: timesOf(env.calendar, state) ?? null,
    grant: grant
      ? { request: grant.requestId, untilAt: grant.untilAt, purposes: [...grant.purposes], seenAt: env.now }
      : null,
  }
}

type Paper = CaseState['documents'][number]

function documentView(paper: Paper, ready: ReadonlySet<string>) {
  const { id, run, code, issuedOn, number, party, voided } = paper
  const known = { number: number ?? null, party: party ?? null, voided: voided ?? null }
  return { id, run, code, title: documentTitleOf(code, issuedOn), issuedOn, isReady: ready.has(id), ...known }
}

function voidingView(
  env: Environment,
  { state, names }: CaseRecord,
  paper: Paper,
  viewer: Person,
): CaseDocument['voiding'] {
  const offer = voidOfferOf(env, state, paper, viewer)
  if (!offer) return null
  const { asked, together, ...rest } = offer
  return { ...rest, together: [...together], asked: asked && { ...asked, by: asked.by && (names[asked.by] ?? null) } }
}

function clockView(env: Environment, state: CaseState, run: Run, started: ClockState): Omit<ClockView, 'lapse'> {
  const { clock, note } = countedClock({ env, state }, run, started)
  const declared = getProcedure(env.procedures, run.procedure, run.version).clocks[clock.clock]
  const definition = declared && clockAs(declared, { state, run })
  const daysLeft = daysBetween(env.today, lastDayOf(clock))
  return {
    run: run.id,
    clock: clock.clock,
    title: `${definition?.title ?? clock.clock}${clock.part === undefined ? '' : `（第 ${clock.part} 期）`}`,
    party: clock.party ?? null,
    basis: definition?.basis ?? '',
    consequence: definition?.consequence ?? '',
    rawDue: clock.rawDue,
    rolledDue: clock.rolledDue,
    estimated: clock.estimated,
    dueAt: clock.dueAt ?? null,
    state: stateOf(env, clock, daysLeft),
    daysLeft,
    note,
  }
}

function lapseSaid(lapses: readonly Lapse[], started: ClockState): string {
  const lapse = lapses.find(({ clock }) => clock === started)
  return lapse ? `${lapse.words}${lapse.begins && `；${lapse.begins}`}` : ''
}

function stateOf(env: Environment, clock: ClockState, daysLeft: number): ClockView['state'] {
  if (!isRunning(clock)) return 'met'
  if (isSuspended(clock)) return 'suspended'
  if (isOver(clock, env)) return 'overdue'
  return daysLeft <= SOON_DAYS ? 'soon' : 'running'
}
