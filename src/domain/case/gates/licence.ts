import type { Basis, Gate } from '../../procedure/definition.ts'
import { childrenOf, takenOf, textOf } from '../view.ts'

/** All that is missing is told at once; there is no second time (许可法第三十二条第一款第四项). */
export const supplementOnce: Gate = {
  id: 'supplement-once',
  basis: '《行政许可法》第三十二条第一款第四项',
  refuse: (view) => (takenOf(view, 'ask-supplement') ? '补正只能一次告知全部内容，已经告知过' : undefined),
}

/** A licence whose term is over would have to be cancelled at once (许可法第七十条第一项). */
export const validFromNowOn: Gate = {
  id: 'valid-from-now-on',
  basis: '《行政许可法》第七十条第一项',
  judgesInput: true,
  field: 'valid-until',
  refuse: (view) => {
    const until = textOf(view, 'valid-until')
    return until !== '' && until <= view.env.today ? '有效期至应晚于今天' : undefined
  },
}

/** Everything that was handed over has arrived. */
export function everythingDeliveredBy(basis: Basis): Gate {
  return {
    id: 'everything-delivered',
    basis,
    refuse: (view) => (childrenOf(view, 'delivery').every((run) => run.endedOn) ? undefined : '还有文书没有送达'),
  }
}

export const everythingDelivered = everythingDeliveredBy('《行政许可法》第四十四条')

/** Who lied, or bought a licence, waits one year or three before asking for the same again (许可法第七十八条、第七十九条). */
export const notBarred: Gate = {
  id: 'not-barred',
  basis: '《行政许可法》第七十八条、第七十九条',
  judgesInput: true,
  field: 'item',
  refuse: (view) => {
    const item = textOf(view, 'item')
    const bar = view.env.register.bars.find((one) => one.item === item && view.env.today <= one.untilOn)
    const who = view.state.parties.find(({ id }) => id === bar?.party)?.name ?? '申请人'
    return bar && `${who}到 ${bar.untilOn} 为止不得再次申请“${item}”（${bar.basis}）`
  },
}
