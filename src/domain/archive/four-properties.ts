import { PROPERTY_CHECKS } from './property-checks.ts'
import type { PropertyResult } from './property-result.ts'
import type { PropertyView } from './property-view.ts'

/** 四性检测 (DA/T 70-2018): every check with what was looked at and what was found. */
export function testFourProperties(view: PropertyView): readonly PropertyResult[] {
  return PROPERTY_CHECKS.map(({ id, property, title, run }) => {
    const seen = run(view)
    if ('notRun' in seen) return { id, property, title, result: 'not-run', looked: '', finding: seen.notRun }
    const { looked, problems } = seen
    const isFine = problems.length === 0
    const finding = isFine ? '符合' : problems.join('；')
    return { id, property, title, result: isFine ? 'passed' : 'failed', looked, finding }
  })
}

export function failedChecks(results: readonly PropertyResult[]): readonly PropertyResult[] {
  return results.filter(({ result }) => result === 'failed')
}
