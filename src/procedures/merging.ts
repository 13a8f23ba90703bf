import type { Fact } from '#domain/procedure/definition.ts'

/** No statute speaks of merging or splitting: both serve a full and impartial inquiry, and one act is fined once. */
const MERGED = '《行政处罚法》第二十九条、第五十四条第一款'
const SPLIT = '《行政处罚法》第五十四条第一款'
const HEADS = ['unit-head', 'agency-head'] as const

/** What speaks for one case, or for two. */
export const MERGING_FACTS = {
  'main-case': { title: '并入的案件', kind: 'text', per: 'case', disclosure: 'officials' },
  'merge-reason': {
    title: '理由和依据',
    kind: 'long-text',
    per: 'case',
    disclosure: 'officials',
    help: '例如同一当事人的几项违法行为、几个当事人的共同违法行为，写明本机关的规定',
  },
} as const satisfies Record<string, Fact>

export const SPLITTING_FACTS = {
  'split-off': {
    title: '分到新案',
    kind: 'yes-no',
    per: 'violation',
    disclosure: 'officials',
    optional: true,
    help: '选“是”的行为转到新案；当事人的行为全部转走的，当事人一并转走',
  },
  'split-name': { title: '新案名称', kind: 'text', per: 'case', disclosure: 'officials', maxLength: 200 },
  'split-evidence': {
    title: '新案引用的证据',
    kind: 'evidence-list',
    per: 'case',
    disclosure: 'officials',
    optional: true,
    help: '原件留在本案，新案里看得到',
  },
  'split-reason': { title: '理由和依据', kind: 'long-text', per: 'case', disclosure: 'officials' },
} as const satisfies Record<string, Fact>

const UNSETTLED = ['recusal', 'suspension', 'jurisdiction'] as const

/** 并案: the later case goes over into the one that was filed before, while nothing has been told to a party. */
export const mergeInto = {
  title: '报请并入另一案件',
  by: 'handler',
  approval: HEADS,
  asks: ['merge-reason'],
  joins: {
    as: 'main-case',
    at: ['investigation'],
    clocks: ['decision'],
    before: ['penalty-notice'],
    settled: UNSETTLED,
  },
  issues: ['matter-approval'],
  closes: ['decision'],
  to: 'merged',
  basis: MERGED,
} as const

/** 分案: what belongs apart gets a case of its own, with the same term. */
export const splitOff = {
  title: '报请分案',
  by: 'handler',
  approval: HEADS,
  asks: ['split-off', 'split-name', 'split-evidence', 'split-reason'],
  splits: {
    acts: 'split-off',
    name: 'split-name',
    evidence: 'split-evidence',
    clocks: ['decision'],
    issues: ['filing-approval'],
    before: ['penalty-notice'],
    settled: UNSETTLED,
  },
  issues: ['matter-approval'],
  basis: SPLIT,
} as const

/** Several clues of the same matter are looked into as one. */
export const mergeClue = {
  title: '报请并入另一线索',
  by: 'handler',
  approval: ['unit-head'],
  asks: ['merge-reason'],
  joins: { as: 'main-case', at: ['check'], clocks: ['check'] },
  issues: ['clue-register'],
  closes: ['check'],
  to: 'merged',
  basis: SPLIT,
} as const
