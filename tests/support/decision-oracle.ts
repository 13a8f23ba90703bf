import type { CaseEvent, EventOf } from '#domain/case/event.ts'
import type { FactValue } from '#domain/case/state.ts'

const HEARING_FEN = 10_000_000
type History = {
  readonly events: readonly CaseEvent[]
  readonly at: EventOf<'document-issued'>
  readonly party: string
}

/**
 * What a penalty decision lacks by law, read from the bare history and by none of the engine's own rules:
 * a second opinion, so that a rule and its test cannot be wrong together.
 */
export function missingAt(all: readonly CaseEvent[], at: EventOf<'document-issued'>): readonly string[] {
  const history = { events: all.filter((event) => event.seq < at.seq), at, party: at.document.party ?? '' }
  const notice = ofType(history, 'document-issued').findLast(
    ({ document }) => document.code === 'penalty-notice' && document.party === history.party,
  )
  if (!notice) return ['no notice']
  return [
    ...deliveryProblems(history, notice),
    ...statementProblems(history, notice.seq),
    ...hearingProblems(history, notice.seq),
    ...reviewProblems(history),
    ...panelProblems(history),
  ]
}

function ofType<T extends CaseEvent['type']>({ events }: History, type: T): readonly EventOf<T>[] {
  return events.filter((event): event is EventOf<T> => event.type === type)
}

function deliveryProblems(history: History, notice: EventOf<'document-issued'>): readonly string[] {
  const made = ofType(history, 'delivery-made').find((event) => event.document === notice.document.id)
  return made && made.effectiveOn <= history.at.on ? [] : ['notice not delivered']
}

/** The last value that anybody recorded in the main run, after this point of the history. */
function known(history: History, name: string, since = 0): FactValue | undefined {
  const recorded = ofType(history, 'facts-recorded').filter((event) => event.run === 'main' && event.seq > since)
  const values = recorded.map(({ facts }) => facts.party[history.party]?.[name] ?? facts.case[name])
  return values.findLast((value) => value !== undefined)
}

function isOver(history: History, clock: string, since: number): boolean {
  const started = ofType(history, 'clock-started').findLast(
    (event) => event.clock === clock && event.party === history.party && event.seq > since,
  )
  return started !== undefined && started.rolledDue < history.at.on
}

function statementProblems(history: History, since: number): readonly string[] {
  const isHeard = known(history, 'waives-statement', since) === true || isOver(history, 'statement', since)
  return isHeard ? [] : ['statement neither waived nor over']
}

function isDue(history: History): boolean {
  const opened = ofType(history, 'case-opened')[0]
  const acts = (opened?.violations ?? []).filter((act) => act.party === history.party).map((act) => act.id)
  const last = (act: string, name: string) =>
    ofType(history, 'facts-recorded')
      .map((event) => event.facts.violation[act]?.[name])
      .findLast((value) => value !== undefined)
  const sum = (name: string) => acts.reduce((total, act) => total + Number(last(act, name) ?? 0), 0)
  return acts.some((act) => last(act, 'is-heavy') === true) || Math.max(sum('fine'), sum('gains')) >= HEARING_FEN
}

function hearingProblems(history: History, since: number): readonly string[] {
  const opened = ofType(history, 'child-opened').filter((event) => event.procedure === 'hearing')
  const ended = new Set(ofType(history, 'child-ended').map((event) => event.run))
  if (opened.some((event) => !ended.has(event.run))) return ['hearing still open']
  const isHeld = opened.some((event) => event.seq > since)
  const isSettled =
    isHeld || known(history, 'waives-hearing', since) === true || isOver(history, 'hearing-request', since)
  return !isDue(history) || isSettled ? [] : ['hearing neither held nor waived nor over']
}

function newest(history: History, procedure: string) {
  const opened = ofType(history, 'child-opened').findLast((event) => event.procedure === procedure)
  const ended = ofType(history, 'child-ended').find((event) => event.run === opened?.run)
  return { draft: opened?.draft, outcome: ended?.outcome, seq: ended?.seq ?? 0 }
}

function lastHeld(history: History): number {
  const hearings = ofType(history, 'child-opened').filter((event) => event.procedure === 'hearing')
  const held = ofType(history, 'child-ended').filter(
    (event) => event.outcome === 'held' && hearings.some((hearing) => hearing.run === event.run),
  )
  return held.at(-1)?.seq ?? 0
}

function reviewProblems(history: History): readonly string[] {
  const flags = ['public-interest', 'is-complex', 'other-review-ground'].some((name) => known(history, name) === true)
  if (!flags && lastHeld(history) === 0) return []
  const { outcome, draft, seq } = newest(history, 'legal-review')
  if (outcome !== 'pass') return ['review not passed']
  if (draft !== history.at.document.draft) return ['review of another draft']
  return seq > lastHeld(history) ? [] : ['review before the hearing']
}

function panelProblems(history: History): readonly string[] {
  if (!['is-major', 'is-complicated'].some((name) => known(history, name) === true)) return []
  const { outcome, draft, seq } = newest(history, 'panel')
  if (outcome !== 'agreed' || draft !== history.at.document.draft) return ['panel has not agreed to this draft']
  return seq > lastHeld(history) ? [] : ['panel before the hearing']
}
