import { parse } from 'csv-parse/sync'
import type { ItemImport } from '#contract/items.ts'
import type { Database, Queryable } from '../../db/database.ts'
import { newId } from '../../ids.ts'
import { type Cells, ITEM_COLUMNS, type ItemRow, readItemRow } from './item-row.ts'

export type ItemSource = { readonly file: string; readonly text: string }
/** Whose list it is: that of one agency, or of every agency that the file names; and who hands it in. */
export type ItemScope = {
  readonly agencies: ReadonlyMap<string, string>
  readonly agencyId?: string | undefined
  readonly by: string | null
}
type Placed = { readonly line: number; readonly cells: Cells }
type Parsed = { readonly record: Cells; readonly info: { readonly lines: number } }

/** The same by a command, in a transaction of its own. */
export async function importItems(db: Database, source: ItemSource, agencyId: string | undefined, at: Date) {
  return db.transaction(async (tx) => {
    const scope = { agencies: await agenciesByName(tx), agencyId, by: null }
    const report = await takeItems(tx, source, scope, at)
    await tx.query({
      text: `INSERT INTO app.audit_entries (id, at, name, agency_id, subject, detail) VALUES ($1, $2, 'items-imported', $3, $4, $5)`,
      values: [newId(), at, agencyId ?? null, source.file, JSON.stringify(briefOf(report))],
    })
    return report
  })
}

export const briefOf = ({ rowsRead, rowsTaken, rowsUnchanged, refused }: ItemImport) => ({
  rowsRead,
  rowsTaken,
  rowsUnchanged,
  refused: refused.length,
})

export async function agenciesByName(q: Queryable): Promise<ReadonlyMap<string, string>> {
  const { rows } = await q.query<{ id: string; name: string }>({
    name: 'agencies-by-name',
    text: 'SELECT id, name FROM app.agencies',
  })
  return new Map(rows.map(({ id, name }) => [name, id]))
}

/** Each row of the file, taken as a new version, known already, or refused by its line; a bad row stops nothing else. */
export async function takeItems(q: Queryable, source: ItemSource, scope: ItemScope, at: Date): Promise<ItemImport> {
  const { file } = source
  const rows = readRows(source.text)
  if (typeof rows === 'string')
    return { file, rowsRead: 0, rowsTaken: 0, rowsUnchanged: 0, refused: [{ line: 1, sentence: rows }] }
  await q.query({ name: 'lock-items', text: `SELECT pg_advisory_xact_lock(hashtextextended('items', 0))` })
  const refused: { line: number; sentence: string }[] = []
  let taken = 0
  for (const { line, cells } of rows) {
    const read = readOwned(cells, scope)
    if (typeof read === 'string') refused.push({ line, sentence: read })
    else taken += await insertVersion(q, read, { file, line, by: scope.by, at })
  }
  return { file, rowsRead: rows.length, rowsTaken: taken, rowsUnchanged: rows.length - taken - refused.length, refused }
}

function readRows(text: string): readonly Placed[] | string {
  try {
    const parsed = parse(text, {
      bom: true,
      columns: true,
      info: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly Parsed[]
    const [first] = parsed
    if (first === undefined) return '文件里没有事项；第一行应当是列名，以下一行一个事项'
    const missing = ITEM_COLUMNS.filter((name) => !(name in first.record))
    return missing.length > 0
      ? `第一行缺少：${missing.join('、')}；应当是列名`
      : parsed.map(({ record, info }) => ({ line: info.lines, cells: record }))
  } catch {
    return '文件不是正确的 CSV：引号应当成对，各行的列数应当相同'
  }
}

type Owned = ItemRow & { readonly agency: string }

function readOwned(cells: Cells, scope: ItemScope): Owned | string {
  const row = readItemRow(cells)
  if (typeof row === 'string') return row
  const agency = agencyOf(cells, scope)
  return agency === undefined ? refuseAgency(cells, scope) : { ...row, agency }
}

/** The agency of a row: the one that it names, else the one for which the list is handed in. */
function agencyOf(cells: Cells, { agencies, agencyId }: ItemScope): string | undefined {
  const named = cells.实施机关 ?? ''
  const id = named === '' ? agencyId : agencies.get(named)
  return agencyId === undefined || id === agencyId ? id : undefined
}

function refuseAgency(cells: Cells, { agencies }: ItemScope): string {
  const named = cells.实施机关 ?? ''
  if (named === '') return '没有写“实施机关”，应当写机关的全称'
  if (!agencies.has(named)) return `没有机关“${named.slice(0, 60)}”，应当写机关的全称`
  return `“${named}”是其他机关，这里只导入本机关的事项`
}

type Placing = {
  readonly file: string
  readonly line: number
  readonly by: string | null
  readonly at: Date
}

/** 1 where the row says something else than the newest version of its day, 0 where it is known. */
async function insertVersion(q: Queryable, row: Owned, { file, line, by, at }: Placing): Promise<number> {
  const { agency, code, name, kind, basis, level, publishedOn, fromOn, untilOn, digest } = row
  const { rows } = await q.query({
    name: 'insert-item',
    text: `INSERT INTO app.items (id, agency_id, code, version, name, kind, basis, level, published_on, from_on, until_on,
        source, source_row, imported_by, imported_at, content_digest)
      SELECT $1::uuid, $2::uuid, $3, coalesce((SELECT max(version) FROM app.items WHERE agency_id = $2 AND code = $3), 0) + 1,
        $4, $5, $6, $7, $8::date, $9::date, $10::date, $11, $12::int, $13::uuid, $14::timestamptz, $15
      WHERE $15 IS DISTINCT FROM (SELECT content_digest FROM app.items WHERE agency_id = $2 AND code = $3 AND from_on = $9
        ORDER BY version DESC LIMIT 1)
      RETURNING id`,
    values: [
      ...[newId(), agency, code, name, kind, basis, level, publishedOn, fromOn, untilOn],
      ...[file, line, by, at, digest],
    ],
  })
  return rows.length
}
