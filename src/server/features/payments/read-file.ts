import { type CsvError, type Info, parse } from 'csv-parse/sync'
import { readNamedColumns } from '#domain/payment/bank-columns.ts'
import { type BankFile, type FileFault, type Row, readBankFile } from '#domain/payment/bank-file.ts'

export type Encoding = 'UTF-8' | 'GBK'
export type ReadFile = BankFile & { readonly encoding: Encoding }

const MOST_LINES = 5_000
const ZIP = 'PK'
const OLD_WORKBOOK = 'ÐÏ'

/** Reads the bytes that a bank gave; a fault says what is wrong with the file and what would be right. */
export function readFile(bytes: Uint8Array, columns: string): ReadFile | FileFault {
  const named = readNamedColumns(columns)
  if (typeof named === 'string') return { sentence: named }
  const text = textOf(bytes)
  if ('sentence' in text) return text
  const rows = rowsOf(text.text)
  if ('sentence' in rows) return rows
  const file = readBankFile(rows.rows, named)
  return 'sentence' in file ? file : { ...file, encoding: text.encoding }
}

/** UTF-8 proves itself; what is none is GBK, or no text at all. */
function textOf(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } | FileFault {
  const start = Buffer.from(bytes.subarray(0, 2)).toString('latin1')
  if (start === ZIP || start === OLD_WORKBOOK)
    return { sentence: '这是 Excel 工作簿，不是 CSV；请用银行的 CSV 文件，或者在表格软件里另存为 CSV（UTF-8）。' }
  const utf8 = decoded(bytes, 'utf-8')
  if (utf8 !== undefined && !utf8.includes('\0')) return { text: utf8, encoding: 'UTF-8' }
  const gbk = decoded(bytes, 'gb18030')
  if (gbk !== undefined && !gbk.includes('\0')) return { text: gbk, encoding: 'GBK' }
  return { sentence: '文件的编码看不懂，应当是 UTF-8 或者 GBK 的 CSV；请用银行给的原文件。' }
}

function decoded(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

type Parsed = { readonly record: string[]; readonly info: Info }

/** Parts the lines; where quotes do not close, nobody knows where a line ends, so nothing is read. */
function rowsOf(text: string): { readonly rows: readonly Row[] } | FileFault {
  try {
    const parsed = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      delimiter: delimiterOf(text),
    }) as unknown as readonly Parsed[]
    if (parsed.length > MOST_LINES) return { sentence: `文件超过 ${MOST_LINES} 行，请按日期分成几份再导入。` }
    return { rows: parsed.map(({ record, info }) => ({ line: info.lines, cells: record })) }
  } catch (error) {
    const { code, lines } = error as CsvError
    if (code === undefined) throw error
    const at = typeof lines === 'number' ? `第 ${lines} 行` : '有一行'
    return { sentence: `${at}不是正确的 CSV：引号应当成对，引号里的引号应当写两个；没有入账，请用银行给的原文件。` }
  }
}

/** Some banks part columns by tabs; the mark that stands most often in the first lines is it. */
function delimiterOf(text: string): string {
  const top = text.slice(0, 4000)
  const count = (mark: string) => top.split(mark).length
  return count('\t') > count(',') ? '\t' : ','
}
