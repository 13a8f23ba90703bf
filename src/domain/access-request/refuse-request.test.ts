import { describe, expect, test } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { citizenIdCheckDigit } from '../party/citizen-id.ts'
import type { AccessActor } from './access-request.ts'
import { type Bearer, refuseExternal, refuseInternal, type Wanted } from './refuse-request.ts'

const TERMS = { today: plainDate('2026-03-10'), now: '2026-03-10T03:00:00.000Z', longestDays: 30 }
const WANTED: Wanted = { purposes: ['view'], days: 5, reason: '办理同一当事人的另一案件，需要核对证据' }
const CASE = { unit: 'unit-one', handlers: ['lin'] }
const actor = (id: string, role: AccessActor['posts'][number]['role'], unit: string): AccessActor => ({
  id,
  agency: 'agency',
  posts: [{ role, unit }],
})
const OUTSIDER = actor('zhuo', 'handler', 'unit-two')
const fieldsOf = (refusals: readonly { field?: string; gate: string; basis: string; sentence: string }[]) =>
  refusals.map(({ field, gate }) => field ?? gate)

describe('a request from inside', () => {
  test('is taken from somebody who has no ground of their own', () => {
    expect(refuseInternal(WANTED, OUTSIDER, CASE, TERMS)).toEqual([])
    expect(refuseInternal(WANTED, actor('zhou', 'handler', 'unit-one'), CASE, TERMS)).toEqual([])
  })
  test.each([
    ['who handles the case', actor('lin', 'handler', 'unit-one')],
    ['the head of its unit', actor('zheng', 'unit-head', 'unit-one')],
    ['the head of the agency', actor('shen', 'agency-head', 'office')],
  ] as const)('is not needed by %s', (_title, who) => {
    expect(fieldsOf(refuseInternal(WANTED, who, CASE, TERMS))).toEqual(['has-ground'])
    expect(refuseInternal(WANTED, who, undefined, TERMS)).toEqual([])
  })
  test('is needed by the head of another unit', () => {
    expect(refuseInternal(WANTED, actor('bao', 'unit-head', 'unit-two'), CASE, TERMS)).toEqual([])
  })
  test.each<readonly [string, Partial<Wanted>, readonly string[]]>([
    ['without a purpose', { purposes: [] }, ['purposes']],
    ['for no day', { days: 0 }, ['days']],
    ['for longer than the place allows', { days: 31 }, ['days']],
    ['for the longest', { days: 30 }, []],
    ['for part of a day', { days: 2.5 }, ['days']],
    ['without a reason', { reason: '看看' }, ['reason']],
  ])('%s', (_title, more, expected) => {
    expect(fieldsOf(refuseInternal({ ...WANTED, ...more }, OUTSIDER, CASE, TERMS))).toEqual(expected)
  })
})

const INVENTED = '99010219800101001'
const RIGHT = citizenIdCheckDigit(INVENTED)
const WRONG = RIGHT === '1' ? '2' : '1'

describe('a letter from outside', () => {
  const ARCHIVIST = actor('wei', 'archivist', 'archive')
  const BEARER: Bearer = {
    letterOn: plainDate('2026-03-09'),
    idKind: 'resident-id',
    idNumber: INVENTED + RIGHT,
    idChecked: true,
  }
  const fields = (bearer: Partial<Bearer>, who = ARCHIVIST) =>
    fieldsOf(refuseExternal(WANTED, who, { ...BEARER, ...bearer }, TERMS))

  test('is registered by the archivist who saw the identity document', () => expect(fields({})).toEqual([]))
  test('is registered by nobody else', () => expect(fields({}, OUTSIDER)).toEqual(['role']))
  test('is not registered before the document was seen', () => {
    expect(fields({ idChecked: false })).toEqual(['idChecked'])
  })
  test('has a real number: the wrong digit is named', () => {
    expect(fields({ idNumber: INVENTED + WRONG })).toEqual(['idNumber'])
    expect(fields({ idKind: 'passport', idNumber: 'E12345678' })).toEqual([])
  })
  test('is not dated in the future', () => {
    expect(fields({ letterOn: plainDate('2026-03-11') })).toEqual(['letterOn'])
    expect(fields({ letterOn: plainDate('2026-03-10') })).toEqual([])
  })
})
