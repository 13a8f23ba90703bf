import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { parsePlainDate } from '#domain/calendar/plain-date.ts'
import type { Database, Queryable } from '../../db/database.ts'
import { newId } from '../../ids.ts'

export type LeniencySource = { readonly file: string; readonly text: string }
/** For which agency or region the list is; neither = for the whole country. */
export type LeniencyScope = { readonly agencyId?: string; readonly regionCode?: string }
export type RefusedItem = { readonly line: number; readonly sentence: string }
export type LeniencyImport = {
  readonly file: string
  readonly rowsRead: number
  readonly rowsTaken: number
  readonly rowsUnchanged: number
  readonly refused: readonly RefusedItem[]
}

const COLUMNS = ['领域', '情形', '类别', '清单', '项', '条件', '制定机关', '施行日期'] as const
const KINDS: Readonly<Record<string, 'minor' | 'first'>> = { 轻微不罚: 'minor', 首违不罚: 'first' }
type Cells = Readonly<Record<string, string>>

type Counts = Omit<LeniencyImport, 'file'>

/** Takes a list of matters that may go without a penalty, in one transaction; a bad row is named by its line and stops nothing else. */
export async function importLeniency(
  db: Database,
  { file, text }: LeniencySource,
  scope: LeniencyScope,
  importedAt: Date,
): Promise<LeniencyImport> {
  return db.transaction(async (tx) => {
    const counts = await takeLeniencyRows(tx, text, scope, importedAt)
    await tx.query({
      text: `INSERT INTO app.audit_entries (id, at, name, subject, detail) VALUES ($1, $2, 'leniency-imported', $3, $4)`,
      values: [newId(), importedAt, file, JSON.stringify({ ...counts, refused: counts.refused.length })],
    })
    return { file, ...counts }
  })
}

/** Each row of the file, taken, known already, or refused. */
export async function takeLeniencyRows(
  q: Queryable,
  text: string,
  scope: LeniencyScope,
  importedAt: Date,
): Promise<Counts> {
  const rows = readRows(text)
  if (typeof rows === 'string')
    return { rowsRead: 0, rowsTaken: 0, rowsUnchanged: 0, refused: [{ line: 1, sentence: rows }] }
  const refused: RefusedItem[] = []
  let taken = 0
  for (const [index, cells] of rows.entries()) {
    const result = await takeRow(q, cells, scope, importedAt)
    if (typeof result === 'string') refused.push({ line: index + 2, sentence: result })
    else taken += result
  }
  return { rowsRead: rows.length, rowsTaken: taken, rowsUnchanged: rows.length - taken - refused.length, refused }
}

function readRows(text: string): readonly Cells[] | string {
  try {
    const rows: Cells[] = parse(text, { bom: true, columns: true, skip_empty_lines: true, trim: true })
    const missing = COLUMNS.filter((name) => rows[0] !== undefined && !(name in rows[0]))
    return missing.length === 0 ? rows : `第一行缺少：${missing.join('、')}`
  } catch {
    return '文件不是正确的 CSV：引号应当成对，各行的列数应当相同'
  }
}

function refuseCells(cells: Cells): string | undefined {
  const empty = COLUMNS.find((name) => (cells[name] ?? '') === '')
  if (empty !== undefined) return `“${empty}”是空的`
  if (!(String(cells.类别) in KINDS)) return `“类别”应为轻微不罚或者首违不罚，现为“${cells.类别}”`
  const long = Object.entries(LONGEST).find(([name, most]) => (cells[name] ?? '').length > most)
  return long ? `“${long[0]}”应当不超过 ${long[1]} 个字` : refuseDates(cells)
}

function refuseDates({ 施行日期: from = '', 截止日期: until = '' }: Cells): string | undefined {
  const wrong = [from, until].find((text) => text !== '' && parsePlainDate(text) === undefined)
  if (wrong !== undefined) return `日期“${wrong}”不对，应写作 2026-01-01 的样子`
  return until !== '' && until < from ? '“截止日期”早于“施行日期”' : undefined
}

const LONGEST = { 情形: 500, 清单: 200, 项: 40, 条件: 2000, 制定机关: 200 }

async function takeRow(q: Queryable, cells: Cells, scope: LeniencyScope, importedAt: Date): Promise<number | string> {
  const refusal = refuseCells(cells)
  if (refusal !== undefined) return refusal
  const { 领域: domain, 情形: title, 类别: kind = '', 截止日期: until = '' } = cells
  const known = await q.query({
    name: 'leniency-matter',
    text: 'SELECT FROM app.violations WHERE domain = $1 AND title = $2 LIMIT 1',
    values: [domain, title],
  })
  if (known.rows.length === 0) return `违法情形目录的“${domain}”领域里没有“${title}”，请先导入或者核对写法`
  const { agencyId = null, regionCode = null } = scope
  const content = [agencyId, regionCode, ...COLUMNS.map((name) => cells[name] ?? ''), until]
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  const own = [KINDS[kind], domain, title, cells.清单, cells.项, cells.条件, cells.制定机关, cells.施行日期]
  const { rows } = await q.query({
    name: 'insert-leniency-item',
    text: `INSERT INTO app.leniency_items (id, agency_id, region_code, kind, domain, title, list, item_no, conditions, issued_by,
        from_on, until_on, imported_at, content_digest)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT (content_digest) DO NOTHING RETURNING id`,
    values: [newId(), agencyId, regionCode, ...own, until === '' ? null : until, importedAt, digest],
  })
  return rows.length
}
