import type { Gate } from '../../procedure/definition.ts'
import { findPayment, reversalOf, standingPayments } from '../standing-payments.ts'
import type { Payment } from '../state.ts'
import { rootRun } from '../state.ts'
import type { CaseView } from '../view.ts'

/** The bank takes the money and the office books what was taken; the account says nothing else (处罚法第六十七条). */
const LAW = '《行政处罚法》第六十七条'
const FIELD = 'reversed-payment'

/** There is something to take back. */
export const somethingBooked: Gate = {
  id: 'something-booked',
  basis: LAW,
  refuse: ({ state }) =>
    standingPayments(state).length > 0 ? undefined : '本案账上没有可以冲销的缴款：还没有入账，或者都已经冲销',
}

/** Only what stands in the account of this case is taken back from it. */
export const bookedHere: Gate = {
  id: 'booked-here',
  basis: LAW,
  judgesInput: true,
  field: FIELD,
  refuse: (view) => (chosen(view) ? undefined : '本案账上没有这一笔缴款，请从账上选一笔'),
}

/** No article speaks of it: a rule of this account, so that each entry and what took it back stand as a pair. */
export const reversedOnce: Gate = {
  id: 'reversed-once',
  basis: LAW,
  judgesInput: true,
  field: FIELD,
  refuse: (view) => {
    const entry = chosen(view)
    const isReversed = entry !== undefined && reversalOf(view.state, entry.id) !== undefined
    return isReversed ? '这一笔已经冲销，不能再冲销（记账规则：一笔只冲销一次）' : undefined
  },
}

/** A rule of this account as well: what was right after all is booked again and not taken back from the taking back. */
export const reversalStands: Gate = {
  id: 'reversal-stands',
  basis: LAW,
  judgesInput: true,
  field: FIELD,
  refuse: (view) =>
    chosen(view)?.reverses === undefined
      ? undefined
      : '这一笔本身是冲销，不能再冲销（记账规则：冲销错了的，按原来的票据号或者流水号重新入账）',
}

function chosen({ state, input }: CaseView): Payment | undefined {
  return findPayment(state, input.case[FIELD])
}

/** While it is open whether a payment was booked by mistake, nobody says that all was paid. */
export const noReversalPending: Gate = {
  id: 'no-reversal-pending',
  basis: LAW,
  refuse: ({ state, procedure }) => {
    const { stage, proposals } = rootRun(state)
    const actions = procedure.stages[stage]?.actions ?? {}
    const isPending = proposals.some(({ action }) => actions[action]?.adds === 'reversal')
    return isPending ? '冲销缴款正在报批，等审批有了结果再结案' : undefined
  },
}
