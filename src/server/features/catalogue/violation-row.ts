import { createHash } from 'node:crypto'
import { parsePlainDate } from '#domain/calendar/plain-date.ts'
import { parseRange } from '#domain/discretion/parse-range.ts'
import type { PenaltyRange } from '#domain/discretion/penalty-range.ts'
import { statesAmount } from '#domain/discretion/states-amount.ts'
import { type BasisPlace, formatBasis, parseBasis } from '#domain/violation/basis.ts'

/** The columns of the exchange file that are read; 法条内容 and 类案 stay outside. */
export const COLUMNS = [
  '一级',
  '二级',
  '情形抽取',
  '法条依据',
  '处罚依据',
  '处罚种类',
  '处罚幅度',
  '涉刑风险',
  '刑法依据',
] as const
/** May be missing: from which day the text holds (处罚法第三十七条). */
export const IN_FORCE = '施行日期'
export type Column = (typeof COLUMNS)[number]

export type CitedBasis = { readonly role: 'violated' | 'penalty' | 'criminal'; readonly place: BasisPlace }

/** One violation as it will be stored; `statesAmount` tells whether the text of the range counts in the parse rate. */
export type ViolationRow = {
  readonly domain: string
  readonly category: string
  readonly title: string
  readonly cause: string
  readonly basisViolated: string
  readonly basisPenalty: string
  readonly kinds: readonly string[]
  readonly rangeText: string
  readonly range: PenaltyRange | null
  readonly rangeProblem: string | null
  readonly criminalRisk: string | null
  readonly criminalBasis: string | null
  /** Present only where the file says from which day the text holds. */
  readonly inForceFrom?: string
  readonly bases: readonly CitedBasis[]
  readonly statesAmount: boolean
  readonly digest: string
}

export type RowRefusal = { readonly column: string; readonly sentence: string }

const LONGEST: Partial<Record<Column, number>> = { 情形抽取: 500, 处罚幅度: 10_000 }

/** Maps one row of the file; answers which column is wrong and what would be right when it cannot be taken. */
export function readViolationRow(domain: string, cells: Readonly<Record<string, string>>): ViolationRow | RowRefusal {
  const cell = (column: Column) => (cells[column] ?? '').trim()
  const bad = COLUMNS.map((column) => refuseCell(column, cell(column))).find((refusal) => refusal !== undefined)
  if (bad !== undefined) return bad
  const from = (cells[IN_FORCE] ?? '').trim()
  if (from !== '' && parsePlainDate(from) === undefined)
    return { column: '处罚幅度', sentence: `“${IN_FORCE}”${from}不是日期，应写作 2026-01-01 的样子` }
  const title = cell('情形抽取')
  if (title === '') return { column: '情形抽取', sentence: '违法情形是空的，应当写明' }
  const cited = citations(cell('法条依据'))
  if ('column' in cited) return cited
  const criminal = optional(cell('刑法依据'))
  return withRange({
    domain,
    category: [cell('一级'), cell('二级')].filter((text) => text !== '').join('／'),
    title,
    cause: cell('处罚依据') || title,
    ...splitRoles(cited.places, provisionCount(cell('处罚幅度')), criminal),
    kinds: listOf(cell('处罚种类')),
    rangeText: optional(cell('处罚幅度')) ?? '',
    criminalRisk: optional(cell('涉刑风险')),
    criminalBasis: criminal,
    ...inForce(cells),
  })
}

function inForce(cells: Readonly<Record<string, string>>): Pick<ViolationRow, 'inForceFrom'> {
  const from = (cells[IN_FORCE] ?? '').trim()
  return from === '' ? {} : { inForceFrom: from }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

function refuseCell(column: Column, text: string): RowRefusal | undefined {
  if (text.includes('\ufffd')) return { column, sentence: '有不能识别的字符，文件应当是 UTF-8 编码' }
  if (CONTROL.test(text)) return { column, sentence: '有控制字符，应当删去' }
  const longest = LONGEST[column] ?? 5_000
  return text.length > longest ? { column, sentence: `有 ${text.length} 个字，应当不超过 ${longest} 个字` } : undefined
}

function citations(text: string): { readonly places: readonly BasisPlace[] } | RowRefusal {
  const parts = listOf(text)
  if (parts.length === 0) return { column: '法条依据', sentence: '没有写依据，应当写作《…》第…条' }
  const places: BasisPlace[] = []
  for (const part of parts) {
    const place = parseBasis(part)
    if (place === undefined) {
      return { column: '法条依据', sentence: `“${part.slice(0, 60)}”不是完整的依据，应当写作《…》第…条第…款第（…）项` }
    }
    places.push(place)
  }
  return { places }
}

function listOf(text: string): readonly string[] {
  return text
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '暂无')
}

function optional(text: string): string | null {
  return text === '' || text === '暂无' ? null : text
}

function provisionCount(rangeText: string): number {
  return Math.max(1, listOf(rangeText).length)
}

// Citations before the ones that set the penalty are the duties that were violated.
function splitRoles(places: readonly BasisPlace[], penalties: number, criminal: string | null) {
  const first = Math.max(0, places.length - penalties)
  const bases: CitedBasis[] = places.map((place, index) => ({ role: index < first ? 'violated' : 'penalty', place }))
  for (const part of listOf(criminal ?? '')) {
    const place = parseBasis(part)
    if (place !== undefined) bases.push({ role: 'criminal', place })
  }
  const written = (role: CitedBasis['role']) =>
    bases
      .filter((basis) => basis.role === role)
      .map(({ place }) => formatBasis(place))
      .join('；')
  return { bases, basisViolated: written('violated'), basisPenalty: written('penalty') }
}

/** Adds the parsed range and the digest by which the same content is met again. */
export function withRange(row: Omit<ViolationRow, 'range' | 'rangeProblem' | 'statesAmount' | 'digest'>): ViolationRow {
  const result = row.rangeText === '' ? undefined : parseRange(row.rangeText)
  const problem =
    result === undefined || result.ok ? null : `第 ${result.problem.position + 1} 个字：${result.problem.sentence}`
  const digest = createHash('sha256').update(JSON.stringify(row)).digest('hex')
  const range = result?.ok ? result.range : null
  return { ...row, range, rangeProblem: problem, statesAmount: statesAmount(row.rangeText), digest }
}
