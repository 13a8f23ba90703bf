export type Tally = {
  readonly passed: number
  readonly failed: number
  /** What failed, a test or a whole file, by name and with the first line of what was said. */
  readonly failures: readonly string[]
}

type TestResult = {
  readonly status?: string
  readonly fullName?: string
  readonly failureMessages?: readonly string[]
}
type FileResult = {
  readonly status?: string
  readonly name?: string
  readonly message?: string
  readonly assertionResults?: readonly TestResult[]
}

/** Counts vitest's JSON report; a file that failed without a failing test (it did not load) counts as one failure. */
export function tallyReport(report: unknown): Tally {
  const files = (report as { testResults?: readonly FileResult[] } | undefined)?.testResults ?? []
  return addTallies(files.map(tallyFile))
}

function tallyFile(file: FileResult): Tally {
  const results = file.assertionResults ?? []
  const passed = results.filter(({ status }) => status === 'passed').length
  const failures = results.filter(({ status }) => status === 'failed').map((result) => nameTest(file, result))
  if (failures.length === 0 && file.status === 'failed') failures.push(sentence(file.name, undefined, file.message))
  return { passed, failed: failures.length, failures }
}

function nameTest(file: FileResult, result: TestResult): string {
  return sentence(file.name, result.fullName, result.failureMessages?.[0])
}

function sentence(file?: string, test?: string, message?: string): string {
  return [file, test, message?.split('\n', 1)[0]].filter((part) => part).join(' · ')
}

export function addTallies(tallies: readonly Tally[]): Tally {
  const sum = (key: 'passed' | 'failed') => tallies.reduce((total, tally) => total + tally[key], 0)
  return { passed: sum('passed'), failed: sum('failed'), failures: tallies.flatMap((tally) => tally.failures) }
}
