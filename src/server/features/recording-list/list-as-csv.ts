import type { ListAnswer, ListRow } from '#contract/recording-list.ts'
import { dutyTitle, mediaTitle } from '#domain/recording/scene.ts'

/** The columns of the lists that agencies publish. */
const COLUMNS: readonly (readonly [title: string, value: (row: ListRow) => string])[] = [
  ['执法类别', (row) => row.kind],
  ['执法事项', (row) => row.item],
  ['记录环节', (row) => row.title],
  ['记录要求', (row) => dutyTitle(row.duty)],
  ['记录方式', (row) => mediaTitle(row.media)],
  ['开始时点', (row) => row.startsWith],
  ['记录内容', (row) => row.shows],
  ['结束时点', (row) => row.endsWith],
  ['存储期限', (row) => row.retention],
  ['依据', (row) => row.basis],
  ['备注', (row) => row.note],
]

/** The list as CSV with a byte order mark, as spreadsheets here expect it; what would run as a formula is made text. */
export function listAsCsv({ rows }: ListAnswer): string {
  const lines = [COLUMNS.map(([title]) => title), ...rows.map((row) => COLUMNS.map(([, value]) => value(row)))]
  return `\uFEFF${lines.map((cells) => cells.map(cellOf).join(',')).join('\r\n')}\r\n`
}

const RUNS_AS_FORMULA = /^[=+\-@\t\r]/

function cellOf(text: string): string {
  const safe = RUNS_AS_FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
