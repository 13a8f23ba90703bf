import type { CaseEvent, EventOf } from '#domain/case/event.ts'

export type History = readonly CaseEvent[]
export type Forge = (events: History) => History
type Type = CaseEvent['type']
type Fits = (event: CaseEvent) => boolean

export const is =
  <T extends Type>(type: T, at: (event: EventOf<T>) => boolean = () => true): Fits =>
  (event) =>
    event.type === type && at(event as EventOf<T>)
export const paper = (...codes: readonly string[]): Fits =>
  is('document-issued', ({ document }) => codes.includes(document.code))

/** As if it had not been done. */
export const without =
  (fits: Fits): Forge =>
  (events) =>
    events.filter((event) => !fits(event))

/** As if it had been otherwise. */
export const changed =
  (fits: Fits, change: object | ((event: CaseEvent) => object)): Forge =>
  (events) =>
    events.map((event) =>
      fits(event) ? ({ ...event, ...(typeof change === 'function' ? change(event) : change) } as CaseEvent) : event,
    )

/** As if the first such thing had been done right after the opening. */
export const early =
  (fits: Fits): Forge =>
  (events) => {
    const index = events.findIndex(fits)
    const [opened, ...rest] = events.filter((_event, place) => place !== index)
    return [opened, events[index], ...rest].filter((event) => event !== undefined)
  }

/** As if the last such thing had been done once more, under another id. */
export const twice =
  (fits: Fits, change: object = {}): Forge =>
  (events) => {
    const last = events.findLastIndex(fits)
    const again = { ...events[last], ...change } as CaseEvent
    return [...events.slice(0, last + 1), again, ...events.slice(last + 1)]
  }

/** The day of such a thing moves, and with it the hour. */
export const dated = (fits: Fits, on: string): Forge => changed(fits, { on, at: `${on}T04:00:00.000Z` })

type Whose = { readonly run?: string; readonly party?: string; readonly violation?: string }
type Told = EventOf<'facts-recorded'>

/** Somebody has said this instead, wherever it was said; or first of all, where it was not said at all. */
export const told =
  (name: string, value: unknown, whose: Whose = {}): Forge =>
  (events) => {
    const isOf = (event: CaseEvent): event is Told =>
      event.type === 'facts-recorded' && (whose.run === undefined || event.run === runOf(events, whose.run))
    const saying = events.filter(isOf).filter((event) => name in valuesOf(event, whose))
    const [first] = events.filter(isOf)
    const where = saying.length > 0 ? saying : first ? [first] : []
    return events.map((event) => (isOf(event) && where.includes(event) ? withValue(event, whose, name, value) : event))
  }

/** The newest run of a procedure. */
function runOf(events: History, procedure: string): string {
  const opened = events.findLast(is('child-opened', (event) => event.procedure === procedure))
  return opened?.type === 'child-opened' ? opened.run : 'main'
}

function valuesOf({ facts }: Told, { party, violation }: Whose): object {
  if (party !== undefined) return facts.party[party] ?? {}
  return violation === undefined ? facts.case : (facts.violation[violation] ?? {})
}

function withValue(event: Told, whose: Whose, name: string, value: unknown): CaseEvent {
  const { facts } = event
  const values = { ...valuesOf(event, whose), [name]: value }
  const { party, violation } = whose
  if (party !== undefined) return { ...event, facts: { ...facts, party: { ...facts.party, [party]: values } } } as Told
  if (violation !== undefined)
    return { ...event, facts: { ...facts, violation: { ...facts.violation, [violation]: values } } } as Told
  return { ...event, facts: { ...facts, case: values } } as Told
}

/** Numbered anew, so that only what was forged is seen. */
export function numbered(events: History): History {
  return events.map((event, index) => ({ ...event, seq: index + 1 }))
}
