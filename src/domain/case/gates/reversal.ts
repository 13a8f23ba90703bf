import type { Basis, Gate } from '../../procedure/definition.ts'
import { findPayment, reversalOf, standingPayments } from '../standing-payments.ts'
import type { Payment } from '../state.ts'
import { rootRun } from '../state.ts'
import type { CaseView } from '../view.ts'

const FIELD = 'reversed-payment'

/** There is something to take back. */
const somethingBooked = (basis: Basis): Gate => ({
  id: 'something-booked',
  basis,
  refuse: ({ state }) =>
    standingPayments(state).length > 0 ? undefined : '本案账上没有可以冲销的缴款：还没有入账，或者都已经冲销',
})

/** Only what stands in the account of this case is taken back from it. */
const bookedHere = (basis: Basis): Gate => ({
  id: 'booked-here',
  basis,
  judgesInput: true,
  field: FIELD,
  refuse: (view) => (chosen(view) ? undefined : '本案账上没有这一笔缴款，请从账上选一笔'),
})

/** No article speaks of it: a rule of this account, so that each entry and what took it back stand as a pair. */
const reversedOnce = (basis: Basis): Gate => ({
  id: 'reversed-once',
  basis,
  judgesInput: true,
  field: FIELD,
  refuse: (view) => {
    const entry = chosen(view)
    const isReversed = entry !== undefined && reversalOf(view.state, entry.id) !== undefined
    return isReversed ? '这一笔已经冲销，不能再冲销（记账规则：一笔只冲销一次）' : undefined
  },
})

/** A rule of this account as well: what was right after all is booked again and not taken back from the taking back. */
const reversalStands = (basis: Basis): Gate => ({
  id: 'reversal-stands',
  basis,
  judgesInput: true,
  field: FIELD,
  refuse: (view) =>
    chosen(view)?.reverses === undefined
      ? undefined
      : '这一笔本身是冲销，不能再冲销（记账规则：冲销错了的，按原来的票据号或者流水号重新入账）',
})

/**
 * What is asked before a booking is taken back; it rests on the article by which the money is paid: the account says what came in and
 * nothing else.
 */
export function reversalGates(basis: Basis): readonly Gate[] {
  return [somethingBooked, bookedHere, reversedOnce, reversalStands].map((gate) => gate(basis))
}

function chosen({ state, input }: CaseView): Payment | undefined {
  return findPayment(state, input.case[FIELD])
}

/** While it is open whether a payment was booked by mistake, nobody says that all was paid. */
export const noReversalPending = (basis: Basis): Gate => ({
  id: 'no-reversal-pending',
  basis,
  refuse: ({ state, procedure }) => {
    const { stage, proposals } = rootRun(state)
    const actions = procedure.stages[stage]?.actions ?? {}
    const isPending = proposals.some(({ action }) => actions[action]?.adds === 'reversal')
    return isPending ? '冲销缴款正在报批，等审批有了结果再结案' : undefined
  },
})
