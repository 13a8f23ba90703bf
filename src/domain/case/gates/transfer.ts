import type { Gate } from '../../procedure/definition.ts'
import { type CaseView, childOf, textOf } from '../view.ts'

const TRANSFER = '《行政执法机关移送涉嫌犯罪案件的规定》'

/** A transfer is a wait, not an end: the case comes back when nobody is prosecuted (移送规定第十条、第十三条). */
export const transferReturned: Gate = {
  id: 'transfer-returned',
  basis: `${TRANSFER}第十条、第十三条`,
  refuse: (view) =>
    refuseUnless(view, ['not-approved', 'not-filed', 'returned'], '移送还没有退回：等待移送决定或者公安机关的书面结果'),
}

export const transferConvicted: Gate = {
  id: 'transfer-convicted',
  basis: '《行政处罚法》第二十七条、第三十五条',
  refuse: (view) => refuseUnless(view, ['convicted'], '司法机关还没有追究刑事责任的结果'),
}

/** The reply of the police is awaited from this day on. */
export const sentByToday: Gate = {
  id: 'sent-by-today',
  basis: `${TRANSFER}第五条`,
  judgesInput: true,
  field: 'sent-on',
  refuse: (view) => (textOf(view, 'sent-on') > view.env.today ? '移送日期不能晚于今天' : undefined),
}

function refuseUnless(view: CaseView, outcomes: readonly string[], sentence: string): string | undefined {
  const transfer = childOf(view, 'transfer')
  return transfer?.outcome !== undefined && outcomes.includes(transfer.outcome) ? undefined : sentence
}
