import { parsePlainDate } from '../calendar/plain-date.ts'
import { amountInFigures } from '../document/amount-in-words.ts'
import type { CheckedFact, FactRow, FactShape } from './check-fact.ts'
import { moneyFromText } from './money.ts'
import { textProblem, tidy } from './text-problems.ts'

/** A column of a table; money is typed and kept in 元, as text. */
export type Column = {
  readonly key: string
  readonly title: string
  readonly kind: 'text' | 'date' | 'money' | 'choice'
  /** What a cell of a choice may say. */
  readonly choices?: readonly string[]
  readonly optional?: true
}

const MOST_ROWS = 60
const CELL_LENGTH = 200

/** A table, row by row and cell by cell; the first mistake is named with its row. */
export function checkTable(fact: FactShape, raw: unknown): CheckedFact {
  const { columns = [] } = fact
  if (!Array.isArray(raw) || !raw.every(isRecord)) return refused(fact, '应为一行一行的表')
  if (raw.length > MOST_ROWS) return refused(fact, `最多 ${MOST_ROWS} 行，现为 ${raw.length} 行`)
  for (const [index, row] of raw.entries()) {
    const problem = problemIn(row, columns)
    if (problem !== undefined) return refused(fact, `第 ${index + 1} 行${problem}`)
  }
  const rows = raw.map((row) => Object.fromEntries(columns.map(({ key }) => [key, tidy(String(row[key] ?? ''))])))
  return { ok: true, value: rows }
}

function problemIn(row: Readonly<Record<string, unknown>>, columns: readonly Column[]): string | undefined {
  const isStrange = Object.keys(row).some((key) => !columns.some((column) => column.key === key))
  if (isStrange) return '有不认识的栏目，请刷新页面后重填'
  return columns.map((column) => cellProblem(row[column.key], column)).find((problem) => problem !== undefined)
}

function cellProblem(raw: unknown, column: Column): string | undefined {
  const { title, kind, optional, choices = [] } = column
  if (raw !== undefined && typeof raw !== 'string') return `的${title}应为文字`
  const text = tidy(raw ?? '')
  if (text === '') return optional ? undefined : `没有写${title}`
  const problem = CELLS[kind](text, title, choices)
  return problem && `的${title}${problem}`
}

type CellCheck = (text: string, title: string, choices: readonly string[]) => string | undefined

const CELLS: Readonly<Record<Column['kind'], CellCheck>> = {
  choice: (text, _title, choices) => (choices.includes(text) ? undefined : `应为下列之一：${choices.join('、')}`),
  text: (text, title) => textProblem(text, { title: '', maxLength: CELL_LENGTH, multiline: false })?.replace(title, ''),
  date: (text) => (parsePlainDate(text) ? undefined : '应写作 2026-06-03 这样的日期'),
  money: (text) => {
    const money = moneyFromText(text)
    return money.ok ? undefined : `：${money.reason}`
  },
}

/** A row as it is printed: 2026-07-15 2,000.00 元. */
export function describeCells(columns: readonly Column[], row: FactRow): string {
  return columns
    .map(({ key, kind }) => cellInWords(kind, String(row[key] ?? '')))
    .filter(Boolean)
    .join(' ')
}

function cellInWords(kind: Column['kind'], text: string): string {
  return kind === 'money' && text !== '' ? `${amountInFigures(fenInCell(text))} 元` : text
}

/** An amount of a checked table, in fen; 0 for what is none. */
export function fenInCell(text: unknown): number {
  const money = moneyFromText(typeof text === 'string' ? text : '')
  return money.ok ? money.fen : 0
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function refused({ title }: FactShape, reason: string): CheckedFact {
  return { ok: false, reason: `“${title}”${reason}` }
}
