import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Calendar, calendarOf, type PublishedYear } from '#domain/calendar/calendar.ts'
import { publishedYearOf, readHolidayFile } from '#domain/calendar/holiday-file.ts'

const SHIPPED = fileURLToPath(new URL('../../../../db/holidays/', import.meta.url))

/** The holiday years that come with the program, from `db/holidays`; throws when a shipped file is broken. */
export function readShippedYears(folder: string = SHIPPED): readonly PublishedYear[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return names.sort().map((name) => shippedYear(join(folder, name)))
}

/** The calendar without a database: what `zhaofa deadline` counts with. */
export function shippedCalendar(): Calendar {
  return calendarOf(readShippedYears())
}

function shippedYear(path: string): PublishedYear {
  const file = readHolidayFile(JSON.parse(readFileSync(path, 'utf8')))
  if (typeof file === 'string') throw new Error(`${path}: ${file}`)
  const [refusal] = file.refusals
  if (refusal !== undefined) throw new Error(`${path}: ${refusal.reason}`)
  return publishedYearOf(file.year, file.days)
}
