import { plainDate } from '#domain/calendar/plain-date.ts'
import {
  cannotClear,
  demolitionAnnounced,
  demolitionFinal,
  executionDelivered,
  homesSpared,
  performerIndependent,
  powerHeld,
  seizedToAuction,
  substituteUrged,
  surchargeLongEnough,
  WAYS,
  withoutForce,
} from '#domain/case/gates/execution.ts'
import {
  agreementKept,
  executedOnce,
  onlySurchargeRemitted,
  stagePassed,
  stoppedForGood,
  wayIs,
} from '#domain/case/gates/execution-end.ts'
import { dayTimeOnly } from '#domain/case/gates/execution-time.ts'
import { timesInOrder } from '#domain/case/gates/investigation.ts'
import { majorReviewed } from '#domain/case/gates/major-review.ts'
import { witnessedIfAbsent } from '#domain/case/gates/measure.ts'
import { twoQualified } from '#domain/case/gates/people.ts'
import { decisionStands, paidByToday, receiptIsNew } from '#domain/case/gates/performance.ts'
import { stillOwed, urgingDelivered, urgingOver, urgingStatementAnswered } from '#domain/case/gates/urging.ts'
import { stillOwes } from '#domain/case/obligations.ts'
import { type Fact, procedureOf, type Role } from '#domain/procedure/definition.ts'
import { DOCUMENTED, EXECUTION_FACTS } from './execution-facts.ts'
import { NOT_UNDER_REVIEW, REVIEW_FACTS, submitReview } from './major-review.ts'
import { BOOKED, owes } from './performance.ts'
import { HEAR, PERFORMED, URGE } from './urging.ts'

const LAW = '《行政强制法》'
const HEADS: readonly Role[] = ['unit-head', 'agency-head']

/** Done by two officers, by day, without touching what a home needs (强制法第四十三条). */
const DECENTLY = [twoQualified('officers'), timesInOrder, witnessedIfAbsent, dayTimeOnly, homesSpared] as const

/** Urged and heard, so that nothing but the decision is left. */
const EXECUTABLE = [urgingDelivered('execution-urging'), urgingStatementAnswered] as const

const terminate = {
  title: '终结执行',
  by: 'handler',
  approval: HEADS,
  asks: ['end-ground', 'stop-words'],
  issues: ['execution-termination'],
  opens: 'delivery',
  to: 'terminated',
  basis: `${LAW}第四十条`,
} as const

const stop = {
  title: '中止执行',
  by: 'handler',
  approval: HEADS,
  asks: ['stop-ground', 'stop-words'],
  issues: ['execution-suspension'],
  issuesIf: { 'execution-suspension': owes },
  opens: 'delivery',
  starts: ['stopped'],
  to: 'stopped',
  basis: `${LAW}第三十九条第一款`,
} as const

/** 行政强制执行 by the agency itself: urged, heard, decided, carried out; or agreed, stopped, ended. */
export const coerciveExecution = procedureOf({
  code: 'coercive-execution',
  version: '2012-01-01',
  validFrom: plainDate('2012-01-01'),
  title: '行政强制执行',
  basis: `${LAW}第三十四条`,
  start: 'urging',
  draft: [
    'urging-heard',
    'way',
    'way-basis',
    'hazard',
    'substitute-object',
    'performer',
    'performer-independent',
    'budget',
    'execution-reason',
  ],
  facts: {
    ...EXECUTION_FACTS,
    ...REVIEW_FACTS,
    'performed-words': { title: '履行的情况', kind: 'long-text', per: 'case', disclosure: 'officials' } as Fact,
  },
  clocks: {
    'urging-term': {
      title: '催告书载明的履行期限',
      binds: 'party',
      afterwards: {
        may: 'decide-execution',
        or: ['decide-substitute'],
        over: '催告书载明的履行期限已满',
        onlyIf: owes,
        together: true,
      },
      term: { until: 'urging-until' },
      fromDelivery: 'execution-urging',
      rolls: false,
      missed: 'warning',
      basis: `${LAW}第三十五条、第三十七条第一款`,
    },
    stopped: {
      title: '中止执行满三年，不再执行',
      binds: 'party',
      afterwards: { may: 'stop-for-good', over: '中止执行已满三年', words: '报请不再执行' },
      term: { parameter: 'execution.stopped-term' },
      rolls: false,
      missed: 'warning',
      basis: `${LAW}第三十九条第二款`,
    },
    stage: {
      title: '执行协议的分阶段履行',
      binds: 'party',
      afterwards: { may: 'breach', words: '核对是否履行，没有履行的恢复强制执行', onlyIf: stillOwes },
      term: { plan: 'stages' },
      rolls: false,
      missed: 'warning',
      basis: `${LAW}第四十二条`,
    },
  },
  stages: {
    urging: {
      title: '催告',
      actions: {
        urge: URGE,
        'clear-at-once': {
          title: '立即实施代履行',
          by: 'handler',
          asks: [
            'cleared',
            'cleared-place',
            'cannot-clear',
            'substitute-object',
            'performer',
            'performer-independent',
            'cost',
            'homes-spared',
            'without-force',
            ...DOCUMENTED,
          ],
          gates: [cannotClear, performerIndependent, ...DECENTLY, withoutForce],
          records: [{ scene: 'substitute-performance', duty: 'as-needed' }],
          issues: ['execution-record', 'substitute-decision'],
          issuesIf: { 'substitute-decision': owes },
          opens: 'delivery',
          to: 'cleared',
          basis: `${LAW}第五十二条`,
        },
        'end-performed': PERFORMED,
        terminate,
      },
    },
    urged: {
      title: '催告期间',
      actions: {
        hear: HEAR,
        'decide-execution': {
          title: '作出强制执行决定',
          by: 'handler',
          approval: HEADS,
          asks: ['way', 'way-basis', 'execution-reason', 'execution-on', 'hides-property', 'review-ground'],
          gates: [
            decisionStands,
            stillOwed,
            urgingDelivered('execution-urging'),
            urgingStatementAnswered,
            urgingOver,
            powerHeld,
            surchargeLongEnough,
            seizedToAuction,
            demolitionAnnounced,
            demolitionFinal,
            majorReviewed,
          ],
          issues: ['execution-decision', 'demolition-announcement'],
          issuesIf: {
            'execution-decision': owes,
            'demolition-announcement': ({ run }) => run.facts.case.way === WAYS.demolish,
          },
          opens: 'delivery',
          to: 'execution',
          basis: `${LAW}第三十七条`,
        },
        'decide-substitute': {
          title: '作出代履行决定',
          by: 'handler',
          approval: HEADS,
          asks: [
            'hazard',
            'substitute-object',
            'performer',
            'performer-independent',
            'budget',
            'execution-reason',
            'execution-on',
            'hides-property',
            'review-ground',
          ],
          gates: [
            decisionStands,
            stillOwed,
            urgingDelivered('execution-urging'),
            urgingStatementAnswered,
            urgingOver,
            performerIndependent,
            majorReviewed,
          ],
          issues: ['substitute-decision'],
          issuesIf: { 'substitute-decision': owes },
          opens: 'delivery',
          to: 'substitution',
          basis: `${LAW}第五十条`,
        },
        announce: {
          title: '公告限期自行拆除',
          by: 'handler',
          approval: HEADS,
          asks: ['structure', 'demolish-by'],
          issues: ['demolition-term-notice'],
          basis: `${LAW}第四十四条`,
        },
        'submit-review': submitReview(['way', 'way-basis', 'execution-reason'], EXECUTABLE),
        'submit-substitute-review': {
          ...submitReview(
            ['hazard', 'substitute-object', 'performer', 'performer-independent', 'budget', 'execution-reason'],
            [...EXECUTABLE, performerIndependent],
          ),
          title: '代履行提交法制审核',
        },
        'urge-again': {
          title: '重新催告',
          by: 'handler',
          ...NOT_UNDER_REVIEW,
          to: 'urging',
          basis: `${LAW}第三十五条`,
        },
        'end-performed': { ...PERFORMED, ...NOT_UNDER_REVIEW },
        terminate: { ...terminate, ...NOT_UNDER_REVIEW },
      },
    },
    execution: {
      title: '实施执行',
      actions: {
        execute: {
          title: '实施强制执行',
          by: 'handler',
          asks: [...DOCUMENTED, 'homes-spared'],
          gates: [
            decisionStands,
            stillOwed,
            executionDelivered('execution-decision'),
            wayIs('way-of-execution', [WAYS.restore, WAYS.other, WAYS.auction, WAYS.transfer]),
            ...DECENTLY,
          ],
          issues: ['execution-record'],
          basis: `${LAW}第三十四条、第四十三条`,
        },
        demolish: {
          title: '实施强制拆除',
          by: 'handler',
          asks: [...DOCUMENTED, 'homes-spared'],
          gates: [
            decisionStands,
            stillOwed,
            executionDelivered('execution-decision'),
            wayIs('way-of-demolition', [WAYS.demolish]),
            ...DECENTLY,
          ],
          records: [{ scene: 'forced-demolition', duty: 'must' }],
          issues: ['execution-record'],
          basis: `${LAW}第四十四条、第四十三条`,
        },
        'book-proceeds': {
          title: '登记划拨、拍卖所得',
          by: 'handler',
          asks: ['paid', 'paid-on', 'receipt-number', 'proceeds-note'],
          gates: [
            executionDelivered('execution-decision'),
            wayIs('way-of-proceeds', [WAYS.transfer, WAYS.auction, WAYS.other]),
            paidByToday,
            receiptIsNew,
          ],
          adds: 'payment',
          clears: BOOKED,
          basis: `${LAW}第四十七条、第四十八条、第四十九条`,
        },
        finish: {
          title: '执行完毕',
          by: 'handler',
          approval: ['unit-head'],
          asks: ['performed-words'],
          gates: [executedOnce],
          to: 'executed',
          basis: `${LAW}第三十四条`,
        },
        'end-performed': PERFORMED,
        agree: {
          title: '达成执行协议',
          by: 'handler',
          approval: HEADS,
          asks: ['stages', 'made-good', 'waived-surcharge', 'breach'],
          gates: [decisionStands, stillOwed, onlySurchargeRemitted],
          issues: ['execution-agreement'],
          issuesIf: { 'execution-agreement': owes },
          opens: 'delivery',
          starts: ['stage'],
          to: 'agreement',
          basis: `${LAW}第四十二条第一款`,
        },
        stop,
        terminate,
      },
    },
    substitution: {
      title: '代履行',
      actions: {
        'urge-substitute': {
          title: '代履行前再催告',
          by: 'handler',
          gates: [executionDelivered('substitute-decision')],
          issues: ['substitute-urging'],
          issuesIf: { 'substitute-urging': owes },
          opens: 'delivery',
          basis: `${LAW}第五十一条第一款第二项`,
        },
        substitute: {
          title: '实施代履行',
          by: 'handler',
          asks: [...DOCUMENTED, 'cost', 'homes-spared', 'without-force'],
          gates: [decisionStands, stillOwed, substituteUrged, ...DECENTLY, withoutForce],
          records: [{ scene: 'substitute-performance', duty: 'as-needed' }],
          issues: ['execution-record'],
          to: 'executed',
          basis: `${LAW}第五十一条`,
        },
        stop,
        'end-performed': PERFORMED,
        terminate,
      },
    },
    agreement: {
      title: '履行执行协议',
      actions: {
        fulfil: {
          title: '协议履行完毕',
          by: 'handler',
          approval: ['unit-head'],
          asks: ['performed-words'],
          gates: [agreementKept],
          closes: ['stage'],
          to: 'fulfilled',
          basis: `${LAW}第四十二条第二款`,
        },
        breach: {
          title: '不履行协议，恢复强制执行',
          by: 'handler',
          approval: ['unit-head'],
          asks: ['resume-words'],
          gates: [stagePassed],
          issues: ['execution-resumption'],
          issuesIf: { 'execution-resumption': owes },
          opens: 'delivery',
          clears: ['waived-surcharge', 'stages'],
          closes: ['stage'],
          to: 'execution',
          basis: `${LAW}第四十二条第二款`,
        },
        terminate,
      },
    },
    stopped: {
      title: '中止',
      actions: {
        resume: {
          title: '恢复执行',
          by: 'handler',
          approval: ['unit-head'],
          asks: ['resume-words'],
          issues: ['execution-resumption'],
          issuesIf: { 'execution-resumption': owes },
          opens: 'delivery',
          closes: ['stopped'],
          to: 'urging',
          basis: `${LAW}第三十九条第二款`,
        },
        'stop-for-good': {
          title: '中止满三年，不再执行',
          by: 'handler',
          approval: HEADS,
          asks: ['harmless', 'unable', 'stop-words'],
          gates: [stoppedForGood],
          closes: ['stopped'],
          to: 'stopped-for-good',
          basis: `${LAW}第三十九条第二款`,
        },
        terminate,
      },
    },
    performed: { title: '当事人已经履行', ends: 'performed', actions: {} },
    executed: { title: '执行完毕', ends: 'executed', actions: {} },
    cleared: { title: '立即代履行完毕', ends: 'cleared', actions: {} },
    fulfilled: { title: '协议履行完毕', ends: 'agreement-fulfilled', actions: {} },
    terminated: { title: '终结执行', ends: 'terminated', actions: {} },
    'stopped-for-good': { title: '不再执行', ends: 'stopped-for-good', actions: {} },
  },
})
