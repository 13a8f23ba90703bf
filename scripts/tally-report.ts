export type Tally = { readonly passed: number; readonly failed: number }

type FileResult = { readonly status?: string; readonly assertionResults?: readonly { readonly status?: string }[] }

/** Counts vitest's JSON report; a file that failed without a failing test (it did not load) counts as one failure. */
export function tallyReport(report: unknown): Tally {
  const files = (report as { testResults?: readonly FileResult[] } | undefined)?.testResults ?? []
  return addTallies(files.map(tallyFile))
}

function tallyFile(file: FileResult): Tally {
  const statuses = (file.assertionResults ?? []).map((result) => result.status)
  const passed = statuses.filter((status) => status === 'passed').length
  const failed = statuses.filter((status) => status === 'failed').length
  return { passed, failed: failed === 0 && file.status === 'failed' ? 1 : failed }
}

export function addTallies(tallies: readonly Tally[]): Tally {
  const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0)
  return { passed: sum('passed'), failed: sum('failed') }
}
