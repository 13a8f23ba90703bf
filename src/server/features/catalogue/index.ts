export { loadCalendar } from './calendar-queries.ts'
export { readShippedYears, shippedCalendar } from './holidays.ts'
export { type HolidayImport, type HolidaySource, importHolidays } from './import-holidays.ts'
export { loadParameterValues } from './parameter-queries.ts'
