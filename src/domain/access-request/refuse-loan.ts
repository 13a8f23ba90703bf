import type { PlainDate } from '../calendar/plain-date.ts'
import type { Refusal } from '../case/refusal.ts'
import { type AccessActor, type AccessTerms, accessStateOf, grantOf, isOpenState } from './access-request.ts'
import { ACCESS_BASIS, SECRECY_BASIS } from './basis.ts'
import { type AccessView, stateWords } from './refuse-step.ts'

export const CARRIERS = ['paper-original', 'paper-copy', 'disc', 'drive', 'other'] as const
export type Carrier = (typeof CARRIERS)[number]
export const CARRIER_TITLES: Readonly<Record<Carrier, string>> = {
  'paper-original': '纸质原件',
  'paper-copy': '纸质复制件',
  disc: '光盘',
  drive: '存储介质',
  other: '其他载体',
}

export const CONDITIONS = ['sound', 'damaged'] as const
export type Condition = (typeof CONDITIONS)[number]
export const CONDITION_TITLES: Readonly<Record<Condition, string>> = { sound: '完好', damaged: '有损' }

const refusal = (gate: string, sentence: string, field?: string): Refusal => ({
  gate,
  basis: gate === 'role' ? ACCESS_BASIS : SECRECY_BASIS,
  sentence,
  ...(field === undefined ? {} : { field }),
})

const refuseOthers = ({ posts }: AccessActor): readonly Refusal[] =>
  posts.some(({ role }) => role === 'archivist') ? [] : [refusal('role', '借出和归还由档案管理员登记')]

/** Every reason against handing something out on a request. */
export function refuseLoan(
  view: AccessView,
  dueOn: PlainDate,
  actor: AccessActor,
  terms: AccessTerms,
): readonly Refusal[] {
  const state = accessStateOf(view.request, view.steps, terms.now)
  const grant = grantOf(view.steps)
  if (!isOpenState(state) || !grant?.untilAt)
    return [...refuseOthers(actor), refusal('state', `这份调阅申请${stateWords(state)}，只有有效的批准才能借出`)]
  const lastOn = lastDayOf(grant.untilAt)
  const mayCopy = grant.purposes?.includes('copy') === true
  return [
    ...refuseOthers(actor),
    ...(mayCopy ? [] : [refusal('purpose', '批准的用途只有查看，没有带走副本，不能借出')]),
    ...(dueOn >= terms.today && dueOn <= lastOn
      ? []
      : [refusal('input', `归还日期应当在今天（${terms.today}）至批准的最后一日（${lastOn}）之间`, 'dueOn')]),
  ]
}

const MS_IN_DAY = 86_400_000
const AHEAD_OF_UTC_MS = 8 * 3_600_000

/** The last day (Asia/Shanghai) of a grant that is over at a midnight. */
export function lastDayOf(untilAt: string): string {
  return new Date(Date.parse(untilAt) + AHEAD_OF_UTC_MS - MS_IN_DAY).toISOString().slice(0, 10)
}

type Returned = { readonly isBack: boolean; readonly condition: Condition; readonly note: string }
const SHORTEST_NOTE = 5

/** Every reason against taking something back. */
export function refuseLoanReturn({ isBack, condition, note }: Returned, actor: AccessActor): readonly Refusal[] {
  const isUnsaid = condition === 'damaged' && [...note].length < SHORTEST_NOTE
  return [
    ...refuseOthers(actor),
    ...(isBack ? [refusal('state', '这一项已经登记归还，不再重复登记')] : []),
    ...(isUnsaid ? [refusal('input', '检查有损的，请写明损在哪里、怎样处理，至少 5 个字', 'note')] : []),
  ]
}
