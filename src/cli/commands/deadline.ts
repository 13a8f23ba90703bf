import { parseArgs } from 'node:util'
import { type Deduction, type DueOn, dueOn, type Term } from '#domain/calendar/deadline.ts'
import { type PlainDate, parsePlainDate, weekday, yearOf } from '#domain/calendar/plain-date.ts'
import { shippedCalendar } from '#server/features/catalogue/index.ts'
import { type Command, wrongUse } from '../command.ts'

const UNITS: Readonly<Record<string, Exclude<Term['unit'], 'hour'>>> = {
  working: 'working-day',
  calendar: 'day',
  month: 'month',
  year: 'year',
}
const UNIT_NAMES = { 'working-day': '个工作日', day: '日（自然日）', month: '个月', year: '年' } as const
const LONGEST = { 'working-day': 10_000, day: 36_500, month: 1_200, year: 100 } as const
const WEEKDAYS = ['', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日']
const OPTIONS = {
  from: { type: 'string' },
  days: { type: 'string' },
  unit: { type: 'string' },
  minus: { type: 'string', multiple: true },
  'no-roll': { type: 'boolean' },
} as const

type Length = { readonly length: number; readonly unit: Exclude<Term['unit'], 'hour'> }

export const command: Command = {
  summary: '计算期限届满日：起算日不计入，给出算术届满日和遇放假顺延后的届满日',
  usage: ['deadline --from 2026-02-12 --days 5 --unit working|calendar|month|year [--minus 起..止]… [--no-roll]'],
  run: async (args) => {
    const { values } = parseArgs({ args: [...args], options: OPTIONS })
    const start = dateGiven('--from', values.from)
    const term = termGiven(values.days, values.unit)
    const deductions = (values.minus ?? []).map(deductionGiven)
    const rolls = values['no-roll'] !== true
    const due = dueOn({ start, term, rolls, deductions, calendar: shippedCalendar() })
    return { text: describe(start, term, rolls, due), data: due }
  },
}

function dateGiven(option: string, text: string | undefined): PlainDate {
  if (text === undefined) throw wrongUse(`缺少 ${option}：应给出起算日，如 ${option} 2026-02-12。`)
  const date = parsePlainDate(text)
  if (date === undefined) throw wrongUse(`${option} 的“${text}”不是真实的日期：应写作 2026-02-12 这样的形式。`)
  if (yearOf(date) < 1949 || yearOf(date) > 2199) throw wrongUse(`${option} 的“${text}”应在 1949 年至 2199 年之间。`)
  return date
}

function termGiven(days: string | undefined, unitName: string | undefined): Length {
  const unit = Object.hasOwn(UNITS, unitName ?? '') ? UNITS[unitName ?? ''] : undefined
  if (unit === undefined) {
    throw wrongUse('--unit 应为 working（工作日）、calendar（自然日）、month（月）、year（年）之一。')
  }
  const length = /^\d{1,6}$/.test(days ?? '') ? Number(days) : Number.POSITIVE_INFINITY
  if (length > LONGEST[unit]) throw wrongUse(`--days 应为 0 至 ${LONGEST[unit]} 之间的整数，如 --days 5。`)
  return { length, unit }
}

function deductionGiven(text: string): Deduction {
  const [first, last, ...more] = text.split('..')
  if (last === undefined || more.length > 0) {
    throw wrongUse(`--minus 的“${text}”应写作 起..止，如 --minus 2026-07-20..2026-07-29。`)
  }
  const span = { from: dateGiven('--minus', first), to: dateGiven('--minus', last) }
  if (span.to < span.from) throw wrongUse(`--minus 的止日 ${span.to} 早于起日 ${span.from}，应把两者对调。`)
  return span
}

function describe(start: PlainDate, term: Length, rolls: boolean, due: DueOn): string {
  const named = (date: PlainDate) => `${date}（${WEEKDAYS[weekday(date)]}）`
  const lines = [
    `自 ${named(start)}起 ${term.length} ${UNIT_NAMES[term.unit]}，起算日不计入`,
    `算术届满日：${named(due.rawDue)}`,
    rolls ? `顺延届满日：${named(due.rolledDue)}` : '不顺延',
  ]
  if (due.estimated) lines.push('注意：涉及尚无放假安排的年度，按周末估算，安排发布后应重算。')
  return lines.join('\n')
}
