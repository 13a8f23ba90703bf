import { isInstant } from '../calendar/due-at.ts'
import { parsePlainDate } from '../calendar/plain-date.ts'
import { checkPaper } from './check-paper.ts'
import { checkPortions, checkThings } from './check-rows.ts'
import { type Column, checkTable } from './check-table.ts'
import { moneyFromText } from './money.ts'
import { textProblem, tidy } from './text-problems.ts'

/** One row of a list: a thing taken in, or a portion of one. */
export type FactRow = Readonly<Record<string, string | readonly string[]>>
/** Null only in what is typed in: it takes back what was known, and leaves nothing behind in the state. */
export type FactValue = string | number | boolean | readonly string[] | readonly FactRow[] | null

/** What checking, printing and input need to know of a fact. */
export type FactShape = {
  readonly title: string
  readonly kind:
    | 'text'
    | 'long-text'
    | 'yes-no'
    | 'date'
    | 'instant'
    | 'money'
    | 'count'
    | 'choice'
    | 'basis'
    | 'evidence-list'
    | 'people'
    | 'things'
    | 'portions'
    | 'table'
    | 'payment'
    | 'paper'
  readonly choices?: readonly string[]
  readonly maxLength?: number
  readonly columns?: readonly Column[]
}

export type CheckedFact =
  | { readonly ok: true; readonly value: FactValue }
  | { readonly ok: false; readonly reason: string }

type Check = (fact: FactShape, raw: unknown) => CheckedFact

const TEXT_LENGTH = 200
const LONG_TEXT_LENGTH = 10_000
const LONGEST_LIST = 200
/** 《…》第…条 with numbers in words, and 款, 项, 目 after it; 之一 for articles put in later. Several are parted by 、. */
const NUMERAL = '[一二三四五六七八九十百千零〇两]+'
const ONE_BASIS = `《[^《》]+(?:《[^《》]+》[^《》]*)*》第${NUMERAL}条(之${NUMERAL})?(第${NUMERAL}款)?(第(?:${NUMERAL}|（${NUMERAL}）)项)?(第${NUMERAL}目)?`
const BASIS = new RegExp(`^${ONE_BASIS}(?:、${ONE_BASIS})*$`)
const BASIS_LENGTH = 1000

const CHECKS: Record<FactShape['kind'], Check> = {
  text: (fact, raw) => checkText(fact, raw, { maxLength: fact.maxLength ?? TEXT_LENGTH, multiline: false }),
  'long-text': (fact, raw) => checkText(fact, raw, { maxLength: fact.maxLength ?? LONG_TEXT_LENGTH, multiline: true }),
  'yes-no': (fact, raw) => (typeof raw === 'boolean' ? taken(raw) : refused(fact, '应选择“是”或者“否”')),
  date: checkDate,
  instant: checkInstant,
  money: checkMoney,
  count: checkCount,
  choice: checkChoice,
  basis: checkBasis,
  'evidence-list': (fact, raw) => checkList(fact, raw, '证据'),
  people: (fact, raw) => checkList(fact, raw, '人员'),
  things: checkThings,
  portions: checkPortions,
  table: checkTable,
  payment: checkPayment,
  paper: checkPaper,
}

/**
 * Checks what was typed in for a fact and answers the value to keep (money in fen, text trimmed), or a sentence
 * that says what is wrong and what would be right. Nothing typed is refused: whether it may be left out is the caller's question.
 */
export function checkFact(fact: FactShape, raw: unknown): CheckedFact {
  return isEmpty(raw) ? { ok: false, reason: `“${fact.title}”没有填写` } : CHECKS[fact.kind](fact, raw)
}

/** Whether nothing was typed in: absent, blank text or an empty list. */
export function isEmpty(raw: unknown): boolean {
  if (raw === undefined || raw === null) return true
  return typeof raw === 'string' ? raw.trim() === '' : Array.isArray(raw) && raw.length === 0
}

function checkText(fact: FactShape, raw: unknown, limits: { maxLength: number; multiline: boolean }): CheckedFact {
  if (typeof raw !== 'string') return refused(fact, '应为文字')
  const text = tidy(raw)
  const problem = textProblem(text, { title: fact.title, ...limits })
  return problem === undefined ? taken(text) : { ok: false, reason: problem }
}

function checkDate(fact: FactShape, raw: unknown): CheckedFact {
  if (typeof raw !== 'string') return refused(fact, '应为日期，形式如 2026-06-03')
  const text = raw.trim()
  const date = parsePlainDate(text)
  if (date !== undefined) return taken(date)
  const isDateShaped = /^\d{4}-\d{2}-\d{2}$/.test(text)
  if (isDateShaped) return refused(fact, `日期 ${text} 不存在，请核对年、月、日`)
  return refused(fact, `“${shown(text)}”不是日期，应写作 2026-06-03 这样的形式`)
}

function checkInstant(fact: FactShape, raw: unknown): CheckedFact {
  if (typeof raw !== 'string') return refused(fact, '应为日期和时刻')
  const text = raw.trim()
  if (isInstant(text)) return taken(text)
  return refused(fact, `“${shown(text)}”不是真实的时刻，应写明日期、时刻和时区，如 2026-06-03T09:30:00+08:00`)
}

function checkMoney(fact: FactShape, raw: unknown): CheckedFact {
  if (typeof raw !== 'string') return refused(fact, '金额应以文字填写元，如 2000 或者 2000.50')
  const money = moneyFromText(raw)
  return money.ok ? taken(money.fen) : refused(fact, money.reason)
}

const LARGEST_COUNT = 9999

/** Typed as text, as amounts are: 1.0 and 1e3 are no numbers that anybody writes in an office. */
function checkCount(fact: FactShape, raw: unknown): CheckedFact {
  const text = typeof raw === 'string' ? raw.trim() : ''
  const count = /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined
  return count === undefined ? refused(fact, `应为 1 至 ${LARGEST_COUNT} 的整数，如 10`) : taken(count)
}

function checkChoice(fact: FactShape, raw: unknown): CheckedFact {
  const choices = fact.choices ?? []
  if (typeof raw === 'string' && choices.includes(raw)) return taken(raw)
  return refused(fact, `应为下列之一：${choices.join('、')}`)
}

function checkBasis(fact: FactShape, raw: unknown): CheckedFact {
  const checked = checkText(fact, raw, { maxLength: fact.maxLength ?? BASIS_LENGTH, multiline: false })
  if (!checked.ok || BASIS.test(String(checked.value))) return checked
  return refused(fact, '应写明法律名称和条款，条款用汉字，如《行政处罚法》第三十三条第一款')
}

/** A booking is named by its id; whether it is in the account of this case is the question of a gate. */
function checkPayment(fact: FactShape, raw: unknown): CheckedFact {
  const id = typeof raw === 'string' ? raw.trim() : ''
  return /^[\w-]{1,100}$/.test(id) ? taken(id) : refused(fact, '应从已经入账的缴款里选一笔')
}

function checkList(fact: FactShape, raw: unknown, what: string): CheckedFact {
  if (!Array.isArray(raw) || !raw.every((item) => typeof item === 'string' && item !== '')) {
    return refused(fact, `应为${what}的列表`)
  }
  if (raw.length > LONGEST_LIST) return refused(fact, `最多选择 ${LONGEST_LIST} 项，现为 ${raw.length} 项`)
  if (new Set(raw).size < raw.length) return refused(fact, `同一${what}重复选择，请只选一次`)
  const items: readonly string[] = raw
  const problem = items.map((item) => textProblem(item, { title: fact.title, maxLength: 100, multiline: false }))
  const first = problem.find((sentence) => sentence !== undefined)
  return first === undefined ? taken(items) : { ok: false, reason: first }
}

function shown(text: string): string {
  return [...text].slice(0, 20).join('')
}

function taken(value: FactValue): CheckedFact {
  return { ok: true, value }
}

function refused(fact: FactShape, reason: string): CheckedFact {
  return { ok: false, reason: `“${fact.title}”${reason}` }
}
