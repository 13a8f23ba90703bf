import { countedIn } from '../../case/gates/inspection.ts'
import { parameterValueOf } from '../../parameter/registry.ts'
import { rowsOf } from './fact-rows.ts'
import { timesOf } from './fill-record.ts'
import { dateIn, type Filler, type Filling, holdsIn, nameOf, peopleIn, textIn } from './filling.ts'
import { citation, newestOf } from './issued-documents.ts'
import { letterOf } from './letter.ts'
import { approvalsOf, officersOf } from './people-blocks.ts'
import { dateInWords, fullBasis, listed, paragraphsOf, sentence } from './wording.ts'

const INSPECTEE = '检查对象'
const RIGHTS =
  '你（单位）有权要求检查人员出示执法证件；没有两名以上持证人员、没有本通知书的，有权拒绝检查；有权申请检查人员回避，有权陈述和申辩，有权对检查作出评价、投诉和举报。'
const DUTIES = '你（单位）应当配合检查，如实说明情况、提供有关材料，不得阻挠、隐瞒。'
const DISCIPLINE =
  '检查人员严禁逐利检查，严禁干扰企业正常生产经营，严禁任性处罚企业，严禁下达检查指标，严禁变相检查；不得收受馈赠、参加宴请，不得由你（单位）承担检查费用，不得指定中介服务。'

/** 行政检查审批表: what is to be inspected and why, and how often that was done this year already. */
export const fillInspectionApproval: Filler = (filling) => ({
  rows: [
    { label: '检查对象', text: listed(filling.state.parties.map(({ name }) => name)) },
    ...rowsOf(filling, ['inspection-kind', 'source', 'task-basis', 'item-basis', 'item', 'mode', 'planned-on']),
    { label: '本年度已检查次数和上限', text: frequency(filling) },
    ...rowsOf(filling, ['joint', 'campaign-approval', 'fruitless-reason']),
  ],
  officers: officersOf(filling, peopleIn(filling.run, 'approved-officers')),
  approvals: approvalsOf(filling),
})

export const fillInspectionPlan: Filler = (filling) => ({
  rows: [
    { label: '检查对象', text: listed(filling.state.parties.map(({ name }) => name)) },
    ...rowsOf(filling, ['planned-on', 'approved-officers', 'plan-content', 'mode']),
  ],
  approvals: approvalsOf(filling),
})

export const fillInspectionNotice = letterOf((filling) => ({
  role: INSPECTEE,
  opening: [
    `依据${fullBasis(textIn(filling.run, 'item-basis')) || '＿＿＿＿＿＿'}的规定，经本机关负责人批准，本机关决定对你（单位）进行行政检查，现予通知。`,
  ],
  facts: ['inspection-kind', 'source', 'item', 'mode', 'planned-on'],
  rows: [
    { label: '检查人员', text: inspectors(filling) },
    { label: '本年度检查频次', text: frequency(filling) },
  ],
  closing: [
    `权利：${RIGHTS}`,
    `义务：${DUTIES}`,
    `纪律：${DISCIPLINE}`,
    `监督电话：${filling.agency.phone || '＿＿＿＿＿＿'}。`,
  ],
}))

/** 现场检查笔录. */
export const fillInspectionRecord: Filler = (filling) => {
  const { run } = filling
  const witness = textIn(run, 'witness')
  return {
    officers: officersOf(filling, peopleIn(run, 'officers')),
    record: {
      ...timesOf(filling),
      place: textIn(run, 'place'),
      ...(witness && { witness: { name: witness } }),
      attendees: [],
      opening: toldOnSite(filling),
      turns: [],
      paragraphs: paragraphsOf(textIn(run, 'scene')),
    },
    rows: rowsOf(filling, ['item', 'helpers', 'witness', 'signed']),
    sections: [
      { title: '检查事项逐项结果', paragraphs: paragraphsOf(textIn(run, 'checklist')) },
      { title: '被检查人意见', paragraphs: paragraphsOf(textIn(run, 'inspectee-words')) },
    ],
  }
}

export const fillInspectionResult = letterOf((filling) => ({
  role: INSPECTEE,
  opening: [`${noticed(filling)}现将检查结果告知如下：`],
  facts: ['item', 'result-words', 'problems', 'requirement', 'correct-by', 'review-on'],
  closing: ['对检查结果有异议的，可以向本机关陈述、申辩。检查结果依法向社会公开。'],
}))

export const fillCorrectionOrder = letterOf((filling) => ({
  role: INSPECTEE,
  opening: [
    `${noticed(filling)}检查中发现你（单位）存在下列问题，依据《中华人民共和国行政处罚法》第二十八条第一款和${fullBasis(textIn(filling.run, 'item-basis')) || '＿＿＿＿＿＿'}的规定，责令你（单位）${correctBy(filling)}改正。`,
  ],
  facts: ['problems', 'requirement', 'correct-by', 'review-on', 'consequence'],
  remedy: '本决定',
}))

export const fillCorrectionReview = letterOf((filling) => ({
  role: INSPECTEE,
  opening: [`${cited(filling, 'correction-order', '本机关责令你（单位）改正')}经复查，意见如下：`],
  facts: ['problems', 'review-result', 'review-officers'],
  closing: [sentence(textIn(filling.run, 'follow-up'))],
}))

function inspectors(filling: Filling): string {
  return listed(
    officersOf(filling, peopleIn(filling.run, 'approved-officers')).map(
      ({ name, certificate }) => `${name}（执法证号${certificate || '＿＿＿＿'}）`,
    ),
  )
}

/** 已检查 2 次，上限 4 次; of the addressee, or of each inspectee. */
function frequency(filling: Filling): string {
  const { env, state, party, run, document } = filling
  const year = (textIn(run, 'planned-on') || document.issuedOn).slice(0, 4)
  const cap = parameterValueOf(env.parameters, 'inspection.yearly-cap', document.issuedOn)
  const parties = party ? [party] : state.parties
  const said = parties.map((one) => {
    const count = countedIn({ env }, one, year).length
    return parties.length > 1 ? `${one.name}已检查 ${count} 次` : `已检查 ${count} 次`
  })
  return `${said.join('，')}；上限 ${cap} 次`
}

function toldOnSite({ run, env, state }: Filling): string {
  const names = peopleIn(run, 'officers').map((id) => nameOf({ env }, id))
  const told = [
    holdsIn(run, 'certificate-shown') && `检查人员${listed(names)}已主动出示执法证件，出具行政检查通知书`,
    holdsIn(run, 'rights-explained') && '告知检查对象依法享有的权利和应当履行的义务',
    holdsIn(run, 'discipline-told') && '告知“五个严禁”的纪律和监督电话',
  ].filter((text) => text !== false)
  return told.length === 0 || state.parties.length === 0 ? '' : `${told.join('，')}。`
}

function noticed(filling: Filling): string {
  return cited(filling, 'inspection-notice', '本机关对你（单位）进行行政检查')
}

function cited({ state, party }: Filling, code: string, what: string): string {
  const paper = newestOf(state, code, party?.id)
  return paper ? `${dateInWords(paper.issuedOn)}，${what}（${citation(paper)}）。` : `${what}。`
}

function correctBy({ run }: Filling): string {
  const by = dateIn(run, 'correct-by')
  return by ? `在${dateInWords(by)}以前` : ''
}
