import { officeSecond, type TrailEntry } from './trail-entry.ts'

const HEAD = ['序号', '时间', '人员', '机关', '事项', '对象', '说明', '来源地址', '编号'] as const
/** Without it spreadsheets of this country read UTF-8 as GBK. */
const BOM = '\uFEFF'
/** A cell that begins like this is run by a spreadsheet, also after blanks and in full width. */
const RUNS = /^[\s\u3000]*[=+\-@＝＋－＠]|^[\t\r\n]/u

/** One cell of RFC 4180; what a spreadsheet would run as a formula begins with an apostrophe and is shown as it stands. */
export function csvCell(text: string): string {
  const safe = RUNS.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const lineOf = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** A trail as a file for analysis: one header, one line an entry, in order. */
export function trailCsv(entries: readonly TrailEntry[]): string {
  const lines = entries.map((entry, index) =>
    lineOf([
      String(index + 1),
      officeSecond(entry.at),
      ...[entry.who, entry.agency, entry.what, entry.object, entry.detail, entry.address, entry.id],
    ]),
  )
  return BOM + lineOf(HEAD) + lines.join('')
}
