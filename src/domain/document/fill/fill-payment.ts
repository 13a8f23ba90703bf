import { lastDayOf } from '../../case/clock.ts'
import { termOf } from '../../parameter/registry.ts'
import type { Filler, Filling } from './filling.ts'
import { newestOf } from './issued-documents.ts'
import { amountOf, violationsOf } from './violation-blocks.ts'
import { termInWords } from './wording.ts'

/** 罚没款缴款通知书: it goes with the decision, so the last day is given as a rule until that is delivered. */
export const fillPayment: Filler = (filling) => {
  const { env, state, party, document, root } = filling
  const items = [
    { title: '罚款', amountFen: totalOf(filling, 'fine') },
    { title: '没收违法所得', amountFen: totalOf(filling, 'gains') },
  ].filter((item) => item.amountFen > 0)
  const decision = newestOf(state, 'penalty-decision', party?.id)
  const clock = root.clocks.findLast((item) => item.clock === 'payment' && item.party === party?.id)
  const term = termInWords(termOf(env.parameters, 'payment.term', document.issuedOn))
  return {
    payment: {
      ...(decision?.number && { decisionNumber: decision.number }),
      amountFen: items.reduce((sum, item) => sum + item.amountFen, 0),
      items,
      ...(clock && { dueOn: lastDayOf(clock) }),
      dueRule: `自收到行政处罚决定书之日起${term}内`,
      channels: ['持本通知书到指定银行缴纳', '通过电子支付系统缴纳'],
    },
  }
}

function totalOf(filling: Filling, name: 'fine' | 'gains'): number {
  return violationsOf(filling).reduce((sum, item) => sum + amountOf(filling, item, name, 'decided'), 0)
}
