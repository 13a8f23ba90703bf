import { paidFen } from '../../case/book-payment.ts'
import { isPenalised } from '../../case/proposal.ts'
import { finesFen } from '../../case/surcharge.ts'
import { amountInDocument } from '../print-data.ts'
import type { Filling } from './filling.ts'
import { decisionSaid } from './owed.ts'

/** What was decided of whom and what of it is paid: it is not halted, and fines count against a fine of the court (移送规定第十一条、处罚法第三十五条第二款). */
export function decidedBefore(filling: Filling): readonly string[] {
  const { root, state } = filling
  const penalised = state.parties.filter(({ id }) => isPenalised(root, id))
  if (penalised.length === 0) return []
  const each = penalised.map((party) => {
    const fine = finesFen({ state, run: root }, party.id)
    const paid = paidFen(state, party.id)
    const money = fine > 0 ? `已经缴纳${amountInDocument(paid)}。` : ''
    return `${party.name}：${decisionSaid({ ...filling, party }).replaceAll('对你（单位）', '')}${money}`
  })
  return [
    ...each,
    '已经作出的警告，责令停产停业，暂扣或者吊销许可证件的决定不停止执行；已经给予罚款的，判处罚金时依法折抵相应罚金（《行政执法机关移送涉嫌犯罪案件的规定》第十一条、《中华人民共和国行政处罚法》第三十五条第二款）。',
  ]
}
