import type { Gate } from '../../procedure/definition.ts'
import { clockOf, holds, isClockOver } from '../view.ts'

/** No more is frozen than the act concerns (强制法第二十九条第二款). */
export const amountFits: Gate = {
  id: 'amount-fits',
  basis: '《行政强制法》第二十九条第二款',
  judgesInput: true,
  field: 'amount-fits',
  refuse: (view) =>
    holds(view, 'amount-fits') ? undefined : '冻结的数额应当与违法行为涉及的金额相当，请改填相当的金额',
}

/** What another body has frozen already stays its own (强制法第二十九条第二款). */
export const notFrozenBefore: Gate = {
  id: 'not-frozen-before',
  basis: '《行政强制法》第二十九条第二款',
  judgesInput: true,
  field: 'not-frozen-before',
  refuse: (view) =>
    holds(view, 'not-frozen-before') ? undefined : '已被其他国家机关依法冻结的，不得重复冻结；请办理“不采取措施”',
}

/** The bank lets go by itself only once the term is over (强制法第三十三条第三款). */
export const freezeOver: Gate = {
  id: 'freeze-over',
  basis: '《行政强制法》第三十三条第三款',
  refuse: (view) =>
    isClockOver(view, 'term')
      ? undefined
      : `冻结期限到 ${clockOf(view, 'term')?.rawDue ?? ''}，还没有届满；不再需要冻结的，请作出解除决定`,
}
