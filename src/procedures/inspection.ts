import { plainDate } from '#domain/calendar/plain-date.ts'
import { thingsAccountedFor } from '#domain/case/gates/custody.ts'
import { agencyQualified } from '#domain/case/gates/filing.ts'
import { recusalSettled } from '#domain/case/gates/halting.ts'
import {
  campaignApproved,
  correctionDatesInOrder,
  disciplineTold,
  helpersLed,
  INSPECTION_RULES,
  inspectionPapersDelivered,
  inspectorsApproved,
  itemPublished,
  notFruitless,
  noticeHandedOver,
  plannedAhead,
  resultDelivered,
  rightsExplained,
  withinYearlyCap,
} from '#domain/case/gates/inspection.ts'
import { certificateShown, evidenceGiven, timesInOrder } from '#domain/case/gates/investigation.ts'
import { keptAndSampledSettled } from '#domain/case/gates/measure-case.ts'
import { twoQualified } from '#domain/case/gates/people.ts'
import { procedureOf } from '#domain/procedure/definition.ts'
import { HANDLER_FACTS, handlerChanges } from './handlers.ts'
import { ASKED_ON_SITE, INSPECTION_FACTS } from './inspection-facts.ts'
import { INSPECTION_STEP_FACTS, INSPECTION_STEPS } from './inspection-steps.ts'

const drop = {
  title: '不再检查',
  by: 'handler',
  asks: ['drop-reason'],
  to: 'dropped',
  basis: INSPECTION_RULES,
} as const

/** What every telling of the result shares: it goes to the inspectee, and what was found becomes public. */
const TELL = {
  by: 'handler',
  issues: ['inspection-result'],
  opens: 'delivery',
  starts: ['publication'],
  to: 'told',
} as const

const openRecusal = {
  title: '回避申请',
  by: ['handler', 'unit-head', 'agency-head'],
  opens: 'recusal',
  basis: '《行政处罚法》第四十三条',
} as const

/** A hazard on the spot does not wait for the end of the inspection (安全生产法第六十五条). */
const orderOnSpot = {
  title: '作出现场处理措施决定',
  by: 'handler',
  approval: ['unit-head'],
  asks: ['hazards', 'on-spot-basis', 'on-spot-order'],
  issues: ['on-site-measure'],
  opens: 'delivery',
  basis: '《安全生产法》第六十五条',
} as const

const HANDLING = handlerChanges({ basis: '《行政处罚法》第四十二条' })

/** 行政检查: a task with its source, approved, told by a notice, done by two, recorded, and its result told and published. */
export const inspection = procedureOf({
  code: 'inspection',
  version: '2025-01-03',
  validFrom: plainDate('2025-01-03'),
  title: '行政检查',
  basis: INSPECTION_RULES,
  start: 'planned',
  numberedBy: 'inspection-approval',
  opening: {
    kind: '行政检查',
    purpose: '按计划、随机抽取或者线索到现场检查，逐项记录并告知结果',
    from: ['clue'],
    by: 'handler',
    partyTitle: '检查对象',
    violations: false,
    asks: ['inspection-kind', 'source', 'task-basis', 'item', 'item-basis', 'mode', 'joint'],
    item: { name: 'item', basis: 'item-basis', published: 'item-published' },
    starts: [],
  },
  disclosure: { documents: ['inspection-result'], clock: 'publication' },
  facts: { ...INSPECTION_FACTS, ...INSPECTION_STEP_FACTS, ...HANDLER_FACTS },
  clocks: {
    publication: {
      title: '公开检查结果',
      term: { parameter: 'disclosure.other-term' },
      rolls: true,
      missed: 'warning',
      basis:
        '《国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见》（国办发〔2018〕118号）',
    },
    correction: {
      title: '整改期限',
      binds: 'party',
      afterwards: { may: 'confirm-correction', or: ['find-uncorrected'], words: '复查' },
      term: { until: 'correct-by' },
      rolls: false,
      missed: 'warning',
      basis: '《行政处罚法》第二十八条第一款',
    },
    review: {
      title: '复查',
      term: { until: 'review-on' },
      rolls: false,
      missed: 'warning',
      basis: '《行政处罚法》第二十八条第一款',
    },
  },
  stages: {
    planned: {
      title: '方案',
      actions: {
        ask: {
          title: '报请检查',
          by: 'handler',
          approval: ['agency-head'],
          asks: [
            'planned-on',
            'approved-officers',
            'plan-content',
            'item-published',
            'campaign-approval',
            'fruitless-reason',
          ],
          gates: [
            agencyQualified,
            twoQualified('approved-officers'),
            itemPublished,
            campaignApproved,
            plannedAhead,
            withinYearlyCap,
            notFruitless,
          ],
          issues: ['inspection-approval', 'inspection-plan'],
          to: 'approved',
          basis: INSPECTION_RULES,
        },
        drop,
        ...HANDLING,
      },
    },
    approved: {
      title: '已批准，待通知',
      actions: {
        notify: {
          title: '发出行政检查通知书',
          by: 'handler',
          issues: ['inspection-notice'],
          opens: 'delivery',
          to: 'noticed',
          basis: INSPECTION_RULES,
        },
        drop,
        'open-recusal': openRecusal,
        ...HANDLING,
      },
    },
    noticed: {
      title: '实施检查',
      actions: {
        inspect: {
          title: '制作现场检查笔录',
          by: 'handler',
          asks: ASKED_ON_SITE,
          gates: [
            noticeHandedOver,
            twoQualified('officers'),
            inspectorsApproved,
            certificateShown,
            rightsExplained,
            disciplineTold,
            helpersLed,
            timesInOrder,
          ],
          adds: 'evidence',
          records: [{ scene: 'on-site-inspection', duty: 'as-needed' }],
          issues: ['inspection-record'],
          to: 'inspected',
          basis: '《行政处罚法》第五十五条',
        },
        ...INSPECTION_STEPS,
        'note-refusal': {
          title: '记录不予配合',
          by: 'handler',
          asks: ['refusal-words', 'refusal-recordings', 'witness'],
          issues: ['non-cooperation-record'],
          basis: '《行政处罚法》第五十五条第二款',
        },
        'order-on-spot': orderOnSpot,
        // What was kept or taken as a sample in between does not stay behind.
        drop: { ...drop, gates: [keptAndSampledSettled, thingsAccountedFor] },
        'open-recusal': openRecusal,
        ...HANDLING,
      },
    },
    inspected: {
      title: '处理',
      actions: {
        'tell-clean': {
          ...TELL,
          title: '没有发现问题，告知结果',
          asks: ['result-words'],
          outcome: 'no-problem',
          basis: INSPECTION_RULES,
        },
        'order-correction': {
          title: '责令改正',
          by: 'handler',
          approval: ['unit-head'],
          asks: ['problems', 'result-words', 'requirement', 'correct-by', 'review-on', 'consequence'],
          gates: [correctionDatesInOrder],
          issues: ['correction-order', 'inspection-result'],
          opens: 'delivery',
          starts: ['correction', 'review', 'publication'],
          to: 'correcting',
          basis: '《行政处罚法》第二十八条第一款',
        },
        'turn-to-case': {
          ...TELL,
          title: '发现违法行为，转立案查处',
          approval: ['unit-head'],
          asks: ['problems', 'result-words', 'follow-up'],
          outcome: 'case',
          basis: '《行政处罚法》第五十四条第二款',
        },
        'add-evidence': {
          title: '添加证据',
          by: 'handler',
          adds: 'evidence',
          gates: [evidenceGiven],
          records: [{ scene: 'evidence-taking', duty: 'as-needed' }],
          basis: '《行政处罚法》第四十六条',
        },
        ...INSPECTION_STEPS,
        'order-on-spot': orderOnSpot,
        'open-recusal': openRecusal,
        ...HANDLING,
      },
    },
    correcting: {
      title: '整改',
      actions: {
        'confirm-correction': {
          title: '复查：已经改正',
          by: 'handler',
          asks: ['review-officers', 'review-result'],
          gates: [twoQualified('review-officers'), resultDelivered],
          records: [{ scene: 'on-site-inspection', duty: 'as-needed' }],
          issues: ['correction-review'],
          opens: 'delivery',
          meets: ['review'],
          closes: ['correction'],
          outcome: 'corrected',
          to: 'told',
          basis: '《行政处罚法》第二十八条第一款',
        },
        'find-uncorrected': {
          title: '复查：没有改正，转立案查处',
          by: 'handler',
          approval: ['unit-head'],
          asks: ['review-officers', 'review-result', 'follow-up'],
          gates: [twoQualified('review-officers'), resultDelivered],
          records: [{ scene: 'on-site-inspection', duty: 'as-needed' }],
          issues: ['correction-review'],
          opens: 'delivery',
          meets: ['review'],
          closes: ['correction'],
          outcome: 'not-corrected',
          to: 'told',
          basis: '《行政处罚法》第二十八条第一款、第五十四条第二款',
        },
        'open-recusal': openRecusal,
        ...HANDLING,
      },
    },
    told: {
      title: '告知',
      actions: {
        close: {
          title: '结果已经告知，结束检查',
          by: 'handler',
          gates: [inspectionPapersDelivered, keptAndSampledSettled, thingsAccountedFor, recusalSettled],
          to: 'closed',
          basis: INSPECTION_RULES,
        },
        ...HANDLING,
      },
    },
    closed: { title: '办结', ends: true, actions: {} },
    dropped: { title: '没有检查', ends: 'dropped', actions: {} },
  },
})
