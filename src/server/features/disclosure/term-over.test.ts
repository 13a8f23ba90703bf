import { describe, expect, test } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { DEFAULT_VALUES } from '#domain/parameter/resolution.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { LawOffice } from '../../../../tests/support/law-office.ts'
import * as steps from '../../../../tests/support/penalty-steps.ts'
import { drawRecord, type StoredDisclosure } from './read-disclosure.ts'

const OFFICE = steps.reach(new LawOffice(), 'performance')

/** A decision in whose place another stood before, public from that instant. */
function stored(firstPublishedAt: string | null): StoredDisclosure {
  return {
    id: 'disclosure-1',
    documentId: OFFICE.case.documents.findLast(({ code }) => code === 'penalty-decision')?.id ?? '',
    agencyId: OFFICE.case.agency,
    agencyName: '青石区市场监督管理局',
    dueOn: plainDate('2026-06-10'),
    version: 1,
    status: 'due',
    state: OFFICE.case,
    remedy: null,
    reason: null,
    ground: null,
    decided: null,
    effect: null,
    earlier: [],
    firstPublishedAt,
    record: null,
    draft: null,
    preparedBy: null,
    preparedAt: null,
    publishedAt: null,
    recordVersion: 0,
    hiddenByHand: [],
  }
}

const drawn = (firstPublishedAt: string | null, today: string) =>
  drawRecord(stored(firstPublishedAt), {
    procedures: PROCEDURES,
    parameters: DEFAULT_VALUES,
    today: plainDate(today),
  })

describe('a fine was public for a year, under the decision that this one replaced', () => {
  const since = '2026-06-02T01:00:00.000Z'

  test('on the last day of the term it may still be shown', () => {
    expect(drawn(since, '2027-06-02')).toMatchObject({ ok: true })
  })

  test('the day after, the term is over, and it is not shown again', () => {
    expect(drawn(since, '2027-06-03')).toEqual({
      ok: false,
      when: 'never',
      reason: '从原决定公示之日起算，公示期已经届满，不再公示',
      basis: '《信用修复管理办法》（国家发展改革委令第36号）',
    })
  })

  test('what no other decision was public for has its whole term', () => {
    expect(drawn(null, '2027-06-03')).toMatchObject({ ok: true })
  })

  test('the day on which it became public is that of the office, not of the clock in London', () => {
    expect(drawn('2026-06-02T16:30:00.000Z', '2027-06-03')).toMatchObject({ ok: true })
  })
})
