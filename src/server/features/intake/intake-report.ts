import type { LineOutcome } from './take-line.ts'

export type ReportLine = Omit<LineOutcome, 'path' | 'mayMend'> & { readonly line: number; readonly file: string }
export type IntakeReport = {
  readonly manifest: string
  readonly batch: string
  readonly at: string
  readonly stored: number
  readonly known: number
  readonly wrong: number
  readonly waiting: number
  readonly lines: readonly ReportLine[]
  /** Files in the folder that no line names; they are left where they are. */
  readonly unlisted: readonly string[]
}

export function reportOf(
  about: Pick<IntakeReport, 'manifest' | 'batch' | 'at' | 'unlisted'>,
  lines: readonly ReportLine[],
): IntakeReport {
  const count = (...states: readonly LineOutcome['is'][]) => lines.filter(({ is }) => states.includes(is)).length
  return {
    ...about,
    stored: count('stored'),
    known: count('known'),
    wrong: count('refused', 'missing'),
    waiting: count('waiting'),
    lines: lines.toSorted((a, b) => a.line - b.line),
  }
}

const MARKS = { stored: '✓', known: '＝', missing: '✗', refused: '✗', waiting: '…' } as const

/** For whoever stands at the docking station. */
export function reportText(report: IntakeReport): string {
  const { manifest, batch, stored, known, wrong, waiting, lines, unlisted } = report
  const rows = lines.map(({ is, line, file, sentence }) => `${MARKS[is]} 第 ${line} 行 ${file}：${sentence}`)
  const strange = unlisted.length > 0 ? [`清单里没有、没有动的文件：${unlisted.join('、')}`] : []
  const total = `${manifest}（批次 ${batch}）：存入 ${stored} 件，先前已有 ${known} 件，有问题 ${wrong} 行，还在写入 ${waiting} 件。`
  return [total, ...rows, ...strange].join('\n')
}
