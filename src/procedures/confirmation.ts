import { plainDate } from '#domain/calendar/plain-date.ts'
import { majorReviewed } from '#domain/case/gates/major-review.ts'
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

/** 行政确认: application, verification, decision. */
export const confirmation = procedureOf({
  code: 'confirmation',
  version: '2020-01-01',
  validFrom: plainDate('2020-01-01'),
  title: '行政确认',
  basis: '《优化营商环境条例》第三十五条',
  start: 'intake',
  numberedBy: 'request-acceptance',
  opening: {
    kind: '行政确认',
    purpose: '申请确认资格、权利或者事实，审查后发给证明',
    by: 'clerk',
    partyTitle: '申请人',
    violations: false,
    asks: ASKED_FIRST,
    item: { name: 'item', basis: 'item-basis' },
    issues: ['request-receipt'],
    starts: ['supplement'],
  },
  draft: ['item', 'item-basis', 'verified', 'confirmed', 'refusal-reason'],
  facts: {
    ...ASKING_FACTS,
    verified: { title: '核实情况', kind: 'long-text', per: 'case', disclosure: 'officials' },
    confirmed: { title: '确认内容', kind: 'long-text', per: 'case', disclosure: 'redacted' },
    'refusal-reason': { title: '不予确认的理由', kind: 'long-text', per: 'case', disclosure: 'officials' },
  },
  clocks: ASKING_CLOCKS,
  stages: {
    ...INTAKE_STAGES,
    check: {
      title: '核实',
      actions: {
        verify: {
          title: '提出核实意见',
          by: 'handler',
          approval: ['unit-head'],
          asks: ['verified'],
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
        confirm: {
          title: '准予确认',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['confirmed'],
          ...NOT_UNDER_REVIEW,
          issues: ['confirmation-decision'],
          meets: ['decision', 'promise'],
          opens: 'delivery',
          outcome: 'confirmed',
          to: 'handing-over',
          basis: '《优化营商环境条例》第三十五条',
        },
        refuse: {
          title: '不予确认',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['refusal-reason', 'review-ground'],
          gates: [majorReviewed],
          issues: ['confirmation-refusal'],
          meets: ['decision', 'promise'],
          opens: 'delivery',
          outcome: 'refused',
          to: 'handing-over',
          basis: '《优化营商环境条例》第三十五条',
        },
        'submit-review': { ...submitReview(['refusal-reason']), title: '提交法制审核（拟不予确认）' },
        'verify-again': {
          title: '退回核实',
          by: 'handler',
          to: 'check',
          basis: '《优化营商环境条例》第三十五条',
          ...NOT_UNDER_REVIEW,
        },
        ...HANDLING,
      },
    },
    'handing-over': HANDING_OVER,
    closed: { title: '办结', ends: true, actions: {} },
  },
})
