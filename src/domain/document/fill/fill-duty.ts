import { paidFen } from '../../case/book-payment.ts'
import { owedFen } from '../../case/obligations.ts'
import { amountInDocument } from '../print-data.ts'
import { textOf } from './fill-by-fields.ts'
import type { Filler, Filling } from './filling.ts'
import { citation, newestOf } from './issued-documents.ts'
import { letterOf, type Told } from './letter.ts'
import { dateInWords, fullBasis, sentence, withoutStop } from './wording.ts'

const EMERGENCY = '《中华人民共和国突发事件应对法》'
const URGED = '收到本催告书后，你（单位）有权进行陈述和申辩；提出的事实、理由或者证据成立的，本机关予以采纳。'

/** A decision that is told: what was found, on what it rests, what follows in rows, what comes of it. */
function told(role: string, tell: (say: (label: string) => string, filling: Filling) => Told): Filler {
  return letterOf((filling) => ({ role, ...tell((label) => textOf(filling, label), filling) }))
}

const rows = (say: (label: string) => string, ...labels: readonly string[]) =>
  labels.map((label) => ({ label, text: say(label) }))

const asked = (item: string) => `你（单位）向本机关提出的${item}申请，本机关已经受理。`

export const fillRequestRejection = told('申请人', (say) => ({
  opening: [
    `你（单位）向本机关提出${say('事项')}申请，本机关已经收到。`,
    `经审查，${sentence(say('不予受理的理由'))}本机关决定不予受理。`,
  ],
  remedy: '本告知',
}))

export const fillBenefit = told('申请人', (say) => ({
  opening: [
    asked(say('事项')),
    say('核查情况') && `经核查：${sentence(say('核查情况'))}`,
    `依据${fullBasis(say('设定依据'))}的规定，本机关决定给予行政给付：`,
  ],
  rows: rows(say, '事项', '给付金额', '给付标准和期限', '发放方式'),
  remedy: '本行政给付决定',
}))

export const fillBenefitRefusal = told('申请人', (say) => ({
  opening: [
    asked(say('事项')),
    `经审查：${sentence(say('不予给付的理由'))}`,
    `依据${fullBasis(say('设定依据'))}的规定，本机关决定不予行政给付。`,
  ],
  remedy: '本不予行政给付决定',
}))

export const fillConfirmation = told('申请人', (say) => ({
  opening: [
    asked(say('事项')),
    say('核实情况') && `经核实：${sentence(say('核实情况'))}`,
    `依据${fullBasis(say('设定依据'))}的规定，本机关确认如下：`,
  ],
  rows: rows(say, '事项', '确认内容'),
  remedy: '本行政确认决定',
}))

export const fillConfirmationRefusal = told('申请人', (say) => ({
  opening: [
    asked(say('事项')),
    `经核实：${sentence(say('不予确认的理由'))}`,
    `依据${fullBasis(say('设定依据'))}的规定，本机关决定不予确认。`,
  ],
  remedy: '本不予行政确认决定',
}))

export const fillLevy = told('缴款人', (say) => ({
  opening: [
    say('征收的事实') && `经查明：${sentence(say('征收的事实'))}`,
    `依据${fullBasis(say('征收依据'))}的规定，本机关决定征收${withoutStop(say('征收项目'))}：`,
  ],
  rows: rows(say, '征收项目', '征收标准', '应缴金额', '缴款期限', '收款账户'),
  closing: [say('逾期的后果') && `逾期不缴纳的：${sentence(say('逾期的后果'))}`],
  remedy: '本行政征收决定',
}))

/** What came in already, and what is left of it; nothing where nothing came in. */
function stillOwed({ env, state, party }: Filling) {
  const paid = party ? paidFen(state, party.id) : 0
  if (!party || paid === 0) return []
  return [
    { label: '已经缴纳', text: amountInDocument(paid) },
    { label: '尚欠合计', text: amountInDocument(owedFen({ env, state }, party.id)) },
  ]
}

export const fillLevyUrging = told('缴款人', (say, filling) => {
  const decision = newestOf(filling.state, 'levy-decision', filling.party?.id)
  const cited = decision ? `${dateInWords(decision.issuedOn)}，本机关作出${citation(decision)}。` : ''
  return {
    opening: [
      `${cited}缴款期限已经届满，你（单位）没有缴清${withoutStop(say('征收项目'))}。依据《中华人民共和国行政强制法》第三十五条、第五十四条的规定，现催告你（单位）缴纳：`,
    ],
    rows: [
      ...rows(say, '征收项目', '应缴金额', '应缴滞纳金'),
      ...stillOwed(filling),
      ...rows(say, '履行期限', '收款账户'),
      { label: '陈述和申辩', text: URGED },
    ],
    closing: ['逾期仍不缴纳的，本机关将依法强制执行，或者在本催告书送达十个工作日后申请人民法院强制执行。'],
  }
})

export const fillRequisition = told('被征用人', (say) => ({
  opening: [
    `为应对${withoutStop(say('突发事件'))}，${sentence(say('征用理由'))}`,
    `依据${EMERGENCY}第十二条、第七十六条的规定，本机关决定征用你（单位）的下列财产：`,
  ],
  rows: rows(say, '征用的财产', '使用单位和用途', '使用至'),
  closing: [`财产${sentence(say('返还和补偿'))}`],
  remedy: '本应急征用决定',
}))

export const fillCompensation = told('被征用人', (say) => ({
  opening: ['本机关应急征用你（单位）的财产，现已使用完毕。', `依据${EMERGENCY}第十二条的规定，本机关决定给予补偿：`],
  rows: rows(say, '征用的财产', '返还时的状况', '毁损、灭失情况', '补偿金额', '补偿的标准和理由'),
  remedy: '本征用补偿决定',
}))
