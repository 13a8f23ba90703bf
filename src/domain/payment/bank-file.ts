import type { PlainDate } from '../calendar/plain-date.ts'
import { amountOf, dayOf, plainCell, type Read, serialOf } from './bank-cells.ts'
import { BANK_COLUMNS, type BankColumn, type ColumnPlaces, type NamedColumns, placesOf } from './bank-columns.ts'
import { noticeNumbersIn } from './notice-number.ts'
import { yuanOf } from './yuan.ts'

/** A line of the file as it was parted, with the number that it has in the file. */
export type Row = { readonly line: number; readonly cells: readonly string[] }

/** One transfer that the bank tells of. */
export type BankLine = {
  readonly line: number
  readonly serial: string
  readonly paidOn: PlainDate
  readonly amountFen: number
  readonly payer: string
  readonly receipt: string
  readonly words: string
  /** Numbers of papers that are named in it, the likeliest first. */
  readonly numbers: readonly string[]
}
/** A line that cannot be read, with every reason; its amount where that could be. */
export type BrokenLine = { readonly line: number; readonly amountFen?: number; readonly sentence: string }

export type BankFile = {
  readonly lines: readonly BankLine[]
  readonly broken: readonly BrokenLine[]
  /** Which head was read as what, and which were left out. */
  readonly columns: readonly { readonly head: string; readonly as: string | null }[]
}
/** The file as a whole cannot be read: nothing of it is booked. */
export type FileFault = { readonly sentence: string }

/** Banks put a title and their account above the heads. */
const HEADS_WITHIN = 20
const TOTAL = /^(合计|总计|小计|本页合计)/

/** Reads the lines of a bank's file; pure. What is doubtful about the whole file is a fault, what is wrong with a line is its own. */
export function readBankFile(rows: readonly Row[], named: NamedColumns): BankFile | FileFault {
  const heads = findHeads(rows, named)
  if ('sentence' in heads) return heads
  const { at, places } = heads
  const head = rows[at]?.cells ?? []
  const below = rows.slice(at + 1).filter(({ cells }) => cells.some((cell) => plainCell(cell) !== ''))
  const totals = below.filter(({ cells }) => TOTAL.test(firstOf(cells)))
  const read = below.filter((row) => !totals.includes(row)).map((row) => readRow(row, head.length, places))
  const lines = read.flatMap((item) => ('sentence' in item ? [] : [item]))
  const broken = read.flatMap((item) => ('sentence' in item ? [item] : []))
  const file = { lines, broken, columns: columnsOf(head, places) }
  if (read.length === 0) return { sentence: `第 ${rows[at]?.line ?? 1} 行是列名，下面没有缴款的记录。` }
  return refuseTotals(totals, file, places) ?? file
}

const firstOf = (cells: readonly string[]): string => plainCell(cells.find((cell) => plainCell(cell) !== '') ?? '')

type Heads = { readonly at: number; readonly places: ColumnPlaces }

function findHeads(rows: readonly Row[], named: NamedColumns): Heads | FileFault {
  const top = rows.slice(0, HEADS_WITHIN).map(({ cells }) => placesOf(cells, named))
  const at = top.findIndex((places) => places !== undefined)
  const places = top[at]
  if (typeof places === 'object') return { at, places }
  if (places !== undefined) return { sentence: `第 ${rows[at]?.line ?? 1} 行是列名，但是${places}` }
  const needed = Object.values(BANK_COLUMNS).filter((column) => column.needed)
  const titles = needed.map(({ title }) => title).join('、')
  return {
    sentence: `前 ${HEADS_WITHIN} 行里没有找到列名；文件应当有一行列名，其中有${titles}。列名不同的，请写明对应。`,
  }
}

function readRow({ line, cells }: Row, width: number, places: ColumnPlaces): BankLine | BrokenLine {
  const cell = (column: BankColumn) => plainCell(cells[places[column] ?? -1] ?? '')
  const parts = {
    serial: serialOf(cell('serial')),
    paidOn: dayOf(cell('paidOn')),
    amountFen: amountOf(cell('amount')),
  }
  const tooLong = cells.slice(width).some((extra) => plainCell(extra) !== '')
  const wrong = [
    ...(tooLong || cells.length < width ? [`应当有 ${width} 列，实有 ${cells.length} 列`] : []),
    ...Object.values(parts).flatMap((part: Read<unknown>) => ('wrong' in part ? [part.wrong] : [])),
  ]
  const { serial, paidOn, amountFen } = parts
  if (wrong.length > 0 || !('value' in serial) || !('value' in paidOn) || !('value' in amountFen))
    return { line, ...('value' in amountFen ? { amountFen: amountFen.value } : {}), sentence: `${wrong.join('；')}。` }
  const text = (column: BankColumn) => (cells[places[column] ?? -1] ?? '').replace(/^'/, '').trim()
  const own = noticeNumbersIn(cell('notice'))
  return {
    line,
    serial: serial.value,
    paidOn: paidOn.value,
    amountFen: amountFen.value,
    payer: text('payer').slice(0, 200),
    receipt: cell('receipt').slice(0, 100),
    words: [text('notice'), text('words')]
      .filter((part) => part !== '')
      .join('；')
      .slice(0, 500),
    numbers: own.length > 0 ? own : noticeNumbersIn(cell('words')),
  }
}

function columnsOf(head: readonly string[], places: ColumnPlaces): BankFile['columns'] {
  const read = Object.entries(places) as [BankColumn, number][]
  return head.flatMap((cell, index) => {
    if (plainCell(cell) === '') return []
    const column = read.find(([, at]) => at === index)?.[0]
    return [{ head: plainCell(cell).slice(0, 60), as: column ? BANK_COLUMNS[column].title : null }]
  })
}

/** The bank's own sum proves that nothing was cut off; where it does not agree, nothing is booked. */
function refuseTotals(
  totals: readonly Row[],
  { lines, broken }: BankFile,
  places: ColumnPlaces,
): FileFault | undefined {
  const [total] = totals.slice(-1)
  const told = total && amountOf(total.cells[places.amount ?? -1] ?? '')
  if (!total || !told || !('value' in told) || broken.some((item) => item.amountFen === undefined)) return undefined
  const sum = [...lines, ...broken].reduce((all, { amountFen = 0 }) => all + amountFen, 0)
  if (sum === told.value) return undefined
  const sentence = `第 ${total.line} 行的合计是 ${yuanOf(told.value)}，各行相加是 ${yuanOf(sum)}，文件可能不完整；没有入账，请向银行要完整的文件。`
  return { sentence }
}
