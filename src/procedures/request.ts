import { everythingDeliveredBy, supplementOnce } from '#domain/case/gates/licence.ts'
import type { Basis, Fact } from '#domain/procedure/definition.ts'
import { BY_HOUSE, HANDLER_FACTS, handlerChanges } from './handlers.ts'
import { REVIEW_FACTS, REVIEWER_APART } from './major-review.ts'

const officials = { per: 'case', disclosure: 'officials' } as const
const SERVICE: Basis = '《优化营商环境条例》第三十六条第一款'

/** Somebody asks the office for something that is theirs by law: what it is, on what it rests, and with what papers. */
export const ASKING_FACTS = {
  ...HANDLER_FACTS,
  ...REVIEW_FACTS,
  item: { title: '事项', kind: 'text', per: 'case', disclosure: 'public' },
  'item-basis': { title: '设定依据', kind: 'basis', per: 'case', disclosure: 'public' },
  application: { title: '申请内容', kind: 'long-text', per: 'case', disclosure: 'handlers' },
  materials: { title: '收到的材料', kind: 'long-text', ...officials, help: '一行一份；登记后即生成收件凭证' },
  'promised-days': {
    title: '承诺办结的工作日',
    kind: 'count',
    ...officials,
    optional: true,
    help: '服务指南对外承诺的；没有承诺的不填',
  },
  missing: { title: '需要补正的全部内容', kind: 'long-text', ...officials, help: '一次写全' },
  supplied: { title: '补正的材料', kind: 'long-text', ...officials },
  'rejection-reason': { title: '不予受理的理由', kind: 'long-text', ...officials },
  'withdrawal-note': { title: '撤回申请的情况', kind: 'long-text', ...officials },
} as const satisfies Record<string, Fact>

export const ASKED_FIRST = ['item', 'item-basis', 'application', 'materials', 'promised-days'] as const

export const ASKING_CLOCKS = {
  supplement: {
    title: '一次告知补正或者受理',
    term: { parameter: 'service.supplement-term' },
    rolls: true,
    missed: 'warning',
    basis: SERVICE,
  },
  decision: {
    title: '办结',
    term: { parameter: 'service.decision-term' },
    rolls: true,
    missed: 'warning',
    basis: '《优化营商环境条例》第三十六条第二款',
  },
  promise: {
    title: '对外承诺的办结',
    term: { fact: 'promised-days', unit: 'working-day' },
    rolls: true,
    missed: 'warning',
    consequence: '应当公开说明理由',
    basis: '《优化营商环境条例》第三十六条第二款',
  },
} as const

const GIVE_UP = {
  title: '申请人撤回申请',
  by: 'clerk',
  asks: ['withdrawal-note'],
  outcome: 'withdrawn',
  to: 'closed',
  basis: SERVICE,
} as const

export const HANDLING = handlerChanges({ ...BY_HOUSE, gates: [REVIEWER_APART] })

/** Taken in, completed once, accepted or not: as at every window. */
export const INTAKE_STAGES = {
  intake: {
    title: '收件',
    actions: {
      accept: {
        title: '受理',
        by: 'clerk',
        issues: ['request-acceptance'],
        meets: ['supplement'],
        starts: ['decision', 'promise'],
        opens: 'delivery',
        to: 'check',
        basis: SERVICE,
      },
      'ask-supplement': {
        title: '一次性告知补正',
        by: 'clerk',
        asks: ['missing'],
        gates: [supplementOnce],
        issues: ['request-supplement'],
        meets: ['supplement'],
        opens: 'delivery',
        to: 'supplement',
        basis: SERVICE,
      },
      reject: {
        title: '不予受理',
        by: 'clerk',
        asks: ['rejection-reason'],
        issues: ['request-rejection'],
        meets: ['supplement'],
        opens: 'delivery',
        outcome: 'rejected',
        to: 'handing-over',
        basis: SERVICE,
      },
      withdraw: { ...GIVE_UP, closes: ['supplement'] },
      ...HANDLING,
    },
  },
  supplement: {
    title: '补正',
    actions: {
      supply: {
        title: '收到补正材料',
        by: 'clerk',
        asks: ['supplied'],
        starts: ['supplement'],
        to: 'intake',
        basis: SERVICE,
      },
      withdraw: GIVE_UP,
      ...HANDLING,
    },
  },
} as const

/** Giving up after acceptance. */
export const GIVE_UP_LATER = { ...GIVE_UP, closes: ['decision', 'promise'] } as const

/** Everything has arrived. */
export const HANDING_OVER = {
  title: '送达',
  actions: {
    finish: {
      title: '送达完毕，办结',
      by: ['handler', 'clerk'],
      gates: [everythingDeliveredBy('《民事诉讼法》第八十七条')],
      to: 'closed',
      basis: '《民事诉讼法》第八十七条',
    },
    ...HANDLING,
  },
} as const
