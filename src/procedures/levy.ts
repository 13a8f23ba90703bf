import { plainDate } from '#domain/calendar/plain-date.ts'
import { inCatalogue, paidInFull, surchargeLawful, urgedInVain } from '#domain/case/gates/duties.ts'
import { majorReviewed } from '#domain/case/gates/major-review.ts'
import { noReversalPending } from '#domain/case/gates/reversal.ts'
import { stillOwes } from '#domain/case/obligations.ts'
import { procedureOf } from '#domain/procedure/definition.ts'
import { chargeFacts, dropCharge, recordPayment } from './charge.ts'
import { BY_HOUSE, HANDLER_FACTS, handlerChanges } from './handlers.ts'
import { NOT_UNDER_REVIEW, REVIEW_FACTS, REVIEWER_APART, submitReview } from './major-review.ts'
import { reversal } from './payment-reversal.ts'

const CATALOGUE = '《优化营商环境条例》第二十五条'
const DUTY = '《行政强制法》第三十四条'

const HANDLING = handlerChanges({ ...BY_HOUSE, gates: [REVIEWER_APART] })

/** 行政征收: basis, decision, receipt, and the surcharge that the law of the levy knows. */
export const levy = procedureOf({
  code: 'levy',
  version: '2020-01-01',
  validFrom: plainDate('2020-01-01'),
  title: '行政征收',
  basis: CATALOGUE,
  start: 'assessment',
  numberedBy: 'levy-decision',
  opening: {
    kind: '行政征收',
    purpose: '核定应当缴纳的款项，送达、催缴，开具票据',
    by: 'handler',
    partyTitle: '缴款人',
    violations: false,
    asks: ['item', 'item-basis', 'in-catalogue', 'standard'],
    item: { name: 'item', basis: 'item-basis' },
    gates: [inCatalogue],
    starts: [],
  },
  draft: ['item', 'item-basis', 'standard', 'ground', 'due', 'late-rule'],
  facts: {
    ...HANDLER_FACTS,
    ...REVIEW_FACTS,
    ...chargeFacts('征收'),
    'late-rule': {
      title: '逾期的后果',
      kind: 'text',
      per: 'case',
      disclosure: 'officials',
      help: '滞纳金的标准和依据应当告知；没有规定的写“不加收滞纳金”',
    },
    surcharge: { title: '应缴滞纳金', kind: 'money', per: 'party', disclosure: 'officials' },
    'urged-term': { title: '履行期限', kind: 'text', per: 'case', disclosure: 'officials', help: '例如“十个工作日内”' },
    'force-note': { title: '移交执行的情况', kind: 'long-text', per: 'case', disclosure: 'officials' },
  },
  clocks: {
    payment: {
      title: '缴纳征收款',
      term: { parameter: 'levy.payment-term' },
      binds: 'party',
      afterwards: { may: 'urge', or: ['hand-to-force'] },
      fromDelivery: 'levy-decision',
      rolls: true,
      missed: 'warning',
      basis: DUTY,
    },
    urging: {
      title: '催告后履行',
      term: { parameter: 'urging.term' },
      binds: 'party',
      afterwards: {
        may: 'hand-to-force',
        words: '申请强制执行',
        over: '催告书送达已满十个工作日',
        together: true,
        onlyIf: stillOwes,
      },
      fromDelivery: 'levy-urging',
      rolls: true,
      missed: 'warning',
      basis: '《行政强制法》第五十四条',
    },
  },
  stages: {
    assessment: {
      title: '核定',
      actions: {
        decide: {
          title: '作出征收决定',
          by: 'handler',
          approval: ['unit-head', 'agency-head'],
          asks: ['ground', 'due', 'late-rule', 'review-ground'],
          gates: [majorReviewed],
          issues: ['levy-decision'],
          opens: 'delivery',
          to: 'payment',
          basis: CATALOGUE,
        },
        'submit-review': submitReview(['ground', 'due', 'late-rule']),
        drop: { ...dropCharge('不予征收', CATALOGUE), ...NOT_UNDER_REVIEW },
        ...HANDLING,
      },
    },
    payment: {
      title: '征缴',
      actions: {
        'record-payment': recordPayment('levy-receipt', DUTY),
        ...reversal(DUTY),
        'add-surcharge': {
          title: '核定滞纳金',
          by: 'handler',
          approval: ['unit-head'],
          asks: ['surcharge'],
          gates: [surchargeLawful],
          basis: '《行政强制法》第四十五条',
        },
        urge: {
          title: '催告',
          by: 'handler',
          asks: ['urged-term'],
          issues: ['levy-urging'],
          opens: 'delivery',
          basis: '《行政强制法》第三十五条',
        },
        finish: {
          title: '缴清，办结',
          by: 'handler',
          gates: [paidInFull(DUTY), noReversalPending(DUTY)],
          closes: ['payment', 'urging'],
          outcome: 'paid',
          to: 'closed',
          basis: DUTY,
        },
        'hand-to-force': {
          title: '催告无效，申请强制执行',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['force-note'],
          gates: [urgedInVain],
          outcome: 'to-enforcement',
          to: 'closed',
          basis: '《行政强制法》第五十三条、第五十四条',
        },
        drop: dropCharge('减免或者撤销征收', CATALOGUE),
        ...HANDLING,
      },
    },
    closed: { title: '办结', ends: true, actions: {} },
  },
})
