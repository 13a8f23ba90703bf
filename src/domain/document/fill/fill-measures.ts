import { isRunning, lastDayOf } from '../../case/clock.ts'
import { findRun } from '../../case/state.ts'
import { rowsOf } from './fact-rows.ts'
import { dateIn, type Filler, type Filling, issuingAction, textIn } from './filling.ts'
import { citation, newestOf } from './issued-documents.ts'
import { approvalsOf, officersOf } from './people-blocks.ts'
import { remedyBlock } from './remedy-block.ts'
import { thingLines } from './thing-lines.ts'
import { violationsOf } from './violation-blocks.ts'
import { dateInWords, fullBasis, listed, sentence, withoutStop } from './wording.ts'

const PENALTY = '《中华人民共和国行政处罚法》'
const COERCION = '《中华人民共和国行政强制法》'

type Said = { readonly opening: readonly string[]; readonly closing?: readonly string[]; readonly remedy?: string }
type Say = (filling: Filling) => Said

/** A letter about things: what is said before the list and after it, and against what there is a remedy. */
function letter(say: Say): Filler {
  return (filling) => {
    const { opening, closing = [], remedy } = say(filling)
    const isSaid = (text: string) => text !== ''
    const things = thingLines(filling)
    const said = { opening: opening.filter(isSaid), closing: closing.filter(isSaid), rows: [], things }
    return {
      custody: decides(filling) ? { ...said, noteTitle: '处理' } : said,
      ...(remedy === undefined ? {} : remedyBlock(filling, remedy)),
    }
  }
}

export const fillPreservationNotice = letter((filling) => ({
  opening: [
    `因你（单位）${suspected(filling)}，有关证据可能灭失或者以后难以取得，依据${PENALTY}第五十六条的规定，经本机关负责人批准，决定对下列证据先行登记保存。`,
    textIn(filling.run, 'reason') && `登记保存的理由：${sentence(textIn(filling.run, 'reason'))}`,
  ],
  closing: [
    textIn(filling.run, 'keeping') && `保存方式和地点：${sentence(textIn(filling.run, 'keeping'))}`,
    `本机关将自登记保存之日起七个工作日内作出处理决定${until(filling, 'handling')}。在此期间，你（单位）和有关人员不得销毁或者转移证据。`,
  ],
}))

export const fillPreservationDecision = letter((filling) => ({
  opening: [`${taken(filling, 'preservation-notice')}依据${PENALTY}第五十六条的规定，现作出如下处理决定：`],
  closing: [reasonSaid(filling)],
  remedy: '本处理决定',
}))

export const fillPreservationLift = letter((filling) => ({
  opening: [
    `${taken(filling, 'preservation-notice')}处理期限已经届满，先行登记保存措施自行终止。依据${PENALTY}第五十六条的规定，现予解除，返还下列物品：`,
  ],
  closing: ['请持本通知书和身份证明，到本机关领取；就地保存的，自收到本通知书之时起可以使用和处置。'],
}))

export const fillTestCommission = letter((filling) => ({
  opening: [
    `${textIn(filling.run, 'received-by') || '＿＿＿＿＿＿'}：`,
    `本机关办理${filling.state.name}，需要对下列样品进行检测（检验、检疫、鉴定），现予委托。`,
  ],
  closing: [
    textIn(filling.run, 'test-items') && `要求：${sentence(textIn(filling.run, 'test-items'))}`,
    '请核对封条和样品状态后接收，出具书面结果并加盖印章；剩余样品请妥善保存，等候本机关通知。',
  ],
}))

export const fillSampleDisposal = letter((filling) => ({
  opening: [
    `${taken(filling, 'sampling-record', '抽取下列样品')}检测（检验、检疫、鉴定）结果：${sentence(textIn(filling.run, 'result'))}现对样品处理如下：`,
  ],
  closing: ['应当返还的样品，请持本通知书和身份证明到本机关领取。'],
}))

export const fillSeizureDecision = letter((filling) => {
  const { run } = filling
  return {
    opening: [
      `因你（单位）${suspected(filling)}：${sentence(textIn(run, 'reason'))}`,
      `依据${fullBasis(textIn(run, 'measure-basis')) || '＿＿＿＿＿＿'}和${COERCION}第二十二条、第二十五条的规定，本机关决定对下列场所、设施或者财物实施${measureOf(filling)}，期限三十日${period(filling)}。需要检测、检验、检疫或者技术鉴定的，其期间不计入。`,
    ],
    closing: [
      '查封、扣押期间，任何人不得使用、转移、隐匿、损毁。就地保存的，你（单位）应当妥善保管，不得破坏封条。',
      '你（单位）有权进行陈述和申辩。',
    ],
    remedy: '本决定',
  }
})

export const fillSeizureExtension = letter((filling) => ({
  opening: [
    `${taken(filling, 'seizure-decision', `对下列场所、设施或者财物实施${measureOf(filling)}`)}因${withoutStop(textIn(filling.run, 'extension-reason')) || '情况复杂'}，依据${COERCION}第二十五条第一款、第二款的规定，经本机关负责人批准，决定延长期限三十日${until(filling, 'term')}。`,
  ],
  remedy: '本决定',
}))

export const fillTestPeriod = letter((filling) => ({
  opening: [
    `${taken(filling, 'seizure-decision', `对下列财物实施${measureOf(filling)}`)}其中有需要检测、检验、检疫或者技术鉴定的：${sentence(textIn(filling.run, 'test-words'))}`,
  ],
  closing: [
    `依据${COERCION}第二十五条第三款的规定，检测、检验、检疫或者技术鉴定的期间不计入查封、扣押的期限，自${dateInWords(filling.document.issuedOn)}起停止计算，预计至${dateInWords(dateIn(filling.run, 'test-until') ?? filling.document.issuedOn)}结束，到检测、鉴定实际结束之日恢复。费用由本机关承担。`,
  ],
}))

export const fillSeizureDisposal = letter((filling) => ({
  opening: [
    `${taken(filling, 'seizure-decision', `对你（单位）的财物实施${measureOf(filling)}`)}依据${COERCION}第二十七条的规定，现对下列财物作出处理决定：`,
  ],
  closing: [reasonSaid(filling)],
  remedy: '本处理决定',
}))

export const fillSeizureLift = letter((filling) => {
  const ground = textIn(filling.run, 'lift-ground')
  const why = ground === '' ? reasonSaid(filling) : `因${ground}，`
  const article = ground === '' ? '第十九条' : '第二十八条'
  return {
    opening: [
      `${taken(filling, 'seizure-decision', `对你（单位）的财物实施${measureOf(filling)}`)}${why}依据${COERCION}${article}的规定，决定解除对下列财物的${measureOf(filling)}，立即退还。`,
    ],
    closing: ['请持本决定书和身份证明核对、领取，并在返还物品清单上签名；就地保存的，由本机关派员启封。'],
    remedy: '本决定',
  }
})

export const fillEarlyDisposal = letter((filling) => ({
  opening: [
    `${taken(filling, 'seizure-decision', `对你（单位）的财物实施${measureOf(filling)}`)}其中下列物品属于鲜活物品或者其他不易保管的财物，依据${COERCION}第二十六条第一款、第二十八条第二款的规定，经本机关负责人批准，先行变卖或者拍卖：`,
  ],
  closing: [reasonSaid(filling), '变卖或者拍卖所得款项由本机关保存，依案件处理结果退还或者上缴。'],
}))

export const fillGoodsTransfer = letter((filling) => {
  const decidedFor = textIn(filling.run, 'transfer-to')
  const to = decidedFor || textIn(filling.run, 'received-by') || '＿＿＿＿＿＿'
  const done = decidedFor
    ? `你（单位）的违法行为涉嫌犯罪，依据${COERCION}第二十一条的规定，决定将下列查封、扣押的财物一并移送${to}，特此告知。`
    : `依据${COERCION}第二十一条的规定，已将下列查封、扣押的财物移送${to}，特此告知。`
  return {
    opening: [`本机关办理${filling.state.name}，${done}`],
    closing: [reasonSaid(filling), '对移送的财物，以后由接受移送的机关依法处理。'],
  }
})

/** 审批表 of a measure: what is asked for, and who agreed. */
export const fillMeasureApproval: Filler = (filling) => ({
  rows: rowsOf(filling, ['measure', 'scope', 'reason', 'measure-basis', 'bank', 'account', 'amount', 'urgency']),
  approvals: approvalsOf(filling),
  officers: officersOf(filling),
})

/** 审批表 of what becomes of things: what was done before, what is asked now, and who agreed. */
export const fillThingsApproval: Filler = (filling) => {
  const { state, run } = filling
  const own = { ...state, documents: state.documents.filter((doc) => doc.run === run.id) }
  const before = newestOf(own, 'preservation-notice') ?? newestOf(own, 'seizure-decision')
  const { asks = [], extends: lengthened = [] } = issuingAction(filling)?.action ?? {}
  const clock = lengthened.length > 0 ? run.clocks.findLast((item) => item.clock === lengthened[0]) : undefined
  return {
    rows: [
      ...(before ? [{ label: '原文书', text: citation(before) }] : []),
      ...rowsOf(filling, asks),
      ...(clock ? [{ label: '延长至', text: dateInWords(lastDayOf(clock)) }] : []),
    ],
    approvals: approvalsOf(filling),
    officers: officersOf(filling),
  }
}

export const fillEarlyAnnouncement = letter((filling) => ({
  opening: [
    `${filling.state.parties.map(({ name }) => name).join('、')}和其他权利人：`,
    `${taken(filling, 'seizure-decision', `对下列物品实施${measureOf(filling)}`)}其中下列物品属于鲜活物品或者其他不易保管的财物，依据${COERCION}第二十八条第二款的规定，经本机关负责人批准，先行变卖或者拍卖，现予公告：`,
  ],
  closing: [
    reasonSaid(filling),
    '变卖或者拍卖所得款项由本机关保存。权利人可以持权属证明到本机关说明情况，款项依案件处理结果退还或者上缴。',
  ],
}))

/** Whether each line says what becomes of the thing. */
function decides(filling: Filling): boolean {
  return issuingAction(filling)?.action.things?.does === 'decide'
}

function suspected(filling: Filling): string {
  const causes = listed([...new Set(violationsOf(filling).map((item) => item.cause))])
  return causes ? `涉嫌${causes}` : '涉嫌违法'
}

/** 本机关于……作出……: the measure that this paper follows, by its newest paper in this run. */
function taken(filling: Filling, code: string, what = '对你（单位）的有关证据先行登记保存'): string {
  const { state, run, party } = filling
  const own = { ...state, documents: state.documents.filter((doc) => doc.run === run.id) }
  const paper = newestOf(own, code, party?.id)
  return paper ? `${dateInWords(paper.issuedOn)}，本机关依法${what}（${citation(paper)}）。` : `本机关依法${what}。`
}

function measureOf({ run }: Filling): string {
  return textIn(run, 'measure') || '查封、扣押'
}

function reasonSaid({ run }: Filling): string {
  const reason = textIn(run, 'disposal-reason')
  return reason === '' ? '' : `理由和依据：${sentence(reason)}`
}

/** …，至2026年7月1日: where the clock has begun; a draft has none yet. */
function until(filling: Filling, clock: string): string {
  const running = findRun(filling.state, filling.run.id)?.clocks.findLast(
    (item) => item.clock === clock && isRunning(item),
  )
  return running ? `，至${dateInWords(lastDayOf(running))}止` : ''
}

function period(filling: Filling): string {
  const end = until(filling, 'term')
  return end === '' ? '' : `，自${dateInWords(filling.document.issuedOn)}起${end}`
}
