import { type Calendar, calendarOf, type PublishedYear } from '#domain/calendar/calendar.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Queryable } from '../../db/database.ts'
import { readShippedYears } from './holidays.ts'

type Row = {
  readonly year: number
  readonly published: boolean
  readonly on_date: PlainDate | null
  readonly is_off: boolean | null
}

const NEWEST = `
  SELECT y.year, y.published, h.on_date, h.is_off
  FROM (SELECT DISTINCT ON (year) year, imported_at, published FROM app.holiday_years ORDER BY year, imported_at DESC) y
  LEFT JOIN app.holidays h ON h.year = y.year AND h.imported_at = y.imported_at
  ORDER BY y.year, h.on_date`

/**
 * The calendar to count with: the newest import of each year replaces the year that comes with the program,
 * a withdrawn import makes it estimated again.
 */
export async function loadCalendar(db: Queryable): Promise<Calendar> {
  const { rows } = await db.query<Row>({ name: 'holidays-newest', text: NEWEST })
  const imported = new Set(rows.map((row) => row.year))
  const shipped = readShippedYears().filter(({ year }) => !imported.has(year))
  return calendarOf([...shipped, ...publishedYears(rows)])
}

function publishedYears(rows: readonly Row[]): readonly PublishedYear[] {
  const byYear = Map.groupBy(
    rows.filter((row) => row.published),
    (row) => row.year,
  )
  return [...byYear].map(([year, days]) => ({
    year,
    off: days.flatMap((day) => (day.is_off === true && day.on_date !== null ? [day.on_date] : [])),
    work: days.flatMap((day) => (day.is_off === false && day.on_date !== null ? [day.on_date] : [])),
  }))
}
