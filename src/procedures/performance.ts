import { documentDelivered, paidByToday } from '#domain/case/gates/performance.ts'
import type { Basis, DocumentCode, Fact, Gate, Role } from '#domain/procedure/definition.ts'

/** Facts of paying and doing what was decided, and of the end of a case; every procedure that decides a burden has them. */
export const PERFORMANCE_FACTS = {
  paid: { title: '已缴罚没款合计（含加处罚款）', kind: 'money', per: 'party', disclosure: 'officials' },
  'paid-on': { title: '缴清日期', kind: 'date', per: 'party', disclosure: 'public', optional: true },
  'receipt-number': { title: '票据号', kind: 'text', per: 'party', disclosure: 'officials', optional: true },
  'waived-surcharge': {
    title: '减免的加处罚款',
    kind: 'money',
    per: 'party',
    disclosure: 'officials',
    optional: true,
    help: '只能减免加处部分，不能减免罚款（强制法第四十二条）',
  },
  'is-performed': { title: '处罚内容已全部履行', kind: 'yes-no', per: 'party', disclosure: 'public' },
  'performance-note': { title: '履行情况', kind: 'text', per: 'party', disclosure: 'public', optional: true },
  'closure-note': { title: '结案说明', kind: 'long-text', per: 'case', disclosure: 'officials' },
  retention: {
    title: '保管期限',
    kind: 'choice',
    per: 'case',
    disclosure: 'officials',
    choices: ['永久', '30年', '10年'],
  },
} as const satisfies Record<string, Fact>

/** What a payment is recorded with. */
export const PAYMENT = [
  'paid',
  'paid-on',
  'receipt-number',
  'waived-surcharge',
  'is-performed',
  'performance-note',
] as const

/** Terms of paying and of the dossier; payment counts for each party from the delivery of that decision. */
export function performanceClocks(decision: DocumentCode) {
  return {
    payment: {
      title: '缴纳罚款',
      binds: 'party',
      term: { parameter: 'payment.term' },
      rolls: true,
      fromDelivery: decision,
      missed: 'warning',
      basis: '《行政处罚法》第六十七条第三款',
    },
    archive: {
      title: '归档',
      term: { parameter: 'archive.term' },
      rolls: true,
      missed: 'warning',
      basis: '《行政处罚法》第四十七条',
    },
  } as const
}

/** The step from delivery into performance, once every party has the decision. */
export function beginPerformance(title: string, decision: DocumentCode, decisionTitle: string, basis: Basis) {
  return {
    title,
    by: 'handler',
    gates: [documentDelivered(decision, decisionTitle)],
    to: 'performance',
    basis,
  } as const
}

/** What can be done while a decision is being performed. */
export const PERFORMANCE_ACTIONS = {
  'record-performance': {
    title: '登记缴款和履行情况',
    by: 'handler',
    asks: PAYMENT,
    gates: [paidByToday],
    basis: '《行政处罚法》第六十六条、第六十七条',
  },
} as const

/** The end of performance: the case goes to the dossier. */
export function closeAfterPerformance(approval: readonly Role[], gates: readonly Gate[]) {
  return {
    title: '报请结案',
    by: 'handler',
    approval,
    asks: ['closure-note'],
    gates,
    issues: ['closure-approval'],
    meets: ['payment'],
    starts: ['archive'],
    to: 'archive',
    basis: '《行政处罚法》第四十七条',
  } as const
}

/** The stages behind performance, which every ending of it shares. */
export const DOSSIER_STAGES = {
  archive: {
    title: '归档',
    actions: {
      'make-dossier': {
        title: '立卷归档',
        by: 'handler',
        asks: ['retention'],
        meets: ['archive'],
        to: 'closed',
        basis: '《行政处罚法》第四十七条',
      },
    },
  },
  closed: { title: '办结', ends: true, actions: {} },
} as const
