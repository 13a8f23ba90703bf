import type { Gate } from '../../procedure/definition.ts'
import { hasPerformed } from '../obligations.ts'
import { planOf } from '../plan.ts'
import { MAIN_RUN, type Party, rootRun } from '../state.ts'
import { payableFen } from '../surcharge.ts'
import { type CaseView, isDelivered, partyFactOf } from '../view.ts'

export function documentDelivered(code: string, title: string): Gate {
  return {
    id: `${code}-delivered`,
    basis: '《行政处罚法》第六十一条',
    refuse: (view) => (isDelivered(view, code) ? undefined : `${title}还没有送达全部当事人`),
  }
}

const EXECUTIONS: readonly string[] = ['coercive-execution', 'court-execution']
/** Ends of an execution after which nothing is left to be done. */
const EXECUTED: readonly string[] = [
  'executed',
  'cleared',
  'agreement-fulfilled',
  'terminated',
  'stopped-for-good',
  'court-executed',
  'court-terminated',
  'court-refused',
]

/**
 * Everything that was decided has been paid or done by every party, with the surcharge that is not waived, or was executed
 * (处罚法第六十六条、第七十二条); no execution is open.
 */
export const performed: Gate = {
  id: 'performed',
  basis: '《行政处罚法》第六十六条',
  refuse: (view) => {
    const executions = view.state.runs.filter((run) => EXECUTIONS.includes(run.procedure) && run.id !== MAIN_RUN)
    if (executions.some((run) => run.endedOn === undefined)) return '强制执行的程序还没有结束'
    if (EXECUTED.includes(executions.at(-1)?.outcome ?? '')) return undefined
    const open = view.parties.filter((party) => !hasPerformed(view, party.id))
    return open.length === 0 ? undefined : `${open.map((party) => party.name).join('、')}还没有履行完毕`
  },
}

/** A payment that lies in the future would stop the surcharge before its time. */
export const paidByToday: Gate = {
  id: 'paid-by-today',
  basis: '《行政处罚法》第七十二条第一款第一项',
  judgesInput: true,
  field: (view) => {
    const early = paidAhead(view)
    return early && `paid-on@${early.id}`
  },
  refuse: (view) => {
    const early = paidAhead(view)
    return early && `${early.name}的缴款日期不能晚于今天`
  },
}

function paidAhead(view: CaseView) {
  return view.parties.find((party) => {
    const on = partyFactOf(view, party.id, 'paid-on')
    return typeof on === 'string' && on > view.env.today
  })
}

/** A receipt is booked once; the same number again is the same money (处罚法第七十条). */
export const receiptIsNew: Gate = {
  id: 'receipt-is-new',
  basis: '《行政处罚法》第七十条',
  judgesInput: true,
  field: (view) => {
    const twice = bookedTwice(view)
    return twice && `receipt-number@${twice.id}`
  },
  refuse: (view) => {
    const twice = bookedTwice(view)
    return twice && `票据号 ${String(partyFactOf(view, twice.id, 'receipt-number'))} 已经入账，不能再入一次`
  },
}

function bookedTwice({ state, input }: CaseView): Party | undefined {
  return state.parties.find((party) => {
    const { paid, 'receipt-number': number } = input.party[party.id] ?? {}
    const isNamed = typeof number === 'string' && number !== ''
    return isNamed && Number(paid ?? 0) > 0 && (state.payments ?? []).some(({ reference }) => reference === number)
  })
}

/** Who asks for time has a plan: days in order that lie ahead, and together exactly what is owed (处罚法第六十六条第二款). */
export const planComplete: Gate = {
  id: 'plan-complete',
  basis: '《行政处罚法》第六十六条第二款',
  judgesInput: true,
  field: (view) => {
    const [party] = withBadPlan(view)
    return party && `instalments@${party.id}`
  },
  refuse: (view) => {
    const planned = view.state.parties.some((party) => rowsOf(view, party).length > 0)
    if (!planned) return '请至少为一名当事人填写缴款计划；延期缴纳的，只填一期'
    const [party, why] = withBadPlan(view)
    return party && `${party.name}的缴款计划${why}`
  },
}

const rowsOf = (view: CaseView, party: Party) => planOf(partyFactOf(view, party.id, 'instalments'))

function withBadPlan(view: CaseView): readonly [party?: Party, why?: string] {
  const found = view.state.parties.map((party) => [party, planProblem(view, party)] as const)
  const bad = found.find(([, why]) => why !== undefined)
  return bad?.[1] === undefined ? [] : [bad[0], bad[1]]
}

function planProblem(view: CaseView, party: Party): string | undefined {
  const rows = rowsOf(view, party)
  if (rows.length === 0) return undefined
  const total = rows.reduce((sum, row) => sum + row.amountFen, 0)
  const owed = payableFen({ state: view.state, run: rootRun(view.state) }, party.id)
  if (rows.some((row) => row.dueOn <= view.env.today)) return '里每一期的日期都应当晚于今天'
  if (new Set(rows.map((row) => row.dueOn)).size < rows.length) return '里有两期是同一天，请合并'
  return total === owed ? undefined : `合计 ${total / 100} 元，应当等于决定的 ${owed / 100} 元`
}

/** A fine that is late can be urged, nothing else (强制法第四十五条、第四十六条). */
export const paymentLate: Gate = {
  id: 'payment-late',
  basis: '《行政强制法》第四十五条第一款',
  refuse: (view) => {
    const clocks = rootRun(view.state).clocks.filter(({ clock }) => clock === 'payment' || clock === 'instalment')
    const late = clocks.some((clock) => clock.metOn === undefined && clock.rolledDue < view.env.today)
    return late ? undefined : '缴款期限还没有届满，或者已经缴清'
  },
}
