import { isRunning, lastDayOf } from '../../case/clock.ts'
import { findRun } from '../../case/state.ts'
import { rowsOf } from './fact-rows.ts'
import { timesOf } from './fill-record.ts'
import { type Filler, type Filling, peopleIn, textIn } from './filling.ts'
import { citation, newestOf } from './issued-documents.ts'
import { letterOf } from './letter.ts'
import { officersOf } from './people-blocks.ts'
import { dateInWords, fullBasis, paragraphsOf, sentence, withoutStop } from './wording.ts'

const LAW = '《中华人民共和国行政强制法》'
const WHAT = ['bank', 'account', 'amount'] as const

/** 冻结决定书, with the five things of 强制法第三十一条. */
export const fillFreezeDecision = letterOf((filling) => ({
  opening: [
    `因你（单位）涉嫌违法：${sentence(textIn(filling.run, 'reason'))}`,
    `依据${fullBasis(textIn(filling.run, 'measure-basis')) || '＿＿＿＿＿＿'}和${LAW}第二十九条、第三十一条的规定，本机关决定冻结下列存款、汇款，期限三十日${period(filling)}。`,
  ],
  facts: WHAT,
  closing: ['你（单位）有权进行陈述和申辩。'],
  remedy: '本决定',
}))

export const fillFreezeAssistance = letterOf((filling) => ({
  addressee: textIn(filling.run, 'bank') || '＿＿＿＿＿＿',
  opening: [
    `本机关办理${filling.state.name}，依据${fullBasis(textIn(filling.run, 'measure-basis')) || '＿＿＿＿＿＿'}和${LAW}第三十条的规定，请协助冻结下列存款、汇款，期限三十日${period(filling)}。`,
  ],
  facts: WHAT,
  closing: [
    '请接到本通知书后立即予以冻结，不得拖延，不得在冻结前向当事人泄露信息。',
    `冻结期限届满，本机关没有作出处理决定或者解除冻结决定的，依据${LAW}第三十三条第三款的规定，请自期满之日起解除冻结。`,
  ],
}))

export const fillFreezeExtension = letterOf((filling) => ({
  opening: [
    `${decided(filling)}因${withoutStop(textIn(filling.run, 'extension-reason')) || '情况复杂'}，依据${LAW}第三十二条的规定，经本机关负责人批准，决定延长冻结期限三十日${until(filling)}。`,
  ],
  facts: WHAT,
  remedy: '本决定',
}))

export const fillFreezeRelease = letterOf((filling) => ({
  opening: [`${decided(filling)}因${ground(filling)}，依据${LAW}第三十三条的规定，决定解除对下列存款、汇款的冻结。`],
  facts: WHAT,
  closing: ['本机关已经同时通知金融机构。'],
}))

export const fillFreezeReleaseAssistance = letterOf((filling) => ({
  addressee: textIn(filling.run, 'bank') || '＿＿＿＿＿＿',
  opening: [
    `本机关办理${filling.state.name}，${cited(filling, 'freeze-assistance', '曾请你单位协助冻结下列存款、汇款')}因${ground(filling)}，依据${LAW}第三十三条第二款的规定，决定解除冻结。`,
  ],
  facts: WHAT,
  closing: ['请接到本通知书后立即解除冻结。'],
}))

export const fillFreezeTransfer = letterOf((filling) => ({
  opening: [
    `${decided(filling)}你（单位）的违法行为涉嫌犯罪，依据${LAW}第二十一条的规定，决定将下列冻结的款项一并移送${textIn(filling.run, 'transfer-to') || '＿＿＿＿＿＿'}，特此告知。`,
  ],
  facts: WHAT,
  closing: [sentence(textIn(filling.run, 'transfer-reason')), '对移送的款项，以后由接受移送的机关依法处理。'],
}))

/** 现场笔录 of what was done at the bank. */
export const fillFreezeRecord: Filler = (filling) => ({
  officers: officersOf(filling, peopleIn(filling.run, 'officers')),
  record: {
    ...timesOf(filling),
    place: textIn(filling.run, 'place'),
    attendees: [],
    turns: [],
    opening: '执法人员已出示执法身份证件，并向金融机构交付协助冻结通知书。',
    paragraphs: paragraphsOf(textIn(filling.run, 'scene')),
  },
  rows: rowsOf(filling, [...WHAT, 'scene']),
})

function decided(filling: Filling): string {
  return cited(filling, 'freeze-decision', '本机关依法冻结你（单位）的下列存款、汇款')
}

/** What was done before, with the day and number of its paper in this run. */
function cited({ state, run, party }: Filling, code: string, what: string): string {
  const own = { ...state, documents: state.documents.filter((doc) => doc.run === run.id) }
  const paper = newestOf(own, code, party?.id)
  return paper ? `${dateInWords(paper.issuedOn)}，${what}（${citation(paper)}）。` : `${what}。`
}

function ground({ run }: Filling): string {
  return textIn(run, 'lift-ground') || '＿＿＿＿＿＿'
}

/** …，至2026年7月1日止: where the clock has begun; a draft has none yet. */
function until(filling: Filling): string {
  const running = findRun(filling.state, filling.run.id)?.clocks.findLast(
    (item) => item.clock === 'term' && isRunning(item),
  )
  return running ? `，至${dateInWords(lastDayOf(running))}止` : ''
}

function period(filling: Filling): string {
  const end = until(filling)
  return end === '' ? '' : `，自${dateInWords(filling.document.issuedOn)}起${end}`
}
