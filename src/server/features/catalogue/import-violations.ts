import type { Readable } from 'node:stream'
import { type CsvError, type Info, parse } from 'csv-parse'
import type { Database, Tx } from '../../db/database.ts'
import { newId } from '../../ids.ts'
import { COLUMNS, type RowRefusal, readViolationRow, type ViolationRow } from './violation-row.ts'
import { insertViolations, type SourcedRow } from './violations-store.ts'

export type ViolationSource = { readonly file: string; readonly domain: string; readonly stream: Readable }

export type RefusedRow = {
  readonly file: string
  readonly line: number
  readonly column: string
  readonly sentence: string
}

/** read = taken + unchanged + blank + refused; the parse rate is `parsed` of `statingAmount`. */
export type ViolationImport = {
  readonly file: string
  readonly domain: string
  readonly rowsRead: number
  readonly rowsTaken: number
  readonly rowsUnchanged: number
  readonly blankLines: readonly number[]
  readonly refused: readonly RefusedRow[]
  readonly statingAmount: number
  readonly parsed: number
  readonly unparsed: readonly RefusedRow[]
}

type Report = {
  -readonly [K in keyof ViolationImport]: ViolationImport[K] extends readonly (infer T)[] ? T[] : ViolationImport[K]
}

type Header = { readonly names: readonly string[]; readonly missing: readonly string[] }
const BATCH = 200
const MAX_RECORD = 1_000_000

/** Streams one CSV file into the catalogue in one transaction; a bad row is reported by line and column and never stops the rest. */
export async function importViolations(
  db: Database,
  source: ViolationSource,
  importedAt: Date,
): Promise<ViolationImport> {
  const report = emptyReport(source)
  await db.transaction(async (tx) => {
    await readInto(tx, source, importedAt, report)
    await tx.query({
      text: `INSERT INTO app.audit_entries (id, at, name, subject, detail) VALUES ($1, $2, 'violations-imported', $3, $4)`,
      values: [
        newId(),
        importedAt,
        source.file,
        JSON.stringify({ read: report.rowsRead, taken: report.rowsTaken, refused: report.refused.length }),
      ],
    })
  })
  return report
}

function emptyReport({ file, domain }: ViolationSource): Report {
  const counts = { rowsRead: 0, rowsTaken: 0, rowsUnchanged: 0, statingAmount: 0, parsed: 0 }
  return { file, domain, ...counts, blankLines: [], refused: [], unparsed: [] }
}

type PlacedRecord = { readonly line: number; readonly record: readonly string[] }
type Parsed = { readonly record: string[]; readonly info: Info }

async function readInto(tx: Tx, source: ViolationSource, importedAt: Date, report: Report): Promise<void> {
  let batch: SourcedRow[] = []
  for await (const row of takenRows(source, report)) {
    batch.push(row)
    if (batch.length < BATCH) continue
    await flush(tx, batch, importedAt, report)
    batch = []
  }
  await flush(tx, batch, importedAt, report)
}

/** The rows that can be taken; the others are counted in the report on the way. */
async function* takenRows(source: ViolationSource, report: Report): AsyncGenerator<SourcedRow> {
  const records = placedRecords(source, report)
  const first = await records.next()
  const header = headerOf(first.value?.record ?? [])
  if (header.missing.length > 0) return refuse(report, 1, '', headerSentence(header))
  for await (const { line, record } of records) {
    const row = readRecord(source, header, record, line, report)
    if (row !== undefined) yield { row, source: source.file, sourceRow: line }
  }
}

/** Records with the line on which they begin; csv-parse tells only where they end. */
async function* placedRecords(source: ViolationSource, report: Report): AsyncGenerator<PlacedRecord, undefined> {
  let line = 1
  for await (const { record, info } of recordsOf(source, report)) {
    yield { line, record }
    line = info.lines + 1
  }
  return undefined
}

function recordsOf({ stream }: ViolationSource, report: Report): AsyncIterable<Parsed> {
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    max_record_size: MAX_RECORD,
    skip_records_with_error: true,
    on_skip: (error) => {
      report.rowsRead += 1
      refuse(report, lineOf(error), '', `这一行不是正确的 CSV：${csvSentence(error)}`)
    },
  })
  stream.on('error', (error) => parser.destroy(error))
  return stream.pipe(parser) as AsyncIterable<Parsed>
}

function lineOf(error: CsvError | undefined): number {
  return typeof error?.lines === 'number' ? error.lines : 0
}

function csvSentence(error: CsvError | undefined): string {
  if (error?.code === 'CSV_MAX_RECORD_SIZE') return '一行太长，多半是引号没有成对'
  if (error?.code === 'CSV_QUOTE_NOT_CLOSED') return '引号没有成对，到文件末尾也没有结束'
  return '引号应当成对，引号里的引号应当写两个'
}

function headerOf(record: readonly string[]): Header {
  const names = record.map((name) => name.trim())
  return { names, missing: COLUMNS.filter((column) => !names.includes(column)) }
}

function headerSentence({ missing }: Header): string {
  return `第一行缺少列“${missing.join('”“')}”；应当是列名，文件应当是 UTF-8 编码的 CSV`
}

function refuse(report: Report, line: number, column: string, sentence: string): void {
  report.refused.push({ file: report.file, line, column, sentence })
}

function readRecord(
  source: ViolationSource,
  header: Header,
  record: readonly string[],
  line: number,
  report: Report,
): ViolationRow | undefined {
  report.rowsRead += 1
  if (record.every((cell) => cell.trim() === '')) {
    report.blankLines.push(line)
    return undefined
  }
  const row = widthRefusal(header, record) ?? readViolationRow(source.domain, cellsOf(header, record))
  if ('column' in row) {
    refuse(report, line, row.column, row.sentence)
    return undefined
  }
  countRange(report, row, line)
  return row
}

function widthRefusal({ names }: Header, record: readonly string[]): RowRefusal | undefined {
  if (record.length === names.length) return undefined
  return {
    column: names[Math.min(record.length, names.length) - 1] ?? '',
    sentence: `应当有 ${names.length} 列，实有 ${record.length} 列`,
  }
}

function cellsOf({ names }: Header, record: readonly string[]): Readonly<{ [column: string]: string }> {
  return Object.fromEntries(names.map((name, index) => [name, record[index] ?? '']))
}

function countRange(report: Report, row: ViolationRow, line: number): void {
  if (!row.statesAmount) return
  report.statingAmount += 1
  if (row.range !== null) report.parsed += 1
  else report.unparsed.push({ file: report.file, line, column: '处罚幅度', sentence: row.rangeProblem ?? '' })
}

async function flush(tx: Tx, batch: readonly SourcedRow[], importedAt: Date, report: Report): Promise<void> {
  if (batch.length === 0) return
  const ids = await insertViolations(tx, batch, importedAt)
  report.rowsTaken += ids.size
  report.rowsUnchanged += batch.length - ids.size
}
