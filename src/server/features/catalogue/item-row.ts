import { createHash } from 'node:crypto'
import { parsePlainDate } from '#domain/calendar/plain-date.ts'
import { textProblem, tidy } from '#domain/form/text-problems.ts'
import { ITEM_KINDS, type ItemKind } from '#domain/item/item.ts'
import { formatBasis, parseBasis } from '#domain/violation/basis.ts'

/** The columns of the exchange file; 截止日期 and 实施机关 may be missing. */
export const ITEM_COLUMNS = [
  '事项编码',
  '事项名称',
  '事项类别',
  '设定依据',
  '行使层级',
  '公布日期',
  '施行日期',
] as const
const LONGEST = { 事项编码: 80, 事项名称: 200, 行使层级: 40, 设定依据: 2000 } as const
const MAY_BE_EMPTY: readonly string[] = ['公布日期']
const LONGEST_BASIS = 1000

export type Cells = Readonly<Record<string, string>>
export type ItemRow = {
  readonly code: string
  readonly name: string
  readonly kind: ItemKind
  readonly basis: string
  readonly level: string
  readonly publishedOn: string | null
  readonly fromOn: string
  readonly untilOn: string | null
  readonly digest: string
}

/** One row of the file as it will be stored, or what is wrong with it and what would be right. */
export function readItemRow(cells: Cells): ItemRow | string {
  const cell = (name: string) => tidy(cells[name] ?? '')
  const empty = ITEM_COLUMNS.find((name) => cell(name) === '' && !MAY_BE_EMPTY.includes(name))
  if (empty !== undefined) return `“${empty}”是空的，应当写明`
  const wrong = refuseTexts(cell) ?? refuseDates(cell)
  if (wrong !== undefined) return wrong
  const kind = kindNamed(cell('事项类别'))
  if (kind === undefined) return `“事项类别”应为${ITEM_KINDS.join('、')}之一，现为“${cell('事项类别')}”`
  const basis = basisOf(cell('设定依据'))
  if ('sentence' in basis) return basis.sentence
  const row = {
    code: cell('事项编码'),
    name: cell('事项名称'),
    kind,
    basis: basis.text,
    level: cell('行使层级'),
    publishedOn: cell('公布日期') || null,
    fromOn: cell('施行日期'),
    untilOn: cell('截止日期') || null,
  }
  return { ...row, digest: createHash('sha256').update(JSON.stringify(row)).digest('hex') }
}

type Cell = (name: string) => string

function refuseTexts(cell: Cell): string | undefined {
  const found = Object.entries(LONGEST).map(([title, maxLength]) =>
    textProblem(cell(title), { title, maxLength, multiline: title === '设定依据' }),
  )
  return found.find((sentence) => sentence !== undefined)
}

function refuseDates(cell: Cell): string | undefined {
  const wrong = ['公布日期', '施行日期', '截止日期'].find(
    (name) => cell(name) !== '' && parsePlainDate(cell(name)) === undefined,
  )
  if (wrong !== undefined) return `“${wrong}”${cell(wrong).slice(0, 20)}不是日期，应写作 2026-01-01 的样子`
  const until = cell('截止日期')
  return until !== '' && until < cell('施行日期') ? '“截止日期”早于“施行日期”' : undefined
}

/** Lists write 行政检查 or only 检查, 其他行政权力 or 其他类. */
function kindNamed(text: string): ItemKind | undefined {
  if (text.startsWith('其他')) return '其他'
  return ITEM_KINDS.find((kind) => kind === text || kind === `行政${text}`)
}

function basisOf(text: string): { readonly text: string } | { readonly sentence: string } {
  const parts = text
    .split(/[|；;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const bad = parts.find((part) => parseBasis(part) === undefined)
  if (bad !== undefined || parts.length === 0)
    return {
      sentence: `“设定依据”里“${(bad ?? text).slice(0, 60)}”不是完整的依据，应当写作《…》第…条第…款，几条之间用“|”分开`,
    }
  const places = parts.flatMap((part) => parseBasis(part) ?? [])
  const written = [...new Set(places.map(formatBasis))].join('、')
  return written.length > LONGEST_BASIS
    ? { sentence: `“设定依据”超过 ${LONGEST_BASIS} 个字，请删减` }
    : { text: written }
}
