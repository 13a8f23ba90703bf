import type { Fact } from '#domain/procedure/definition.ts'
import { APPLICATION_FACTS, VERIFICATION_FACTS } from './licence-facts.ts'

const officials = { per: 'case', disclosure: 'officials' } as const

/** Which licence it is about; taken over from the case that granted it. */
export const OF_LICENCE = {
  'licence-number': { title: '许可证件编号', kind: 'text', per: 'case', disclosure: 'public' },
  item: { title: '许可事项', kind: 'text', per: 'case', disclosure: 'public' },
  'licence-basis': { title: '许可依据', kind: 'basis', per: 'case', disclosure: 'public' },
} as const satisfies Record<string, Fact>

/** What the holder asks for and how it is looked at. */
export const REQUEST_FACTS = {
  ...OF_LICENCE,
  application: APPLICATION_FACTS.application,
  materials: APPLICATION_FACTS.materials,
  missing: APPLICATION_FACTS.missing,
  supplied: APPLICATION_FACTS.supplied,
  'withdrawal-note': APPLICATION_FACTS['withdrawal-note'],
  finding: { title: '审查情况', kind: 'long-text', ...officials },
  ...VERIFICATION_FACTS,
  'refusal-reason': { title: '不予准许的理由', kind: 'long-text', per: 'case', disclosure: 'redacted' },
} as const satisfies Record<string, Fact>

/** What the office says when it takes a licence away. */
export const ENDING_FACTS = {
  ...OF_LICENCE,
  'ending-reason': { title: '理由', kind: 'long-text', per: 'case', disclosure: 'redacted' },
  statements: { title: '陈述申辩内容', kind: 'long-text', per: 'case', disclosure: 'handlers' },
  'statement-answer': { title: '是否采纳和理由', kind: 'long-text', ...officials },
  'keep-reason': { title: '不再继续的理由', kind: 'long-text', ...officials },
} as const satisfies Record<string, Fact>

/** Of a licence that this case, or a later one, has left in force. */
export const FROM_LICENCE = [
  { procedure: 'licence', outcomes: ['granted'] },
  { procedure: 'licence-change', outcomes: ['granted'] },
  { procedure: 'licence-renewal', outcomes: ['granted'] },
] as const

/** Asking once for what is missing, supplying it, and giving up: the same for a change and for a renewal. */
export const ASK_SUPPLEMENT = {
  title: '一次告知补正',
  by: 'clerk',
  asks: ['missing'],
  issues: ['supplement-notice'],
  meets: ['supplement'],
  opens: 'delivery',
  to: 'supplement',
  basis: '《行政许可法》第三十二条第一款第四项',
} as const

export const SUPPLY = {
  title: '收到补正材料',
  by: 'clerk',
  asks: ['supplied'],
  starts: ['supplement'],
  to: 'intake',
  basis: '《行政许可法》第三十二条第一款第五项',
} as const

export const GIVE_UP = {
  title: '申请人撤回申请',
  by: 'clerk',
  asks: ['withdrawal-note'],
  outcome: 'withdrawn',
  to: 'closed',
  basis: '《行政许可法》第二十九条第一款',
} as const

export const EXAMINE = {
  title: '提出审查意见',
  by: 'handler',
  approval: ['unit-head'],
  asks: ['finding', 'needs-verification'],
  issues: ['licence-approval'],
  to: 'decision',
  basis: '《行政许可法》第三十四条第一款',
} as const

export const SUPPLEMENT_CLOCK = {
  title: '一次告知补正或者受理',
  term: { parameter: 'licence.supplement-term' },
  rolls: true,
  missed: 'refuses',
  consequence: '自收到申请材料之日起即为受理',
  basis: '《行政许可法》第三十二条第一款第四项',
} as const

/** What was granted is in the hands of the holder within ten working days; met by the delivery of this paper. */
export const issueClock = <const Paper extends string>(paper: Paper) =>
  ({
    title: '颁发、送达许可证件',
    term: { parameter: 'licence.issue-term' },
    rolls: true,
    metByDelivery: paper,
    missed: 'warning',
    basis: '《行政许可法》第四十四条',
  }) as const

/** Everything has arrived: the same at the end of every case about a licence. */
export const PUBLICATION_CLOCK = {
  title: '公示决定',
  term: { parameter: 'disclosure.penalty-term' },
  rolls: true,
  missed: 'warning',
  basis: '《行政许可法》第四十条',
} as const

export const STATEMENT_CLOCK = {
  title: '被许可人陈述申辩',
  term: { parameter: 'licence.statement-term' },
  binds: 'party',
  afterwards: { may: 'decide', words: '作出决定', over: '被许可人陈述申辩的期限已满', together: true },
  fromDelivery: 'licence-ending-notice',
  rolls: true,
  missed: 'warning',
  basis: '《行政许可法》第七条',
} as const
