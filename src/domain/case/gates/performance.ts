import type { PlainDate } from '../../calendar/plain-date.ts'
import type { AddresseeCondition, Basis, Gate } from '../../procedure/definition.ts'
import { alterationOf, whyAltered } from '../alterations.ts'
import { isRunning, lastDayOf } from '../clock.ts'
import { latest } from '../clock-events.ts'
import { debtorsOf, hasPerformed, owedFen } from '../obligations.ts'
import { standingPayments } from '../standing-payments.ts'
import { MAIN_RUN, type Party, type Run, rootRun } from '../state.ts'
import { lastDayToPay, surchargeFen } from '../surcharge.ts'
import { type CaseView, isDelivered, partyFactOf } from '../view.ts'

export function documentDelivered(code: string, title: string, basis: Basis = '《行政处罚法》第六十一条'): Gate {
  return {
    id: `${code}-delivered`,
    basis,
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
    const open = view.parties.filter((party) => !hasPerformed(view, party.id))
    const last = executions.at(-1)
    if (EXECUTED.includes(last?.outcome ?? '') && !isUndone(view, open, last)) return undefined
    return open.length === 0 ? undefined : `${open.map((party) => party.name).join('、')}还没有履行完毕`
  },
}

/** Ends that rest on the money that came in. */
const PAID_FOR: readonly string[] = ['executed', 'agreement-fulfilled', 'court-executed']

/** After the execution had ended by what was paid, a booking of somebody who still owes was taken back. */
function isUndone(
  { state }: CaseView,
  open: readonly Party[],
  { outcome = '', endedSeq = 0 }: Partial<Run> = {},
): boolean {
  const takenBack = (state.payments ?? []).filter(({ reverses, seq }) => reverses !== undefined && seq > endedSeq)
  return PAID_FOR.includes(outcome) && takenBack.some(({ party }) => open.some(({ id }) => id === party))
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

/** A receipt is booked once; the same number again is the same money (处罚法第七十条), unless that booking was a mistake and was taken back. */
export const receiptNew = (basis: Basis): Gate => ({
  id: 'receipt-is-new',
  basis,
  judgesInput: true,
  field: (view) => {
    const twice = bookedTwice(view)
    return twice && `receipt-number@${twice.id}`
  },
  refuse: (view) => {
    const twice = bookedTwice(view)
    return twice && `票据号 ${String(partyFactOf(view, twice.id, 'receipt-number'))} 已经入账，不能再入一次`
  },
})
export const receiptIsNew = receiptNew('《行政处罚法》第七十条')

function bookedTwice({ state, input }: CaseView): Party | undefined {
  return state.parties.find((party) => {
    const { paid, 'receipt-number': number } = input.party[party.id] ?? {}
    const isNamed = typeof number === 'string' && number !== ''
    return isNamed && Number(paid ?? 0) > 0 && standingPayments(state).some(({ reference }) => reference === number)
  })
}

/** Somebody's time to pay, by the decision or by a plan, is over on that day and was not met. */
function isLateOn(run: Run, day: PlainDate, party?: string): boolean {
  const clocks = [...latest(run.clocks, 'payment'), ...latest(run.clocks, 'instalment')]
  const own = party === undefined ? clocks : clocks.filter((clock) => clock.party === party)
  return own.some((clock) => isRunning(clock) && lastDayOf(clock) < day)
}

/** Of several, those whose own time is over; judged once the urging has been taken. */
export const paysLate: AddresseeCondition = (subject, party) => {
  const root = rootRun(subject.state)
  const on = root.taken.at(-1)?.on
  return on !== undefined && owedFen(subject, party) > 0 && isLateOn(root, on, party)
}

/** A fine that is late can be urged, nothing else (强制法第四十五条、第四十六条); what was revoked has a reason of its own. */
export const paymentLate: Gate = {
  id: 'payment-late',
  basis: '《行政强制法》第四十五条第一款',
  refuse: (view) =>
    view.state.parties.some(({ id }) => isLate(view, id)) || decisionStands.refuse(view) !== undefined
      ? undefined
      : '缴款期限还没有届满，或者已经缴清',
}

function isLate(view: CaseView, party: string): boolean {
  const { today } = view.env
  if (owedFen(view, party) === 0) return false
  if (alterationOf(view, party)?.decision) return (lastDayToPay(view, party) ?? '9') < today
  return isLateOn(rootRun(view.state), today, party)
}

/** Nothing is added to a fine that is not late (处罚法第七十二条第一款第一项); what is not late has grown by nothing. */
export const surchargeDue: Gate = {
  id: 'surcharge-due',
  basis: '《行政处罚法》第七十二条第一款第一项',
  refuse: (view) =>
    debtorsOf(view).some(({ id }) => surchargeFen(view, id) > 0) ? undefined : '没有逾期未缴的罚款，不能加处罚款',
}

/** What was revoked is not executed, and what was changed only as it stands now (强制法第四十条第四项). */
export const decisionStands: Gate = {
  id: 'decision-stands',
  basis: '《行政强制法》第四十条第四项',
  refuse: (view) => {
    const altered = view.state.parties.flatMap(({ id, name }) => {
      const alteration = alterationOf(view, id)
      return alteration && !alteration.decision ? [{ name, alteration }] : []
    })
    const unknown = altered.find(({ alteration }) => alteration.how === 'changed')
    const first = unknown ?? (debtorsOf(view).length === 0 ? altered[0] : undefined)
    return first && `${first.name}：${whyAltered(first.alteration)}`
  },
}
