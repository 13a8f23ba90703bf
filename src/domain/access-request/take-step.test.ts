import { describe, expect, test } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { type AccessActor, type AccessRequest, type AccessStep, accessStateOf } from './access-request.ts'
import type { AccessAct, AccessView } from './refuse-step.ts'
import { type AccessCommand, endOf, takeAccessStep } from './take-step.ts'

const UNIT = 'unit-two'
const person = (id: string, role: AccessActor['posts'][number]['role'], unit = UNIT): AccessActor => ({
  id,
  agency: 'agency',
  posts: [{ role, unit }],
})
const ASKER = person('asker', 'handler')
const UNIT_HEAD = person('unit-head', 'unit-head')
const HEAD = person('head', 'agency-head', 'office')
const ARCHIVIST = person('archivist', 'archivist', 'archive')

const REQUEST: AccessRequest = {
  id: 'r',
  agency: 'agency',
  kind: 'internal',
  requestedBy: ASKER.id,
  requestedAt: '2026-03-10T02:00:00.000Z',
  unit: UNIT,
  needsEndorsement: true,
  purposes: ['view', 'copy'],
  days: 5,
}
const NOW = '2026-03-10T03:00:00.000Z'
const TERMS = { today: plainDate('2026-03-10'), now: NOW, longestDays: 30 }
const UNTIL = endOf(TERMS.today, 3)

const step = (kind: AccessStep['kind'], by: AccessActor, more: Partial<AccessStep> = {}): AccessStep => ({
  kind,
  by: by.id,
  at: NOW,
  note: '',
  ...more,
})
const ENDORSED = [step('endorsed', UNIT_HEAD)]
const GRANTED = [...ENDORSED, step('granted', HEAD, { days: 3, purposes: ['view'], untilAt: UNTIL })]
const USED = [...GRANTED, step('used', ASKER)]

const view = (steps: readonly AccessStep[], more: Partial<AccessView> = {}): AccessView => ({
  request: REQUEST,
  steps,
  loansOut: 0,
  ...more,
})
const REASON = '与办案无关，不予批准'
const command = (act: AccessAct, more: Partial<AccessCommand> = {}): AccessCommand => ({
  act,
  note: act === 'refuse' || act === 'revoke' ? REASON : '',
  ...(act === 'grant' ? { days: 3, purposes: ['view'] } : {}),
  ...more,
})

function gates(of: AccessView, sent: AccessCommand, actor: AccessActor, terms = TERMS): readonly string[] {
  const decision = takeAccessStep(of, sent, actor, terms)
  if (decision.ok) return []
  for (const { basis, sentence } of decision.refusals) expect(basis && sentence).not.toBe('')
  return decision.refusals.map(({ gate, field }) => field ?? gate)
}

function stateAfter(of: AccessView, sent: AccessCommand, actor: AccessActor): string {
  const decision = takeAccessStep(of, sent, actor, TERMS)
  return decision.ok ? accessStateOf(of.request, [...of.steps, decision.step], NOW) : 'refused by a rule'
}

describe('a request goes its way', () => {
  test.each<readonly [string, readonly AccessStep[], AccessAct, AccessActor, string]>([
    ['the unit head endorses', [], 'endorse', UNIT_HEAD, 'endorsed'],
    ['the unit head refuses', [], 'refuse', UNIT_HEAD, 'refused'],
    ['who asked takes it back', [], 'withdraw', ASKER, 'withdrawn'],
    ['the agency head grants what was endorsed', ENDORSED, 'grant', HEAD, 'granted'],
    ['the agency head refuses what was endorsed', ENDORSED, 'refuse', HEAD, 'refused'],
    ['who asked takes back what was endorsed', ENDORSED, 'withdraw', ASKER, 'withdrawn'],
    ['the agency head revokes a grant', GRANTED, 'revoke', HEAD, 'revoked'],
    ['the agency head revokes a grant in use', USED, 'revoke', HEAD, 'revoked'],
    ['who asked is done before the end', USED, 'return', ASKER, 'returned'],
    ['the archivist notes the end', GRANTED, 'return', ARCHIVIST, 'returned'],
  ])('%s', (_title, steps, act, actor, state) => {
    expect(stateAfter(view(steps), command(act), actor)).toBe(state)
  })

  test('the head of a unit asks in writing: nobody endorses, the agency head grants', () => {
    const own = view([], { request: { ...REQUEST, requestedBy: UNIT_HEAD.id, needsEndorsement: false } })
    expect(accessStateOf(own.request, [], NOW)).toBe('endorsed')
    expect(stateAfter(own, command('grant'), HEAD)).toBe('granted')
  })
})

describe('nobody approves their own', () => {
  const both = (role: 'unit-head' | 'agency-head', who: AccessActor): AccessActor => ({
    ...who,
    posts: [{ role, unit: UNIT }],
  })
  test.each<readonly [AccessAct, readonly AccessStep[], AccessActor]>([
    ['endorse', [], both('unit-head', ASKER)],
    ['grant', ENDORSED, both('agency-head', ASKER)],
    ['refuse', ENDORSED, both('agency-head', ASKER)],
  ])('%s', (act, steps, actor) => {
    expect(gates(view(steps), command(act), actor)).toEqual(['own-request'])
    const others = view(steps, { request: { ...REQUEST, requestedBy: 'somebody else' } })
    expect(gates(others, command(act), actor)).toEqual([])
  })

  test('and nobody grants what they endorsed', () => {
    const actor = both('agency-head', UNIT_HEAD)
    expect(gates(view(ENDORSED), command('grant'), actor)).toEqual(['own-endorsement'])
    expect(gates(view([step('endorsed', person('another', 'unit-head'))]), command('grant'), actor)).toEqual([])
  })
})

describe('each step has its own people', () => {
  test.each<readonly [AccessAct, readonly AccessStep[], AccessActor, AccessActor]>([
    ['endorse', [], person('elsewhere', 'unit-head', 'unit-one'), UNIT_HEAD],
    ['endorse', [], HEAD, UNIT_HEAD],
    ['grant', ENDORSED, person('another', 'unit-head'), HEAD],
    ['refuse', [], HEAD, UNIT_HEAD],
    ['refuse', ENDORSED, person('another', 'unit-head'), HEAD],
    ['withdraw', [], UNIT_HEAD, ASKER],
    ['revoke', GRANTED, UNIT_HEAD, HEAD],
    ['return', GRANTED, HEAD, ASKER],
  ])('%s', (act, steps, wrong, right) => {
    expect(gates(view(steps), command(act), wrong)).toEqual(['role'])
    expect(gates(view(steps), command(act), right)).toEqual([])
  })

  test('nobody of another agency takes any step', () => {
    for (const act of ['endorse', 'grant', 'refuse', 'withdraw', 'revoke', 'return'] as const)
      expect(gates(view(ENDORSED), command(act), { ...HEAD, agency: 'elsewhere' })).toContain('other-agency')
  })
})

describe('each step has its own time', () => {
  const ENDS = ['refused', 'withdrawn', 'revoked', 'returned'] as const
  const whoMay: Readonly<Record<AccessAct, AccessActor>> = {
    endorse: UNIT_HEAD,
    grant: HEAD,
    refuse: HEAD,
    withdraw: ASKER,
    revoke: HEAD,
    return: ASKER,
  }
  test.each(ENDS)('nothing is done to what is %s', (end) => {
    const ended = view([...GRANTED, step(end, HEAD)])
    for (const act of Object.keys(whoMay) as AccessAct[])
      expect(gates(ended, command(act), whoMay[act])).toEqual(['state'])
  })
  test.each<readonly [AccessAct, readonly AccessStep[]]>([
    ['endorse', ENDORSED],
    ['grant', []],
    ['grant', GRANTED],
    ['refuse', GRANTED],
    ['withdraw', GRANTED],
    ['revoke', ENDORSED],
    ['return', ENDORSED],
  ])('%s comes neither too early nor twice', (act, steps) => {
    expect(gates(view(steps), command(act), whoMay[act])).toEqual(['state'])
  })
})

describe('a grant is over by itself', () => {
  const before = new Date(Date.parse(UNTIL) - 1).toISOString()
  test('at midnight after its last day, in the office’s zone, and not before', () => {
    expect(UNTIL).toBe('2026-03-13T16:00:00.000Z')
    expect(accessStateOf(REQUEST, USED, before)).toBe('used')
    expect(accessStateOf(REQUEST, USED, UNTIL)).toBe('expired')
    expect(accessStateOf(REQUEST, GRANTED, UNTIL)).toBe('expired')
  })
  test('and then it is neither revoked nor given back', () => {
    const later = { ...TERMS, now: UNTIL }
    expect(gates(view(GRANTED), command('revoke'), HEAD, later)).toEqual(['state'])
    expect(gates(view(GRANTED), command('revoke'), HEAD, { ...TERMS, now: before })).toEqual([])
  })
})

describe('what is typed in', () => {
  test.each<readonly [string, Partial<AccessCommand>, readonly string[]]>([
    ['longer than asked', { days: 6 }, ['days']],
    ['as long as asked', { days: 5 }, []],
    ['no day', { days: 0 }, ['days']],
    ['half a day', { days: 1.5 }, ['days']],
    ['no term', { days: undefined }, ['days']],
    ['no purpose', { purposes: [] }, ['purposes']],
    ['both purposes', { purposes: ['view', 'copy'] }, []],
  ])('a grant: %s', (_title, more, expected) => {
    expect(gates(view(ENDORSED), command('grant', more), HEAD)).toEqual(expected)
  })
  test('a grant is no wider than the request', () => {
    const narrow = view(ENDORSED, { request: { ...REQUEST, purposes: ['view'] } })
    expect(gates(narrow, command('grant', { purposes: ['view', 'copy'] }), HEAD)).toEqual(['purposes'])
  })
  test('no grant is longer than the place allows', () => {
    const long = view(ENDORSED, { request: { ...REQUEST, days: 90 } })
    expect(gates(long, command('grant', { days: 31 }), HEAD)).toEqual(['days'])
    expect(gates(long, command('grant', { days: 30 }), HEAD)).toEqual([])
  })
  test.each(['refuse', 'revoke'] as const)('%s needs a reason that somebody can read', (act) => {
    const steps = act === 'refuse' ? ENDORSED : GRANTED
    expect(gates(view(steps), command(act, { note: '不行' }), HEAD)).toEqual(['note'])
    expect(gates(view(steps), command(act, { note: REASON }), HEAD)).toEqual([])
  })
})

test('what was handed out comes back before the request is closed', () => {
  expect(gates(view(GRANTED, { loansOut: 2 }), command('return'), ARCHIVIST)).toEqual(['loans-out'])
  expect(gates(view(GRANTED), command('return'), ARCHIVIST)).toEqual([])
})
