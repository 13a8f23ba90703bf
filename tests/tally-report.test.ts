import { expect, test } from 'vitest'
import { addTallies, tallyReport } from '../scripts/tally-report.ts'

const file = (status: string, ...tests: string[]) => ({
  status,
  name: 'clock.test.ts',
  message: 'it did not load\nat line 3',
  assertionResults: tests.map((each) => ({
    status: each,
    fullName: 'a term ends',
    failureMessages: each === 'failed' ? ['expected 3 to be 4\n    at clock.test.ts:9'] : [],
  })),
})
const none = { passed: 0, failed: 0, failures: [] }

test('each passing and failing test counts once, a skipped one not at all, and what failed is named with its reason', () => {
  const report = { testResults: [file('passed', 'passed', 'skipped'), file('failed', 'passed', 'failed', 'failed')] }
  const named = 'clock.test.ts · a term ends · expected 3 to be 4'
  expect(tallyReport(report)).toEqual({ passed: 2, failed: 2, failures: [named, named] })
})

test('a file that did not load is a failure although it has no test', () => {
  const report = { testResults: [file('failed')] }
  expect(tallyReport(report)).toEqual({ passed: 0, failed: 1, failures: ['clock.test.ts · it did not load'] })
})

test('no report is nothing passed, and tiers add up', () => {
  expect(tallyReport(undefined)).toEqual(none)
  expect(
    addTallies([
      { passed: 3, failed: 1, failures: ['one'] },
      { ...none, passed: 4 },
    ]),
  ).toEqual({ passed: 7, failed: 1, failures: ['one'] })
})
