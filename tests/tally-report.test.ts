import { expect, test } from 'vitest'
import { addTallies, tallyReport } from '../scripts/tally-report.ts'

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
})

test('each passing and failing test counts once, a skipped one not at all', () => {
  const report = { testResults: [file('passed', 'passed', 'skipped'), file('failed', 'passed', 'failed', 'failed')] }
  expect(tallyReport(report)).toEqual({ passed: 2, failed: 2 })
})

test('a file that did not load is a failure although it has no test', () => {
  expect(tallyReport({ testResults: [file('failed')] })).toEqual({ passed: 0, failed: 1 })
})

test('no report is nothing passed, and tiers add up', () => {
  expect(tallyReport(undefined)).toEqual({ passed: 0, failed: 0 })
  expect(
    addTallies([
      { passed: 3, failed: 1 },
      { passed: 4, failed: 0 },
    ]),
  ).toEqual({ passed: 7, failed: 1 })
})
