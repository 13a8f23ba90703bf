import {
  hasPlan,
  instalmentsRefused,
  planBegins,
  planComplete,
  refusalAnswered,
} from '#domain/case/gates/instalments.ts'
import {
  decisionStands,
  documentDelivered,
  paidByToday,
  paymentLate,
  paysLate,
  receiptIsNew,
  surchargeDue,
} from '#domain/case/gates/performance.ts'
import { remedyCame } from '#domain/case/gates/remedy.ts'
import { noReversalPending } from '#domain/case/gates/reversal.ts'
import { debtorsOf, remedyEndsOn, stillOwes } from '#domain/case/obligations.ts'
import { lastDayToPay } from '#domain/case/surcharge.ts'
import type { Afterwards } from '#domain/procedure/afterwards.ts'
import type { AddresseeCondition, Basis, DocumentCode, Fact, Gate, Role } from '#domain/procedure/definition.ts'
import { REVIEW, SUIT } from './remedy-terms.ts'

const HEADS: readonly Role[] = ['unit-head', 'agency-head']

/** Facts of paying and doing what was decided, and of the end of a case; every procedure that decides a burden has them. */
export const PERFORMANCE_FACTS = {
  paid: {
    title: '本次缴纳的罚没款（含加处罚款）',
    kind: 'money',
    per: 'party',
    disclosure: 'officials',
    optional: true,
    help: '只填这一次缴的；银行对账单已经入账的不再填',
  },
  'paid-on': {
    title: '缴款日期',
    kind: 'date',
    per: 'party',
    disclosure: 'officials',
    optional: true,
    help: '不填的按今天',
  },
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
  'instalment-request': {
    title: '当事人申请延期、分期的理由和日期',
    kind: 'long-text',
    per: 'party',
    disclosure: 'officials',
    optional: true,
  },
  instalments: {
    title: '缴款计划',
    kind: 'table',
    per: 'party',
    disclosure: 'officials',
    optional: true,
    help: '延期的填一期，分期的每期一行；合计等于还没有缴的罚没款',
    columns: [
      { key: 'dueOn', title: '最后一日', kind: 'date' },
      { key: 'amount', title: '金额（元）', kind: 'money' },
    ],
  },
  'instalment-refusal': {
    title: '不予准许的理由',
    kind: 'long-text',
    per: 'party',
    disclosure: 'officials',
    optional: true,
    eachTime: true,
    help: '只填这一次不予准许的当事人；理由告知当事人',
  },
  remedies: {
    title: '复议、诉讼',
    kind: 'table',
    per: 'party',
    disclosure: 'officials',
    optional: true,
    help: '本机关办理答复、应诉的，自动计入，不在这里登记；在别处的才登记。其间不计加处罚款（处罚法第七十三条第三款），还没有结束的，结束日期空着',
    columns: [
      { key: 'kind', title: '种类', kind: 'choice', choices: ['行政复议', '行政诉讼'] },
      { key: 'fromOn', title: '申请、起诉日期', kind: 'date' },
      { key: 'untilOn', title: '结束日期', kind: 'date', optional: true },
    ],
  },
  'urging-until': { title: '催告的履行期限', kind: 'date', per: 'case', disclosure: 'officials' },
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

/** What was typed of one payment is in the ledger, and is not typed again for the next. */
export const BOOKED = ['paid', 'paid-on', 'receipt-number'] as const

/** Who has not paid in time may be urged, or is executed against. */
const UNPAID = {
  may: 'urge-fine',
  or: ['open-execution', 'open-court-execution'],
  begins: '加处罚款从期满的第二天起按日计算，复议、诉讼期间不计',
  onlyIf: stillOwes,
} as const satisfies Afterwards

/** Once nobody can contest the decision any more the court may be asked, also where the urging went out before. */
export const BEYOND_CONTEST = {
  may: 'open-court-execution',
  or: ['open-execution', 'apply'],
  together: true,
  onlyIf: stillOwes,
  lastDay: remedyEndsOn,
} as const satisfies Afterwards

/** Terms of paying and of the dossier; payment counts for each party from the delivery of that decision. */
export function performanceClocks(decision: DocumentCode) {
  return {
    payment: {
      title: '缴纳罚款',
      binds: 'party',
      afterwards: { ...UNPAID, lastDay: lastDayToPay },
      term: { parameter: 'payment.term' },
      rolls: true,
      fromDelivery: decision,
      missed: 'warning',
      basis: '《行政处罚法》第六十七条第三款',
    },
    instalment: {
      title: '延期、分期缴纳',
      binds: 'party',
      afterwards: UNPAID,
      term: { plan: 'instalments' },
      rolls: false,
      missed: 'warning',
      basis: '《行政处罚法》第六十六条第二款',
    },
    'review-application': { ...REVIEW, afterwards: BEYOND_CONTEST, fromDelivery: decision },
    litigation: { ...SUIT, afterwards: BEYOND_CONTEST, fromDelivery: decision },
    'court-application': {
      title: '申请法院强制执行',
      term: { parameter: 'court.application-term' },
      rolls: false,
      after: ['review-application', 'litigation', 'instalment'],
      contestable: true,
      metByIssue: 'court-application',
      missed: 'warning',
      basis: '《行政强制法》第五十三条',
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

/** The same where the law wants a review before any lawsuit: once nobody can ask for one, the decision is beyond contest. */
export function reviewFirstClocks(decision: DocumentCode) {
  const { litigation: _directly, 'court-application': court, ...others } = performanceClocks(decision)
  return {
    ...others,
    'review-application': {
      ...others['review-application'],
      basis: '《行政复议法》第二十条第一款、第二十三条第一款第一项',
    },
    'court-application': { ...court, after: ['review-application', 'instalment'] },
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

/** A paper of execution goes only to those who still have something to do. */
export const owes: AddresseeCondition = (subject, party) => debtorsOf(subject).some(({ id }) => id === party)

const isUrged: AddresseeCondition = (subject, party) => owes(subject, party) && paysLate(subject, party)

/** What can be done while a decision is being performed. */
export const PERFORMANCE_ACTIONS = {
  'record-performance': {
    title: '登记缴款和履行情况',
    by: 'handler',
    asks: PAYMENT,
    gates: [paidByToday, receiptIsNew],
    adds: 'payment',
    fromBank: true,
    clears: BOOKED,
    basis: '《行政处罚法》第六十六条、第六十七条',
  },
  'grant-instalments': {
    title: '准予延期、分期缴纳',
    by: 'handler',
    approval: HEADS,
    asks: ['instalment-request', 'instalments'],
    gates: [decisionStands, planComplete],
    issues: ['instalment-approval', 'instalment-grant'],
    issuesIf: { 'instalment-grant': planBegins },
    opens: 'delivery',
    starts: ['instalment'],
    closes: ['payment'],
    closesIf: { payment: hasPlan },
    basis: '《行政处罚法》第六十六条第二款',
  },
  'refuse-instalments': {
    title: '不予准许延期、分期缴纳',
    by: 'handler',
    approval: HEADS,
    asks: ['instalment-request', 'instalment-refusal'],
    gates: [refusalAnswered],
    issues: ['instalment-refusal'],
    issuesIf: { 'instalment-refusal': instalmentsRefused },
    opens: 'delivery',
    basis: '《行政处罚法》第六十六条第二款',
  },
  'record-remedy': {
    title: '登记在别处的复议、诉讼',
    by: 'handler',
    asks: ['remedies'],
    gates: [remedyCame],
    basis: '《行政处罚法》第七十三条第三款',
  },
  'urge-fine': {
    title: '催告缴纳罚款',
    by: 'handler',
    approval: ['unit-head'],
    asks: ['urging-until'],
    gates: [decisionStands, paymentLate],
    issues: ['fine-urging'],
    issuesIf: { 'fine-urging': isUrged },
    opens: 'delivery',
    basis: '《行政强制法》第四十六条第一款、第五十四条',
  },
  'add-surcharge': {
    title: '作出加处罚款决定',
    by: 'handler',
    approval: HEADS,
    gates: [decisionStands, surchargeDue],
    issues: ['surcharge-decision'],
    issuesIf: { 'surcharge-decision': isUrged },
    opens: 'delivery',
    basis: '《行政处罚法》第七十二条第一款第一项',
  },
  'open-execution': {
    title: '由本机关强制执行',
    by: 'handler',
    gates: [decisionStands],
    opens: 'coercive-execution',
    basis: '《行政强制法》第三十四条',
  },
  'open-court-execution': {
    title: '申请人民法院强制执行',
    by: 'handler',
    gates: [decisionStands],
    opens: 'court-execution',
    basis: '《行政强制法》第五十三条',
  },
} as const

/** Terms that no longer matter once all is done. */
const PAID_OUT = ['payment', 'instalment', 'review-application', 'litigation', 'court-application'] as const

/** The end of performance: the case goes to the dossier. */
export function closeAfterPerformance(approval: readonly Role[], gates: readonly Gate[]) {
  return {
    title: '报请结案',
    by: 'handler',
    approval,
    asks: ['closure-note'],
    gates: [...gates, noReversalPending('《行政处罚法》第六十七条')],
    issues: ['closure-approval'],
    closes: PAID_OUT,
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

/** The same, while the handlers may still change. */
export function dossierStages<A extends object>(changing: A) {
  const { archive, closed } = DOSSIER_STAGES
  return { archive: { ...archive, actions: { ...archive.actions, ...changing } }, closed } as const
}
