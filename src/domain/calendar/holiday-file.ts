import type { PublishedYear } from './calendar.ts'
import { addDays, type PlainDate, parsePlainDate, weekday, yearOf } from './plain-date.ts'

/** One day that differs from the ordinary week, as a holiday notice says it. */
export type HolidayDay = { readonly on: PlainDate; readonly isOff: boolean; readonly name: string }

/** A holiday file as read: the days taken, and a sentence for every row that was not. */
export type HolidayFile = {
  readonly year: number
  /** False for a file without days: the year's notice is not out, so nothing is published by it. */
  readonly isPublished: boolean
  readonly source: string
  readonly rowsRead: number
  readonly days: readonly HolidayDay[]
  readonly refusals: readonly HolidayRefusal[]
}

/** `row` counts from 1 within the file's list; `text` is a string that stands in the row, to find its line. */
export type HolidayRefusal = { readonly row: number; readonly text: string; readonly reason: string }

type Row = { readonly name: unknown; readonly from: unknown; readonly to: unknown; readonly isOff: unknown }

const LONGEST_HOLIDAY = 31

/** Reads our own format or the holiday-cn format from parsed JSON; answers a sentence when it is neither. */
export function readHolidayFile(json: unknown): HolidayFile | string {
  if (!isRecord(json)) return '文件内容应为一个 JSON 对象'
  const year = json.year
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 2000 || year > 2100) {
    return '“year”应为 2000 至 2100 之间的整数年份'
  }
  const rows = rowsOf(json)
  if (rows === undefined) return '没有找到“days”或者“holidays”“workingDays”列表'
  return takeRows(year, sourceOf(json, year), rows)
}

/** The published facts of a year as the calendar takes them. */
export function publishedYearOf(year: number, days: readonly HolidayDay[]): PublishedYear {
  return {
    year,
    off: days.filter((day) => day.isOff).map((day) => day.on),
    work: days.filter((day) => !day.isOff).map((day) => day.on),
  }
}

function rowsOf(json: Record<string, unknown>): readonly Row[] | undefined {
  const { days, holidays, workingDays } = json
  if (Array.isArray(days)) return days.map(rowOfDay)
  if (!Array.isArray(holidays) || !Array.isArray(workingDays)) return undefined
  return [...holidays.map(rowOfHoliday), ...workingDays.map(rowOfWorkingDay)]
}

function rowOfDay(value: unknown): Row {
  const day = isRecord(value) ? value : {}
  return { name: day.name, from: day.date, to: day.date, isOff: day.isOffDay }
}

function rowOfHoliday(value: unknown): Row {
  const holiday = isRecord(value) ? value : {}
  return { name: holiday.name, from: holiday.from, to: holiday.to ?? holiday.from, isOff: true }
}

function rowOfWorkingDay(value: unknown): Row {
  const day = isRecord(value) ? value : {}
  return { name: day.name, from: day.on, to: day.on, isOff: false }
}

function takeRows(year: number, source: string, rows: readonly Row[]): HolidayFile {
  const days = new Map<PlainDate, HolidayDay>()
  const refusals: HolidayRefusal[] = []
  for (const [index, row] of rows.entries()) {
    const taken = daysOfRow(row, year, days)
    if (typeof taken === 'string') refusals.push({ row: index + 1, text: String(row.from), reason: taken })
    else for (const day of taken) days.set(day.on, day)
  }
  return { year, isPublished: days.size > 0, source, rowsRead: rows.length, days: [...days.values()], refusals }
}

function daysOfRow(row: Row, year: number, seen: ReadonlyMap<PlainDate, HolidayDay>): readonly HolidayDay[] | string {
  const reason = wrongIn(row)
  if (reason !== undefined) return reason
  const span = spanOf(row)
  if (typeof span === 'string') return span
  const [name, isOff] = [String(row.name), row.isOff === true]
  const days = span.map((on) => ({ on, isOff, name }))
  return days.map((day) => wrongDay(day, year, seen)).find((wrong) => wrong !== undefined) ?? days
}

function wrongIn({ name, isOff }: Row): string | undefined {
  if (typeof name !== 'string' || name.trim() === '' || name.length > 40) return '节日名称应为 1 至 40 个字'
  if (typeof isOff !== 'boolean') return '“isOffDay”应为 true（放假）或者 false（上班）'
  return undefined
}

function spanOf({ from, to }: Row): readonly PlainDate[] | string {
  const first = typeof from === 'string' ? parsePlainDate(from) : undefined
  const last = typeof to === 'string' ? parsePlainDate(to) : undefined
  if (first === undefined) return `日期“${String(from)}”不存在，应为 YYYY-MM-DD 形式的真实日期`
  if (last === undefined) return `日期“${String(to)}”不存在，应为 YYYY-MM-DD 形式的真实日期`
  if (last < first) return `放假止日 ${last} 早于起日 ${first}，应把两者对调`
  const span: PlainDate[] = []
  for (let on = first; on <= last && span.length <= LONGEST_HOLIDAY; on = addDays(on, 1)) span.push(on)
  return span.length > LONGEST_HOLIDAY ? `${first} 至 ${last} 超过 ${LONGEST_HOLIDAY} 日，不像一次放假` : span
}

function wrongDay(day: HolidayDay, year: number, seen: ReadonlyMap<PlainDate, HolidayDay>): string | undefined {
  if (Math.abs(yearOf(day.on) - year) > 1) return `日期 ${day.on} 不属于 ${year} 年的放假安排`
  const before = seen.get(day.on)
  if (before !== undefined) return `日期 ${day.on} 重复，前面已按“${before.name}”登记`
  if (!day.isOff && weekday(day.on) <= 5) return `${day.on} 是星期一至星期五，本来就是工作日，不能登记为调休上班`
  return undefined
}

function sourceOf(json: Record<string, unknown>, year: number): string {
  const { source, papers } = json
  if (isRecord(source)) return [source.title, source.number].filter((part) => typeof part === 'string').join('，')
  if (Array.isArray(papers) && papers.length > 0) return papers.map(String).join('，')
  return `${year} 年放假安排，文件未写明来源`
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
