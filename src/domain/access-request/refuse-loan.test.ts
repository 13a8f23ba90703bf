import { describe, expect, test } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import type { AccessActor, AccessStep } from './access-request.ts'
import { lastDayOf, refuseLoan, refuseLoanReturn } from './refuse-loan.ts'
import type { AccessView } from './refuse-step.ts'
import { endOf } from './take-step.ts'

const TODAY = plainDate('2026-03-10')
const TERMS = { today: TODAY, now: '2026-03-10T03:00:00.000Z', longestDays: 30 }
const ARCHIVIST: AccessActor = { id: 'wei', agency: 'agency', posts: [{ role: 'archivist', unit: 'archive' }] }
const CLERK: AccessActor = { id: 'chuang', agency: 'agency', posts: [{ role: 'clerk', unit: 'window' }] }
const GRANT: AccessStep = {
  kind: 'granted',
  by: 'shen',
  at: TERMS.now,
  note: '',
  days: 3,
  purposes: ['view', 'copy'],
  untilAt: endOf(TODAY, 3),
}
const view = (steps: readonly AccessStep[]): AccessView => ({
  request: {
    id: 'r',
    agency: 'agency',
    kind: 'external',
    requestedBy: 'wei',
    requestedAt: TERMS.now,
    unit: 'archive',
    needsEndorsement: false,
    purposes: ['view', 'copy'],
    days: 3,
  },
  steps,
  loansOut: 0,
})
const gates = (of: AccessView, dueOn: string, actor = ARCHIVIST, now = TERMS.now) =>
  refuseLoan(of, plainDate(dueOn), actor, { ...TERMS, now }).map(({ field, gate }) => field ?? gate)

describe('handing out', () => {
  test('the archivist hands out until the last day of the grant', () => {
    expect(lastDayOf(endOf(TODAY, 3))).toBe('2026-03-13')
    expect(gates(view([GRANT]), '2026-03-13')).toEqual([])
    expect(gates(view([GRANT]), '2026-03-14')).toEqual(['dueOn'])
    expect(gates(view([GRANT]), '2026-03-10')).toEqual([])
    expect(gates(view([GRANT]), '2026-03-09')).toEqual(['dueOn'])
  })
  test('nobody else does', () => expect(gates(view([GRANT]), '2026-03-12', CLERK)).toEqual(['role']))
  test('a grant to look is none to take away', () => {
    expect(gates(view([{ ...GRANT, purposes: ['view'] }]), '2026-03-12')).toEqual(['purpose'])
  })
  test('nothing goes out without a grant, after it, or when it was revoked', () => {
    expect(gates(view([]), '2026-03-12')).toEqual(['state'])
    expect(gates(view([GRANT]), '2026-03-12', ARCHIVIST, endOf(TODAY, 3))).toEqual(['state'])
    const revoked = { kind: 'revoked', by: 'shen', at: TERMS.now, note: '' } as const
    expect(gates(view([GRANT, revoked]), '2026-03-12')).toEqual(['state'])
  })
})

describe('coming back', () => {
  const back = (more: Partial<Parameters<typeof refuseLoanReturn>[0]>, actor = ARCHIVIST) =>
    refuseLoanReturn({ isBack: false, condition: 'sound', note: '', ...more }, actor).map(
      ({ field, gate }) => field ?? gate,
    )
  test('the archivist checks it and says how it is', () => {
    expect(back({})).toEqual([])
    expect(back({ condition: 'damaged', note: '光盘表面划伤，已重新刻制' })).toEqual([])
  })
  test('damage is described', () => expect(back({ condition: 'damaged', note: '坏' })).toEqual(['note']))
  test('once', () => expect(back({ isBack: true })).toEqual(['state']))
  test('by nobody else', () => expect(back({}, CLERK)).toEqual(['role']))
})
