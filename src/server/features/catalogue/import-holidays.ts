import type { HolidayDay, HolidayFile } from '#domain/calendar/holiday-file.ts'
import { readHolidayFile } from '#domain/calendar/holiday-file.ts'
import type { Database, Queryable, Tx } from '../../db/database.ts'
import { newId } from '../../ids.ts'

/** A row that was not taken: where it stands (line from 1, 0 = the whole file) and why. */
export type RefusedRow = { readonly file: string; readonly line: number; readonly sentence: string }

export type HolidayImport = {
  readonly file: string
  readonly year: number | null
  readonly outcome: 'taken' | 'unchanged' | 'unpublished' | 'refused'
  readonly rowsRead: number
  readonly rowsTaken: number
  readonly refused: readonly RefusedRow[]
}

/** One file by name and content, as it was read from disk. */
export type HolidaySource = { readonly file: string; readonly text: string }

/**
 * Takes the holidays of one file; its good days are stored in one transaction with their audit entry, a bad row is
 * reported and left out. The same days again change nothing; other days of a year that is known replace it.
 */
export async function importHolidays(db: Database, source: HolidaySource, now: Date): Promise<HolidayImport> {
  const parsed = parse(source)
  if (typeof parsed === 'string') return wholeFileRefused(source.file, parsed)
  const report = {
    file: source.file,
    year: parsed.year,
    rowsRead: parsed.rowsRead,
    rowsTaken: parsed.rowsRead - parsed.refusals.length,
    refused: refusedRows(source, parsed),
  }
  if (!parsed.isPublished) return { ...report, outcome: parsed.rowsRead === 0 ? 'unpublished' : 'refused' }
  const outcome = await db.transaction(async (tx) => {
    await tx.query({ text: 'SELECT pg_advisory_xact_lock($1)', values: [LOCK] })
    if (await isStored(tx, parsed)) return 'unchanged' as const
    await store(tx, parsed, now)
    return 'taken' as const
  })
  return { ...report, outcome }
}

/** Two imports at once would both find nothing stored. */
const LOCK = 0x7a66_0004

function parse({ text }: HolidaySource): HolidayFile | string {
  try {
    return readHolidayFile(JSON.parse(text.replace(/^\uFEFF/, '')))
  } catch {
    return '文件不是合法的 JSON，请核对括号、引号和逗号'
  }
}

function wholeFileRefused(file: string, sentence: string): HolidayImport {
  const refused = [{ file, line: 0, sentence }]
  return { file, year: null, outcome: 'refused', rowsRead: 0, rowsTaken: 0, refused }
}

/** JSON.parse tells no lines, so a row is found again by its date, counting up through equal ones. */
function refusedRows({ file, text }: HolidaySource, { refusals }: HolidayFile): readonly RefusedRow[] {
  const lines = text.split('\n')
  let from = 0
  return refusals.map((refusal) => {
    const found = lines.findIndex((line, index) => index >= from && line.includes(refusal.text))
    if (found >= 0) from = found + 1
    return { file, line: found + 1, sentence: `第 ${refusal.row} 条：${refusal.reason}` }
  })
}

async function isStored(db: Queryable, { year, days }: HolidayFile): Promise<boolean> {
  const { rows } = await db.query<{ on: string; isOff: boolean }>({
    text: `SELECT h.on_date AS "on", h.is_off AS "isOff" FROM app.holidays h
      WHERE h.year = $1 AND h.imported_at = (
        SELECT imported_at FROM app.holiday_years y WHERE y.year = $1 AND y.published
          AND y.imported_at = (SELECT max(imported_at) FROM app.holiday_years WHERE year = $1))`,
    values: [year],
  })
  const fingerprint = (list: readonly Pick<HolidayDay, 'on' | 'isOff'>[] | typeof rows) =>
    list
      .map((day) => `${day.on}${day.isOff}`)
      .sort()
      .join()
  return rows.length > 0 && fingerprint(rows) === fingerprint(days)
}

async function store(tx: Tx, { year, source, days }: HolidayFile, now: Date): Promise<void> {
  // The transaction's now() stands in both tables, to the microsecond.
  await tx.query({ text: 'INSERT INTO app.holiday_years (year, source) VALUES ($1, $2)', values: [year, source] })
  await tx.query({
    text: `INSERT INTO app.holidays (on_date, year, is_off, name, source)
      SELECT d.on_date, $1, d.is_off, d.name, $2 FROM unnest($3::date[], $4::boolean[], $5::text[]) d (on_date, is_off, name)`,
    values: [year, source, days.map((day) => day.on), days.map((day) => day.isOff), days.map((day) => day.name)],
  })
  await tx.query({
    text: 'INSERT INTO app.audit_entries (id, at, name, subject, detail) VALUES ($1, $2, $3, $4, $5)',
    values: [newId(), now, 'holidays-imported', String(year), JSON.stringify({ source, days: days.length })],
  })
}
