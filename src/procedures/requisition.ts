import { plainDate } from '#domain/calendar/plain-date.ts'
import {
  compensationDecided,
  damageMadeGood,
  damageTold,
  notPaidAhead,
  returnedByToday,
  somethingDamaged,
  useAhead,
  usedForEmergency,
} from '#domain/case/gates/duties.ts'
import { majorReviewed, noMajorReviewOpen } from '#domain/case/gates/major-review.ts'
import { twoQualified } from '#domain/case/gates/people.ts'
import { documentDelivered } from '#domain/case/gates/performance.ts'
import { procedureOf } from '#domain/procedure/definition.ts'
import { BY_HOUSE, HANDLER_FACTS, handlerChanges } from './handlers.ts'
import { REVIEW_FACTS, REVIEWER_APART, submitReview } from './major-review.ts'

const EMERGENCY = '《突发事件应对法》第十二条'
const officials = { per: 'case', disclosure: 'officials' } as const

const HANDLING = handlerChanges({ ...BY_HOUSE, gates: [REVIEWER_APART] })

/** 行政征用 in an emergency: decision, record of things, use, return, compensation. */
export const requisition = procedureOf({
  code: 'requisition',
  version: '2024-11-01',
  validFrom: plainDate('2024-11-01'),
  title: '行政征用（应急）',
  basis: EMERGENCY,
  start: 'decision',
  numberedBy: 'requisition-decision',
  opening: {
    kind: '行政征用',
    purpose: '应急需要时征用财产，清点、使用，用后返还和补偿',
    by: 'handler',
    partyTitle: '被征用人',
    violations: false,
    asks: ['emergency', 'is-urgent', 'need'],
    gates: [usedForEmergency],
    starts: [],
  },
  draft: ['emergency', 'need', 'property', 'use', 'use-until'],
  facts: {
    ...HANDLER_FACTS,
    ...REVIEW_FACTS,
    emergency: {
      title: '突发事件',
      kind: 'text',
      per: 'case',
      disclosure: 'public',
      help: '事件名称和应急响应、预警的文号',
    },
    'is-urgent': { title: '属于应对突发事件的紧急需要', kind: 'yes-no', ...officials },
    need: { title: '征用理由', kind: 'long-text', ...officials },
    property: {
      title: '征用的财产',
      kind: 'long-text',
      ...officials,
      help: '设备、设施、场地、交通工具等；一行一件：名称、规格、数量、现值',
    },
    use: { title: '使用单位和用途', kind: 'text', ...officials },
    'use-until': { title: '使用至', kind: 'date', ...officials, help: '使用完毕或者应急处置结束，及时返还' },
    'drop-reason': { title: '不再征用的理由', kind: 'long-text', ...officials },
    counters: { title: '清点人员', kind: 'people', ...officials, help: '两名以上有资格的执法人员' },
    'taken-state': { title: '交接时的状况', kind: 'long-text', ...officials },
    'returned-on': { title: '返还日期', kind: 'date', ...officials },
    'returned-state': { title: '返还时的状况', kind: 'long-text', ...officials },
    'has-damage': { title: '有毁损、灭失', kind: 'yes-no', ...officials },
    damage: { title: '毁损、灭失情况', kind: 'long-text', ...officials, optional: true },
    compensation: { title: '补偿金额', kind: 'money', per: 'party', disclosure: 'officials' },
    'compensation-reason': { title: '补偿的标准和理由', kind: 'long-text', ...officials },
    paid: { title: '已支付补偿', kind: 'money', per: 'party', disclosure: 'officials' },
    'paid-on': { title: '支付日期', kind: 'date', per: 'party', disclosure: 'officials' },
  },
  clocks: {
    return: {
      title: '返还征用的财产',
      term: { until: 'use-until' },
      rolls: false,
      missed: 'warning',
      consequence: '不及时归还的，对负有责任的人员依法给予处分（第九十五条）',
      basis: EMERGENCY,
    },
  },
  stages: {
    decision: {
      title: '决定',
      actions: {
        decide: {
          title: '作出征用决定',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['property', 'use', 'use-until', 'review-ground'],
          gates: [useAhead, majorReviewed],
          issues: ['requisition-approval', 'requisition-decision'],
          starts: ['return'],
          opens: 'delivery',
          to: 'taking',
          basis: '《突发事件应对法》第十二条、第七十六条',
        },
        'submit-review': submitReview(['property', 'use', 'use-until'], [useAhead]),
        drop: {
          title: '不予征用',
          by: 'handler',
          asks: ['drop-reason'],
          gates: [noMajorReviewOpen],
          outcome: 'dropped',
          to: 'closed',
          basis: EMERGENCY,
        },
        ...HANDLING,
      },
    },
    taking: {
      title: '清点交接',
      actions: {
        take: {
          title: '清点、接收财产',
          by: 'handler',
          asks: ['counters', 'taken-state'],
          gates: [
            documentDelivered('requisition-decision', '征用决定书', '《民事诉讼法》第八十七条'),
            twoQualified('counters'),
          ],
          issues: ['requisition-list'],
          to: 'in-use',
          basis: EMERGENCY,
        },
        drop: {
          title: '不再征用',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['drop-reason'],
          closes: ['return'],
          outcome: 'dropped',
          to: 'closed',
          basis: EMERGENCY,
        },
        ...HANDLING,
      },
    },
    'in-use': {
      title: '使用',
      actions: {
        'give-back': {
          title: '返还财产',
          by: 'handler',
          asks: ['counters', 'returned-on', 'returned-state', 'has-damage', 'damage'],
          gates: [twoQualified('counters'), returnedByToday, damageTold, noMajorReviewOpen],
          issues: ['requisition-return'],
          meets: ['return'],
          outcome: 'returned',
          to: 'settlement',
          basis: EMERGENCY,
        },
        prolong: {
          title: '延长使用',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['need', 'use-until', 'review-ground'],
          gates: [useAhead, majorReviewed],
          issues: ['requisition-decision'],
          starts: ['return'],
          opens: 'delivery',
          basis: EMERGENCY,
        },
        'submit-review': submitReview(['need', 'use-until'], [useAhead]),
        ...HANDLING,
      },
    },
    settlement: {
      title: '补偿和办结',
      actions: {
        finish: {
          title: '办结',
          by: 'handler',
          gates: [damageMadeGood],
          to: 'closed',
          basis: EMERGENCY,
        },
        compensate: {
          title: '作出补偿决定',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['compensation', 'compensation-reason'],
          gates: [somethingDamaged],
          issues: ['compensation-decision'],
          opens: 'delivery',
          basis: EMERGENCY,
        },
        pay: {
          title: '登记补偿支付',
          by: 'handler',
          asks: ['paid', 'paid-on'],
          gates: [compensationDecided, notPaidAhead(EMERGENCY)],
          basis: EMERGENCY,
        },
        ...HANDLING,
      },
    },
    closed: { title: '办结', ends: true, actions: {} },
  },
})
