import { textOf } from './fill-by-fields.ts'
import { type Filler, type Filling, textIn } from './filling.ts'
import { letterOf } from './letter.ts'
import { listed, sentence, withoutStop } from './wording.ts'

const names = ({ state }: Filling): string => listed(state.parties.map(({ name }) => name))

/** 转送: what was handed in here goes to the body that reviews, with the reasons for upholding (行政复议法第三十二条第二款). */
export const fillReviewForwarding: Filler = letterOf((filling) => {
  const say = (label: string) => textOf(filling, label)
  return {
    addressee: say('行政复议机关'),
    opening: [
      `${names(filling)}不服本机关作出的${withoutStop(say('被申请复议的决定'))}，于${say('申请日期')}通过本机关提出行政复议申请。`,
      `本机关认为应当维持原决定：${sentence(say('维持的理由'))}`,
      '依据《中华人民共和国行政复议法》第三十二条第二款的规定，现将行政复议申请转送你机关。',
    ],
  }
})

/** 答复: to the reviewing body that follows from whom the agency answers to (行政复议法第四十八条). */
export const fillReviewAnswer: Filler = letterOf((filling) => {
  const say = (label: string) => textOf(filling, label)
  const body = say('行政复议机关')
  const number = say('答复通知书文号')
  const notice = number === '' ? '答复通知书' : `答复通知书（${number}）`
  return {
    addressee: body,
    role: '申请人',
    ownRole: '答复人（被申请人）',
    opening: [
      `本机关收到${body}的${notice}。${names(filling)}不服本机关作出的${withoutStop(say('被申请复议的决定'))}申请行政复议一案，依据《中华人民共和国行政复议法》第四十八条的规定，现答复如下：`,
    ],
    rows: answered(filling, '行政复议的请求和理由', '答复意见'),
  }
})

/** 答辩: to the court that has the case (行政诉讼法第六十七条第一款). */
export const fillDefence: Filler = letterOf((filling) => {
  const say = (label: string) => textOf(filling, label)
  const number = say('案号')
  return {
    addressee: say('人民法院'),
    role: '原告',
    ownRole: '答辩人（被告）',
    opening: [
      `${names(filling)}不服本机关作出的${withoutStop(say('被诉的决定'))}提起行政诉讼一案${number === '' ? '' : `，案号${number}`}，本机关已经收到起诉状副本。依据《中华人民共和国行政诉讼法》第三十四条、第六十七条第一款的规定，现答辩如下：`,
    ],
    rows: answered(filling, '诉讼请求和理由', '答辩意见'),
  }
})

function answered(filling: Filling, ...labels: readonly string[]) {
  return [...labels, '证据、依据和其他材料'].map((label) => ({ label, text: textOf(filling, label) }))
}

/** What the agencies agreed on, or their superior designated (处罚法第二十五条第二款). */
function whoseItIs({ state, run }: Filling): string {
  const disputes = state.runs.filter(({ parent, procedure }) => parent === run.id && procedure === 'jurisdiction')
  const dispute = disputes.findLast(({ outcome }) => outcome !== 'dropped')
  if (dispute?.outcome !== 'elsewhere') return ''
  const [agency, superior, number] = ['competent-agency', 'superior', 'designation-number'].map((name) =>
    textIn(dispute, name),
  )
  const isAgreed = dispute.taken.some(({ action }) => action === 'agree-elsewhere')
  return isAgreed ? `经双方协商，本案由${agency}管辖。` : `${superior}已经指定本案由${agency}管辖（${number}）。`
}

/** What was found belongs to another body. */
export const fillReferral: Filler = letterOf((filling) => {
  const say = (label: string) => textOf(filling, label)
  const causes = [...new Set(filling.state.violations.map(({ cause: named }) => named))]
  const cause = say('涉嫌的违法行为') || listed(causes)
  return {
    addressee: say('受移送机关'),
    opening: [
      `本机关在核查“${filling.state.name}”中发现${cause === '' ? '有关事项' : `${names(filling)}涉嫌${withoutStop(cause)}`}，不属于本机关管辖。`,
      whoseItIs(filling),
      say('核查情况') && `核查情况：${sentence(say('核查情况'))}`,
      `移送的理由和依据：${sentence(say('移送的理由和依据') || say('移送依据'))}`,
    ],
    closing: ['现将有关材料移送你机关，请依法处理，并将处理结果函告本机关。'],
  }
})
