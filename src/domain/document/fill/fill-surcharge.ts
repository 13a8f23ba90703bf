import { surchargeOf } from '../../case/surcharge.ts'
import { amountInDocument } from '../print-data.ts'
import type { Filler, Filling } from './filling.ts'
import { letterOf } from './letter.ts'
import { decisionSaid, payeeRow } from './owed.ts'
import { dateInWords } from './wording.ts'

const LAWS = '《中华人民共和国行政处罚法》第七十二条第一款第一项、《中华人民共和国行政强制法》第四十五条'
const PERCENT = 100

/** 加处罚款决定书: from which day on which amount, how much it has come to on the day of the paper, and that it goes on to grow. */
export const fillSurcharge: Filler = letterOf((filling) => {
  const { capFen, rate } = surcharge(filling)
  return {
    opening: [
      decisionSaid(filling),
      `缴款期限已经届满，你（单位）没有缴清罚款。依据${LAWS}的规定，本机关决定对你（单位）加处罚款：`,
    ],
    rows: [...grown(filling), ...payeeRow(filling)],
    closing: [
      `在缴清以前，本机关可以每日继续按未缴罚款数额的百分之${rate / PERCENT}加处罚款，加处的数额不超出罚款的数额（${amountInDocument(capFen)}）。`,
      '复议、诉讼期间加处罚款的数额不予计算。拒不缴纳的，本机关将依法强制执行，或者申请人民法院强制执行。',
    ],
    remedy: '本加处罚款决定',
  }
})

function surcharge({ env, state, party, document }: Filling) {
  return surchargeOf({ env: { ...env, today: document.issuedOn }, state }, party?.id ?? '')
}

function grown(filling: Filling) {
  const { lines, amountFen, capFen } = surcharge(filling)
  const spans = lines.map(({ fromOn, untilOn, baseFen, days, pausedDays }) => {
    const paused = pausedDays > 0 ? `（扣除复议、诉讼期间${pausedDays}日）` : ''
    return `${dateInWords(fromOn)}至${dateInWords(untilOn)}，${days - pausedDays}日${paused}，未缴罚款${amountInDocument(baseFen)}`
  })
  const capped = amountFen === capFen && amountFen > 0 ? '，已达罚款数额' : ''
  return [
    { label: '逾期起止', text: spans.join('；') },
    { label: '加处金额', text: amountFen > 0 ? `${amountInDocument(amountFen)}${capped}` : '' },
    { label: '计算至', text: dateInWords(filling.document.issuedOn) },
  ]
}
