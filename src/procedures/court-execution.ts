import { plainDate } from '#domain/calendar/plain-date.ts'
import { noPowerOfItsOwn, remediesOver, urgedTenDays, withinThreeMonths } from '#domain/case/gates/court.ts'
import { receivedByToday } from '#domain/case/gates/dispute.ts'
import { decisionStands, paidByToday, receiptIsNew } from '#domain/case/gates/performance.ts'
import { termPassed, urgingDelivered, urgingStatementAnswered } from '#domain/case/gates/urging.ts'
import { toldDay } from '#domain/case/told-day.ts'
import { type Fact, procedureOf, type Role, type Subject } from '#domain/procedure/definition.ts'
import { COURT_FACTS } from './execution-facts.ts'
import { BOOKED } from './performance.ts'
import { HEAR, PERFORMED, URGE } from './urging.ts'

const LAW = '《行政强制法》'
const HEADS: readonly Role[] = ['unit-head', 'agency-head']

const SERVED = `${LAW}第五十六条、第五十七条、第五十八条`
const RULED = receivedByToday('ruling-on', SERVED, 'accepted-on')

/** The court's time runs from its acceptance; when the upper court sends the matter back, from that. */
const takenUpOn = (subject: Subject) =>
  toldDay(subject.run.taken.at(-1)?.action === 'reversed' ? 'ruling-on' : 'accepted-on')(subject)
/** Hearing the parties begins no new time: the thirty days count from the same day as the seven. */
const countedFrom = ({ run }: Subject) => run.clocks.findLast(({ clock }) => clock === 'ruling')?.startOn

/** Whether the last refusal was to accept the application, and not to execute. */
const wasNotAccepted = ({ run }: Subject) =>
  run.taken.findLast(({ action }) => action === 'not-accepted' || action === 'not-allowed')?.action === 'not-accepted'

const apply = {
  title: '向人民法院申请强制执行',
  by: 'handler',
  approval: HEADS,
  asks: ['court', 'object-kind', 'object', 'party-opinion', 'other-papers'],
  gates: [
    decisionStands,
    termPassed,
    remediesOver,
    withinThreeMonths,
    urgedTenDays,
    urgingStatementAnswered,
    noPowerOfItsOwn,
  ],
  issues: ['court-application'],
  starts: ['acceptance'],
  to: 'applied',
  basis: `${LAW}第五十三条、第五十四条、第五十五条`,
} as const

/** 申请人民法院强制执行: urged, applied within three months with five papers, and then what the court does. */
export const courtExecution = procedureOf({
  code: 'court-execution',
  version: '2012-01-01',
  validFrom: plainDate('2012-01-01'),
  title: '申请人民法院强制执行',
  basis: `${LAW}第五十三条`,
  start: 'urging',
  facts: {
    ...COURT_FACTS,
    'performed-words': { title: '履行的情况', kind: 'long-text', per: 'case', disclosure: 'officials' } as Fact,
  },
  clocks: {
    urging: {
      title: '催告书送达满十个工作日',
      binds: 'party',
      afterwards: { may: 'apply', over: '催告书送达已满十个工作日', together: true },
      term: { parameter: 'urging.term' },
      rolls: false,
      fromDelivery: 'execution-urging',
      missed: 'warning',
      basis: `${LAW}第五十四条`,
    },
    acceptance: {
      title: '人民法院受理',
      binds: 'court',
      term: { parameter: 'court.acceptance-term' },
      rolls: true,
      missed: 'warning',
      basis: `${LAW}第五十六条第一款`,
    },
    ruling: {
      title: '人民法院裁定',
      binds: 'court',
      term: { parameter: 'court.ruling-term' },
      from: takenUpOn,
      rolls: true,
      missed: 'warning',
      basis: `${LAW}第五十七条`,
    },
    'heard-ruling': {
      title: '人民法院听取意见后裁定',
      binds: 'court',
      term: { parameter: 'court.heard-ruling-term' },
      from: countedFrom,
      rolls: true,
      missed: 'warning',
      basis: `${LAW}第五十八条第二款`,
    },
    'upper-ruling': {
      title: '上一级人民法院作出裁定',
      binds: 'court',
      term: { parameter: 'court.upper-ruling-term' },
      instead: [
        {
          onlyIf: wasNotAccepted,
          term: { parameter: 'court.upper-acceptance-term' },
          basis: `${LAW}第五十六条第二款`,
        },
      ],
      rolls: true,
      missed: 'warning',
      basis: `${LAW}第五十八条第三款`,
    },
    review: {
      title: '对法院的裁定申请复议',
      term: { parameter: 'court.review-term' },
      from: toldDay('ruling-on'),
      rolls: true,
      missed: 'refuses',
      basis: `${LAW}第五十六条第二款、第五十八条第三款`,
    },
  },
  stages: {
    urging: {
      title: '催告',
      actions: { urge: URGE, apply, 'end-performed': PERFORMED },
    },
    urged: {
      title: '催告期间',
      actions: {
        hear: { ...HEAR, gates: [urgingDelivered('execution-urging'), urgingStatementAnswered] },
        apply,
        'end-performed': PERFORMED,
      },
    },
    applied: {
      title: '已经申请',
      actions: {
        accepted: {
          title: '法院受理',
          by: 'handler',
          asks: ['court-number', 'accepted-on'],
          gates: [receivedByToday('accepted-on', SERVED)],
          closes: ['acceptance'],
          starts: ['ruling'],
          to: 'reviewing',
          basis: `${LAW}第五十六条第一款`,
        },
        'not-accepted': {
          title: '法院裁定不予受理',
          by: 'handler',
          asks: ['ruling-number', 'ruling-on', 'ruling-words'],
          gates: [RULED],
          closes: ['acceptance'],
          starts: ['review'],
          to: 'refused',
          basis: `${LAW}第五十六条第二款`,
        },
        'end-performed': PERFORMED,
      },
    },
    reviewing: {
      title: '法院审查',
      actions: {
        allowed: {
          title: '法院裁定准予执行',
          by: 'handler',
          asks: ['ruling-number', 'ruling-on', 'ruling-words'],
          gates: [RULED],
          closes: ['ruling', 'heard-ruling'],
          to: 'executing',
          basis: `${LAW}第五十七条`,
        },
        'not-allowed': {
          title: '法院裁定不予执行',
          by: 'handler',
          asks: ['ruling-number', 'ruling-on', 'ruling-words'],
          gates: [RULED],
          closes: ['ruling', 'heard-ruling'],
          starts: ['review'],
          to: 'refused',
          basis: `${LAW}第五十八条第二款`,
        },
        'court-hears': {
          title: '法院听取意见',
          by: 'handler',
          closes: ['ruling'],
          starts: ['heard-ruling'],
          basis: `${LAW}第五十八条第一款`,
        },
        'end-performed': PERFORMED,
      },
    },
    refused: {
      title: '法院没有准许',
      actions: {
        'ask-upper': {
          title: '向上一级人民法院申请复议',
          by: 'handler',
          approval: HEADS,
          asks: ['upper-court', 'review-reasons'],
          meets: ['review'],
          starts: ['upper-ruling'],
          to: 'upper',
          basis: `${LAW}第五十六条第二款、第五十八条第三款`,
        },
        'accept-refusal': {
          title: '不申请复议，结束申请',
          by: 'handler',
          approval: HEADS,
          asks: ['court-result'],
          closes: ['review'],
          to: 'court-refused',
          basis: `${LAW}第五十八条第三款`,
        },
      },
    },
    upper: {
      title: '上一级法院复议',
      actions: {
        reversed: {
          title: '上一级法院支持复议',
          by: 'handler',
          asks: ['ruling-number', 'ruling-on', 'ruling-words'],
          gates: [RULED],
          closes: ['upper-ruling'],
          starts: ['ruling'],
          to: 'reviewing',
          basis: `${LAW}第五十八条第三款`,
        },
        upheld: {
          title: '上一级法院维持裁定',
          by: 'handler',
          asks: ['ruling-number', 'ruling-on', 'ruling-words'],
          gates: [RULED],
          closes: ['upper-ruling'],
          to: 'court-refused',
          basis: `${LAW}第五十八条第三款`,
        },
      },
    },
    executing: {
      title: '法院执行',
      actions: {
        'court-executed': {
          title: '法院执行完毕',
          by: 'handler',
          asks: ['paid', 'paid-on', 'receipt-number', 'court-result'],
          gates: [paidByToday, receiptIsNew],
          adds: 'payment',
          clears: BOOKED,
          to: 'court-executed',
          basis: `${LAW}第五十七条`,
        },
        'court-ended': {
          title: '法院终结执行',
          by: 'handler',
          asks: ['court-result'],
          to: 'court-terminated',
          basis: `${LAW}第五十七条`,
        },
        'end-performed': PERFORMED,
      },
    },
    performed: { title: '当事人已经履行', ends: 'performed', actions: {} },
    'court-executed': { title: '法院执行完毕', ends: 'court-executed', actions: {} },
    'court-terminated': { title: '法院终结执行', ends: 'court-terminated', actions: {} },
    'court-refused': { title: '法院不予执行', ends: 'court-refused', actions: {} },
  },
})
