import { type Calendar, isWorkingDay } from '../../calendar/calendar.ts'
import { officeDateOf } from '../../calendar/due-at.ts'
import { addDays, type PlainDate, weekday, yearOf } from '../../calendar/plain-date.ts'
import { parameterValueOf } from '../../parameter/registry.ts'
import type { Gate } from '../../procedure/definition.ts'
import { type CaseView, factOf, textOf } from '../view.ts'

const OFFICE_OFFSET_MS = 8 * 3_600_000

/** Never at night and never on a day off, unless it cannot wait and the reason is written down (强制法第四十三条第一款). */
export const dayTimeOnly: Gate = {
  id: 'day-time-only',
  basis: '《行政强制法》第四十三条第一款',
  judgesInput: true,
  field: 'began-at',
  refuse: (view) => {
    const [began, ended] = [factOf(view, 'began-at'), factOf(view, 'ended-at')]
    if (typeof began !== 'string' || typeof ended !== 'string' || textOf(view, 'urgency') !== '') return undefined
    const off = daysFrom(officeDateOf(began), officeDateOf(ended)).find((day) => isDayOff(view, day))
    if (off !== undefined) return `${off} 是法定节假日或者休息日，不得实施强制执行；情况紧急的，请写明`
    return touchesNight(view, began, ended) ? '不得在夜间实施强制执行；情况紧急的，请写明' : undefined
  },
}

function daysFrom(first: PlainDate, last: PlainDate): readonly PlainDate[] {
  const days: PlainDate[] = []
  for (let day = first; day <= last && days.length < 400; day = addDays(day, 1)) days.push(day)
  return days
}

function isDayOff({ env }: CaseView, day: PlainDate): boolean {
  if (isWorkingDay(env.calendar, day)) return false
  return isHoliday(env.calendar, day) || parameterValueOf(env.parameters, 'coercion.on-days-off', env.today) === true
}

/** A weekday that is off is a statutory holiday; weekends between are told from it by the arrangement of the year. */
function isHoliday({ years }: Calendar, day: PlainDate): boolean {
  return weekday(day) <= 5 || years.get(yearOf(day))?.off.has(day) === true
}

/** Any minute of the act between the beginning and the end of the night, which may lie beyond midnight. */
function touchesNight({ env }: CaseView, began: string, ended: string): boolean {
  const from = minutesOf(String(parameterValueOf(env.parameters, 'coercion.night-from', env.today)))
  const to = minutesOf(String(parameterValueOf(env.parameters, 'coercion.night-to', env.today)))
  const isNight = (minute: number) => (from <= to ? from <= minute && minute < to : minute >= from || minute < to)
  const [first, last] = [minuteOfDay(began), minuteOfDay(ended)]
  return isNight(first) || isNight(last) || officeDateOf(began) !== officeDateOf(ended) || (first < from && from < last)
}

function minutesOf(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  return hours * 60 + minutes
}

function minuteOfDay(instant: string): number {
  return Math.floor(((Date.parse(instant) + OFFICE_OFFSET_MS) % 86_400_000) / 60_000)
}
