import { addYears, type PlainDate } from '../../calendar/plain-date.ts'
import { refuseListed } from '../../item/refuse-listed.ts'
import { parameterValueOf } from '../../parameter/registry.ts'
import type { Basis, Gate } from '../../procedure/definition.ts'
import type { Visit } from '../environment.ts'
import type { Party } from '../state.ts'
import { type CaseView, holds, isDelivered, peopleOf, textOf } from '../view.ts'

/** 国务院办公厅关于严格规范涉企行政检查的意见; it has no articles. */
export const INSPECTION_RULES: Basis = '《国务院办公厅关于严格规范涉企行政检查的意见》（国办发〔2024〕54号）'

/** Where an inspection comes from; what somebody else has set in motion counts towards no cap (complaint, referral, monitoring). */
export const INSPECTION_SOURCES = {
  plan: '年度检查计划',
  draw: '双随机抽查',
  campaign: '专项检查方案',
  complaint: '投诉举报',
  referral: '上级交办、其他机关移送',
  monitoring: '数据监测、风险预警',
} as const
const SET_IN_MOTION: readonly string[] = [
  INSPECTION_SOURCES.complaint,
  INSPECTION_SOURCES.referral,
  INSPECTION_SOURCES.monitoring,
]

export const INSPECTION_KINDS = ['日常检查', '专项检查', '个案检查'] as const

function said(id: string, fact: string, sentence: string, basis: Basis = INSPECTION_RULES): Gate {
  return { id, basis, judgesInput: true, field: fact, refuse: (view) => (holds(view, fact) ? undefined : sentence) }
}

/** Of an item of the catalogue the catalogue says so, on the day on which it is asked; elsewhere the one who asks. */
export const itemPublished: Gate = {
  id: 'item-published',
  basis: INSPECTION_RULES,
  judgesInput: true,
  field: 'item-published',
  refuse: (view) => {
    const { env, state } = view
    const listed = state.item && env.catalogue?.item
    const sentence = listed && refuseListed(listed, env.today)
    if (sentence !== undefined) return sentence
    return holds(view, 'item-published') ? undefined : '检查事项没有公布的，不得实施；请先公布，或者改选事项'
  },
}
export const rightsExplained = said(
  'rights-explained',
  'rights-explained',
  '应当告知检查对象的权利和义务，包括申请回避、陈述申辩的权利',
)
export const disciplineTold = said(
  'discipline-told',
  'discipline-told',
  '应当告知“五个严禁”的纪律和监督电话：严禁逐利检查、干扰正常生产经营、任性处罚、下达检查指标、变相检查',
)
export const helpersLed = said(
  'helpers-led',
  'helpers-led',
  '没有执法证件的辅助人员、网格员、专业机构人员只能协助，不得实施检查',
)

/** A campaign has a plan that a government or department above the county has approved. */
export const campaignApproved: Gate = {
  id: 'campaign-approved',
  basis: INSPECTION_RULES,
  judgesInput: true,
  field: 'campaign-approval',
  refuse: (view) =>
    textOf(view, 'inspection-kind') !== '专项检查' || textOf(view, 'campaign-approval') !== ''
      ? undefined
      : '专项检查应当有经批准的方案，请写明批准机关和文号',
}

/** Nobody inspects on a day that has passed. */
export const plannedAhead: Gate = {
  id: 'planned-ahead',
  basis: INSPECTION_RULES,
  judgesInput: true,
  field: 'planned-on',
  refuse: (view) =>
    textOf(view, 'planned-on') >= view.env.today ? undefined : '检查时间不能早于今天；检查应当先经批准',
}

/** The same agency visits one enterprise no more often than it has published (00.22: not counting what others set in motion). */
export const withinYearlyCap: Gate = {
  id: 'yearly-cap',
  basis: INSPECTION_RULES,
  judgesInput: true,
  field: 'source',
  refuse: (view) => {
    const cap = parameterValueOf(view.env.parameters, 'inspection.yearly-cap', view.env.today)
    if (isSetInMotion(textOf(view, 'source'))) return undefined
    const year = (textOf(view, 'planned-on') || view.env.today).slice(0, 4)
    const full = enterprises(view).find((party) => countedIn(view, party, year).length >= cap)
    return (
      full &&
      `本机关 ${year} 年对${full.name}已经检查 ${countedIn(view, full, year).length} 次，达到年度频次上限（${cap} 次）`
    )
  },
}

/** Who found nothing there several times running says why they go again. */
export const notFruitless: Gate = {
  id: 'fruitless-visits',
  basis: INSPECTION_RULES,
  judgesInput: true,
  field: 'fruitless-reason',
  refuse: (view) => {
    if (isSetInMotion(textOf(view, 'source')) || textOf(view, 'fruitless-reason') !== '') return undefined
    const limit = parameterValueOf(view.env.parameters, 'inspection.fruitless-visits', view.env.today)
    const pairs = enterprises(view).flatMap((party) =>
      peopleOf(view, 'approved-officers').map((officer) => ({ party, officer })),
    )
    const again = pairs.find(({ party, officer }) => fruitlessRun(view, party, officer) >= limit)
    if (!again) return undefined
    const who = view.env.person(again.officer)?.name ?? '检查人员'
    return `${who}一年内对${again.party.name}连续 ${limit} 次检查没有发现问题，请换人或者写明再次检查的原因`
  },
}

/** The notice is handed over before anybody looks at anything. */
export const noticeHandedOver: Gate = {
  id: 'inspection-notice-delivered',
  basis: INSPECTION_RULES,
  refuse: (view) =>
    isDelivered(view, 'inspection-notice')
      ? undefined
      : '行政检查通知书还没有送达检查对象；没有通知书的，检查对象可以拒绝',
}

/** Those who inspect are those for whom it was approved. */
export const inspectorsApproved: Gate = {
  id: 'inspectors-approved',
  basis: INSPECTION_RULES,
  judgesInput: true,
  field: 'officers',
  refuse: (view) => {
    const approved = new Set(peopleOf(view, 'approved-officers'))
    const other = peopleOf(view, 'officers').find((id) => !approved.has(id))
    return other && `${view.env.person(other)?.name ?? '检查人员'}不在批准的检查人员中；要换人的，先取消再重新报批`
  },
}

/** What is to be put right has a day in the future, and somebody comes to look after it. */
export const correctionDatesInOrder: Gate = {
  id: 'correction-dates',
  basis: '《行政处罚法》第二十八条第一款',
  judgesInput: true,
  field: 'correct-by',
  refuse: (view) => {
    if (textOf(view, 'correct-by') <= view.env.today) return '整改期限应当晚于今天'
    return textOf(view, 'review-on') < textOf(view, 'correct-by') ? '复查时间不能早于整改期限' : undefined
  },
}

export const resultDelivered: Gate = {
  id: 'result-delivered',
  basis: INSPECTION_RULES,
  refuse: (view) => (isDelivered(view, 'inspection-result') ? undefined : '检查结果还没有告知检查对象'),
}

/** Nothing that was issued waits for its delivery. */
export const inspectionPapersDelivered: Gate = {
  id: 'inspection-papers-delivered',
  basis: INSPECTION_RULES,
  refuse: ({ state }) => {
    const isOpen = state.runs.some((run) => run.procedure === 'delivery' && !run.endedOn)
    return isOpen ? '检查的文书还没有全部送达检查对象，先登记送达' : undefined
  },
}

function isSetInMotion(source: string): boolean {
  return SET_IN_MOTION.includes(source)
}

function enterprises({ state }: CaseView): readonly Party[] {
  return state.parties.filter(({ kind }) => kind !== 'person')
}

/** Earlier visits of this agency to a party, oldest first. */
function visitsTo({ env }: Pick<CaseView, 'env'>, party: Party): readonly Visit[] {
  return (env.visits ?? []).filter((visit) => visit.party === party.id).toSorted((a, b) => a.on.localeCompare(b.on))
}

/** Those of a year that count towards the cap: of the agency's own initiative. */
export function countedIn(view: Pick<CaseView, 'env'>, party: Party, year: string): readonly Visit[] {
  return visitsTo(view, party).filter(({ on, source }) => on.startsWith(year) && !isSetInMotion(source))
}

function fruitlessRun(view: CaseView, party: Party, officer: string): number {
  const since = addYears(view.env.today as PlainDate, -1)
  const theirs = visitsTo(view, party).filter(({ on, officers }) => on >= since && officers.includes(officer))
  const lastFinding = theirs.findLastIndex(({ foundNothing }) => !foundNothing)
  return theirs.length - lastFinding - 1
}
