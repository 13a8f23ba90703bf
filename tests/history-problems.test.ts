import { describe, expect, test } from 'vitest'
import type { CaseEvent, EventOf } from '#domain/case/event.ts'
import { hearing } from '#procedures/hearing.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { penaltyOrdinary } from '#procedures/penalty-ordinary.ts'
import { walkPath } from './support/walk-path.ts'
import { walkable } from './support/walkable-paths.ts'
import { historyProblems } from './support/walks/history-problems.ts'

const PATH = walkable(penaltyOrdinary).find(({ outcome }) => outcome === 'penalty')
const EVENTS: readonly CaseEvent[] = PATH ? walkPath(penaltyOrdinary, PATH).office.events : []

type Type = CaseEvent['type']
type Change<T extends Type> = (event: EventOf<T>) => object
const isOf =
  <T extends Type>(type: T, at?: (event: EventOf<T>) => boolean) =>
  (event: CaseEvent): boolean =>
    event.type === type && (at?.(event as EventOf<T>) ?? true)

/** The history of a whole penalty, in which one event was another; its first of this kind, or the first that fits. */
function changed<T extends Type>(type: T, change: Change<T>, at?: (event: EventOf<T>) => boolean): string {
  const index = EVENTS.findIndex(isOf(type, at))
  const forged = EVENTS.map((event, place) =>
    place === index ? ({ ...event, ...change(event as EventOf<T>) } as CaseEvent) : event,
  )
  return found(forged)
}

function without<T extends Type>(type: T, at?: (event: EventOf<T>) => boolean): string {
  const index = EVENTS.findIndex(isOf(type, at))
  return found(EVENTS.filter((_event, place) => place !== index))
}

/** The event comes first of all that follow the opening. */
function early<T extends Type>(type: T): string {
  const index = EVENTS.findIndex(isOf(type))
  const moved = EVENTS[index] as CaseEvent
  const [opened, ...rest] = EVENTS.filter((_event, place) => place !== index)
  return found([opened as CaseEvent, moved, ...rest])
}

/** Numbered anew, so that only what was forged is seen. */
function found(events: readonly CaseEvent[]): string {
  return historyProblems(
    PROCEDURES,
    events.map((event, index) => ({ ...event, seq: index + 1 })),
  ).join('\n')
}

describe('the second opinion on histories', () => {
  test('has nothing to say of a penalty that went its way', () => {
    expect(EVENTS.length).toBeGreaterThan(40)
    expect(historyProblems(PROCEDURES, EVENTS)).toEqual([])
  })

  const isFiling = ({ action }: EventOf<'action-taken'>) => action === 'file'
  test.each([
    ['an act without its agreements', () => without('approval-given'), 'have agreed'],
    ['an act that nobody proposed', () => without('action-proposed'), 'which nobody proposed|what nobody proposed'],
    ['an agreement by who proposed', () => changed('approval-given', () => ({ by: 'lin' })), 'agrees to their own'],
    ['an agreement in another role', () => changed('approval-given', () => ({ role: 'clerk' })), 'and not as'],
    [
      'an agreement by who has no such post',
      () => changed('approval-given', () => ({ by: 'fu' })),
      'in no role of theirs',
    ],
    ['a proposal by a stranger', () => changed('action-proposed', () => ({ by: 'fu' })), 'proposes file in no role'],
    ['a proposal to fewer', () => changed('action-proposed', () => ({ approval: ['unit-head'] })), 'is proposed to'],
    ['an act where it is not offered', () => changed('action-taken', () => ({ action: 'decide' })), 'not offered'],
    [
      'a step to another stage',
      () => changed('action-taken', () => ({ stage: 'closed' }), isFiling),
      'leads to closed',
    ],
    ['another outcome', () => changed('action-taken', () => ({ outcome: 'forgiven' })), 'comes to forgiven'],
    ['a fact that was not asked', () => changed('facts-recorded', strange, ({ seq }) => seq > 2), 'does not ask'],
    ['a paper before its act', () => early('document-issued'), 'does not issue it'],
    ['a paper of another act', () => changed('document-issued', paper), 'notice-of-nothing is issued'],
    ['a delivery of nothing', () => changed('delivery-made', () => ({ document: 'id-0' })), 'does not exist'],
    ['a delivery to another', () => changed('delivery-made', () => ({ party: 'party-9' })), 'goes to another party'],
    ['a child that nothing opens', () => changed('child-opened', () => hearingNow), 'does not open it'],
    ['a child that begins elsewhere', () => changed('child-opened', () => ({ stage: 'delivered' })), 'begins at'],
    ['a child that ends otherwise', () => changed('child-ended', () => ({ outcome: 'lost' })), 'ends at'],
    ['a case that ends otherwise', () => changed('case-ended', () => ({ outcome: 'lost' })), 'as lost and not as'],
    ['a clock that nobody knows', () => changed('clock-started', () => ({ clock: 'sundial' })), 'no clock sundial'],
    [
      'a clock that nothing starts',
      () => changed('clock-started', () => ({ clock: 'payment' })),
      'payment is started by',
    ],
    ['a clock that is met and never ran', () => without('clock-started'), 'which does not run'],
    ['a clock that is met by nothing', () => early('clock-met'), 'clock-met of'],
    ['a day before the last', () => changed('case-ended', () => ({ on: '2020-01-01' })), 'after 2026'],
    ['what comes after the end', () => found([...EVENTS, ...EVENTS.slice(-2, -1)]), 'after the end'],
    ['what is of no run', () => changed('facts-recorded', () => ({ run: 'nowhere' })), 'never opened'],
    ['a case that begins twice', () => found([...EVENTS.slice(0, 3), ...EVENTS.slice(0, 1)]), 'begins twice'],
  ])('sees %s', (_what, forge, words) => expect(forge()).toMatch(new RegExp(words)))

  test('sees an event that is left out', () =>
    expect(historyProblems(PROCEDURES, EVENTS.slice(1)).join()).toContain('follows 0'))
})

const hearingNow = { procedure: hearing.code, version: hearing.version }
const strange: Change<'facts-recorded'> = ({ facts }) => ({
  facts: { ...facts, case: { ...facts.case, weather: 'fine' } },
})
const paper: Change<'document-issued'> = ({ document }) => ({ document: { ...document, code: 'notice-of-nothing' } })
