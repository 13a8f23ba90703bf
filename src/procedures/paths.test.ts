import { describe, expect, test } from 'vitest'
import { shortestPaths } from '#domain/procedure/paths.ts'
import { EXECUTION_ENDS } from '../../tests/support/execution-roads.ts'
import { MEASURE_ENDS } from '../../tests/support/measure-roads.ts'
import { walkPath } from '../../tests/support/walk-path.ts'
import { isBarred, walkable } from '../../tests/support/walkable-paths.ts'
import { PROCEDURES } from './index.ts'
import { penaltyOrdinary } from './penalty-ordinary.ts'

const PATHS = [...PROCEDURES.values()].flatMap((procedure) =>
  walkable(procedure).map((path) => ({ procedure, path, name: `${procedure.title} to ${path.outcome ?? path.to}` })),
)

const ENDS: Readonly<Record<string, readonly string[]>> = {
  clue: ['filed', 'merged', 'not-filed', 'referred'],
  'penalty-ordinary': [
    'criminal-liability',
    'filing-withdrawn',
    'merged',
    'no-penalty-first',
    'no-penalty-mental',
    'no-penalty-minor',
    'no-penalty-no-fault',
    'no-penalty-not-established',
    'no-penalty-under-fourteen',
    'not-filed',
    'out-of-time',
    'penalty',
    'referred',
    'terminated',
  ],
  'penalty-revision': ['changed', 'corrected', 'dropped', 'revoked'],
  jurisdiction: ['dropped', 'elsewhere', 'here'],
  recusal: ['dropped', 'granted', 'refused', 'withdrawn'],
  'host-recusal': ['dropped', 'granted', 'refused', 'withdrawn'],
  suspension: ['resumed'],
  'expert-test': ['dropped', 'told'],
  'penalty-summary': ['penalty', 'turned-to-ordinary'],
  licence: [
    'granted',
    'not-required',
    'refused',
    'refused-false',
    'rejected',
    'rejected-false',
    'reported-up',
    'withdrawn',
  ],
  'licence-hearing': ['given-up', 'held'],
  'licence-recusal': ['dropped', 'granted', 'refused', 'withdrawn'],
  'licence-host-recusal': ['dropped', 'granted', 'refused', 'withdrawn'],
  benefit: ['granted', 'refused', 'rejected', 'withdrawn'],
  confirmation: ['confirmed', 'refused', 'rejected', 'withdrawn'],
  fee: ['dropped', 'paid'],
  levy: ['dropped', 'paid', 'to-enforcement'],
  requisition: ['dropped', 'returned'],
  'licence-change': ['granted', 'refused', 'withdrawn'],
  'licence-renewal': ['granted', 'refused', 'withdrawn'],
  'licence-withdrawal': ['kept', 'withdrawn'],
  'licence-revocation': ['kept', 'revoked', 'revoked-fraud'],
  'licence-cancellation': ['cancelled', 'kept'],
  'legal-review': ['objected', 'pass', 'withdrawn'],
  hearing: ['given-up', 'held'],
  panel: ['agreed', 'differed'],
  delivery: ['delivered'],
  'admin-review': ['altered', 'self-corrected', 'upheld'],
  litigation: ['overturned', 'upheld', 'withdrawn'],
  transfer: ['convicted', 'not-approved', 'not-filed', 'returned'],
  preservation: ['disposed', 'dropped', 'lapsed'],
  sampling: ['disposed', 'dropped'],
  seizure: ['dropped', 'lifted', 'settled'],
  custody: ['emptied'],
  ...MEASURE_ENDS,
  ...EXECUTION_ENDS,
}

describe('every shortest path of every procedure', () => {
  test.each(PATHS)('$name can be walked', ({ procedure, path }) => {
    const { office, run } = walkPath(procedure, path)
    expect({ stage: run.stage, outcome: run.outcome }).toEqual({ stage: path.to, outcome: path.outcome })
    expect(office.refold()).toEqual(office.case)
  })

  test('no penalty is reached past the notice', () => {
    const past = shortestPaths(penaltyOrdinary).filter(isBarred)
    expect(past.length).toBeGreaterThan(0)
    for (const path of past) expect(() => walkPath(penaltyOrdinary, path)).toThrow('penalty-proposed')
  })

  test.each([...PROCEDURES.values()])('$title has exactly the ends that the law knows', (procedure) => {
    const outcomes = shortestPaths(procedure).flatMap((path) => path.outcome ?? [])
    expect(outcomes.toSorted()).toEqual(ENDS[procedure.code])
  })
})
