import { plainDate } from '#domain/calendar/plain-date.ts'
import { benefitPaid, notPaidAhead } from '#domain/case/gates/duties.ts'
import { majorReviewed } from '#domain/case/gates/major-review.ts'
import { documentDelivered } from '#domain/case/gates/performance.ts'
import { procedureOf } from '#domain/procedure/definition.ts'
import { NOT_UNDER_REVIEW, submitReview } from './major-review.ts'
import {
  ASKED_FIRST,
  ASKING_CLOCKS,
  ASKING_FACTS,
  GIVE_UP_LATER,
  HANDING_OVER,
  HANDLING,
  INTAKE_STAGES,
} from './request.ts'

/** 行政给付: application, check, decision, payment. */
export const benefit = procedureOf({
  code: 'benefit',
  version: '2020-01-01',
  validFrom: plainDate('2020-01-01'),
  title: '行政给付',
  basis: '《优化营商环境条例》第三十五条',
  start: 'intake',
  numberedBy: 'request-acceptance',
  opening: {
    kind: '行政给付',
    purpose: '公民申请补助、救济等，审查后决定并发放',
    by: 'clerk',
    partyTitle: '申请人',
    violations: false,
    asks: ASKED_FIRST,
    item: { name: 'item', basis: 'item-basis' },
    issues: ['request-receipt'],
    starts: ['supplement'],
  },
  draft: ['item', 'item-basis', 'checked', 'benefit', 'standard', 'refusal-reason'],
  facts: {
    ...ASKING_FACTS,
    checked: { title: '核查情况', kind: 'long-text', per: 'case', disclosure: 'handlers' },
    benefit: { title: '给付金额', kind: 'money', per: 'party', disclosure: 'officials' },
    standard: { title: '给付标准和期限', kind: 'text', per: 'case', disclosure: 'officials' },
    'pay-way': { title: '发放方式', kind: 'text', per: 'case', disclosure: 'officials' },
    'refusal-reason': { title: '不予给付的理由', kind: 'long-text', per: 'case', disclosure: 'officials' },
    paid: { title: '已发放金额', kind: 'money', per: 'party', disclosure: 'officials' },
    'paid-on': { title: '发放日期', kind: 'date', per: 'party', disclosure: 'officials' },
    voucher: { title: '发放凭证号', kind: 'text', per: 'party', disclosure: 'officials' },
  },
  clocks: {
    ...ASKING_CLOCKS,
    payment: {
      title: '发放给付',
      term: { parameter: 'benefit.payment-term' },
      rolls: true,
      missed: 'warning',
      basis: '《行政复议法》第十一条第十二项',
    },
  },
  stages: {
    ...INTAKE_STAGES,
    check: {
      title: '核查',
      actions: {
        check: {
          title: '提出核查意见',
          by: 'handler',
          approval: ['unit-head'],
          asks: ['checked'],
          to: 'decision',
          basis: '《优化营商环境条例》第三十五条',
        },
        withdraw: GIVE_UP_LATER,
        ...HANDLING,
      },
    },
    decision: {
      title: '决定',
      actions: {
        grant: {
          title: '准予给付',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['benefit', 'standard', 'pay-way'],
          ...NOT_UNDER_REVIEW,
          issues: ['benefit-decision'],
          meets: ['decision', 'promise'],
          starts: ['payment'],
          opens: 'delivery',
          outcome: 'granted',
          to: 'payment',
          basis: '《优化营商环境条例》第三十五条',
        },
        refuse: {
          title: '不予给付',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['refusal-reason', 'review-ground'],
          gates: [majorReviewed],
          issues: ['benefit-refusal'],
          meets: ['decision', 'promise'],
          opens: 'delivery',
          outcome: 'refused',
          to: 'handing-over',
          basis: '《行政复议法》第十一条第十二项',
        },
        'submit-review': { ...submitReview(['refusal-reason']), title: '提交法制审核（拟不予给付）' },
        'check-again': {
          title: '退回核查',
          by: 'handler',
          to: 'check',
          basis: '《优化营商环境条例》第三十五条',
          ...NOT_UNDER_REVIEW,
        },
        ...HANDLING,
      },
    },
    payment: {
      title: '发放',
      actions: {
        'record-payment': {
          title: '登记发放',
          by: 'handler',
          asks: ['paid', 'paid-on', 'voucher'],
          gates: [notPaidAhead('《行政复议法》第十一条第十二项')],
          issues: ['benefit-payment'],
          basis: '《行政复议法》第十一条第十二项',
        },
        finish: {
          title: '发放完毕，办结',
          by: 'handler',
          gates: [documentDelivered('benefit-decision', '给付决定书', '《民事诉讼法》第八十七条'), benefitPaid],
          meets: ['payment'],
          to: 'closed',
          basis: '《行政复议法》第十一条第十二项',
        },
        ...HANDLING,
      },
    },
    'handing-over': HANDING_OVER,
    closed: { title: '办结', ends: true, actions: {} },
  },
})
