import { plainDate } from '#domain/calendar/plain-date.ts'
import { collectedOn } from '#domain/case/collected-on.ts'
import { nobodyUnderFourteen, withinRange } from '#domain/case/gates/decision.ts'
import { agencyQualified, datesInOrder } from '#domain/case/gates/filing.ts'
import { certificateShown } from '#domain/case/gates/investigation.ts'
import { twoQualified } from '#domain/case/gates/people.ts'
import { paidByToday, performed, receiptIsNew } from '#domain/case/gates/performance.ts'
import {
  COLLECTION_GROUNDS,
  collectedFirst,
  collectionAllowed,
  collectionDeposited,
  handedInFirst,
  informedOrally,
  receiptGiven,
  statementAnswered,
  summaryFiled,
  summaryThreshold,
  warningOrFine,
} from '#domain/case/gates/summary.ts'
import { transferOver } from '#domain/case/gates/transfer.ts'
import { procedureOf } from '#domain/procedure/definition.ts'
import { transferDecided } from './crime-afterwards.ts'
import { HANDLER_FACTS, handlerChanges } from './handlers.ts'
import { REVERSAL_FACTS, REVERSAL_ON_PAPER } from './payment-reversal.ts'
import { PENALTY_FACTS } from './penalty-facts.ts'
import {
  BOOKED,
  beginPerformance,
  closeAfterPerformance,
  dossierStages,
  PAYMENT,
  PERFORMANCE_ACTIONS,
  PERFORMANCE_FACTS,
  reviewFirstClocks,
} from './performance.ts'

const {
  place,
  'found-on': foundOn,
  officers,
  'certificate-shown': shown,
  'act-ended-on': endedOn,
  'facts-found': factsFound,
  'value-base': valueBase,
  tier,
  mitigation,
  'mitigation-reason': mitigationReason,
  warning,
  statement,
  heard,
  correction,
  'crime-reason': crimeReason,
} = PENALTY_FACTS

const HANDLING = handlerChanges({ basis: '《行政处罚法》第四十二条', paper: 'matter-approval' })

/** 行政处罚简易程序: a warning or a small fine, decided and handed over where the act was seen. */
export const penaltySummary = procedureOf({
  code: 'penalty-summary',
  version: '2021-07-15',
  validFrom: plainDate('2021-07-15'),
  title: '行政处罚（简易程序）',
  basis: '《行政处罚法》第五十一条',
  start: 'scene',
  numberedBy: 'summary-decision',
  reviewFirst: 'on-the-spot',
  opening: {
    from: [
      'clue',
      { procedure: 'inspection', outcomes: ['case', 'not-corrected'] },
      { procedure: 'non-site', outcomes: ['to-penalty'] },
    ],
    kind: '行政处罚',
    purpose: '事实确凿，警告或者小额罚款，当场决定',
    by: 'handler',
    partyTitle: '当事人',
    violations: true,
    asks: ['found-on', 'place'],
    starts: [],
  },
  disclosure: { documents: ['summary-decision'], clock: 'publication' },
  facts: {
    ...HANDLER_FACTS,
    'found-on': foundOn,
    place,
    officers,
    'certificate-shown': shown,
    'act-ended-on': endedOn,
    'facts-found': factsFound,
    'value-base': valueBase,
    tier,
    mitigation,
    'mitigation-reason': mitigationReason,
    warning,
    fine: { title: '罚款', kind: 'money', per: 'violation', disclosure: 'public', optional: true },
    'informed-orally': {
      title: '已经口头告知拟处罚内容及事实、理由、依据和陈述、申辩权利',
      kind: 'yes-no',
      per: 'case',
      disclosure: 'officials',
    },
    statement,
    heard: { ...heard, optional: true, help: '当事人作了陈述、申辩的，写明采纳或者不采纳的理由' },
    correction,
    'crime-reason': crimeReason,
    'turn-reason': { title: '转为普通程序的理由', kind: 'long-text', per: 'case', disclosure: 'officials' },
    'collection-ground': {
      title: '当场收缴的情形',
      kind: 'choice',
      per: 'case',
      disclosure: 'officials',
      choices: COLLECTION_GROUNDS,
    },
    ...PERFORMANCE_FACTS,
    ...REVERSAL_FACTS,
  },
  clocks: {
    'filing-record': {
      title: '报所属机关备案',
      term: { parameter: 'summary.filing-term' },
      rolls: true,
      missed: 'warning',
      basis: '《行政处罚法》第五十二条第三款',
    },
    'hand-in': {
      title: '当场收缴的罚款交至行政机关',
      term: { parameter: 'summary.hand-in-term' },
      from: collectedOn('hand-in'),
      rolls: true,
      missed: 'warning',
      basis: '《行政处罚法》第七十一条',
    },
    deposit: {
      title: '罚款缴付指定的银行',
      term: { parameter: 'summary.deposit-term' },
      rolls: true,
      missed: 'warning',
      basis: '《行政处罚法》第七十一条',
    },
    ...reviewFirstClocks('summary-decision'),
    publication: {
      title: '公示决定',
      term: { parameter: 'disclosure.penalty-term' },
      rolls: true,
      missed: 'warning',
      basis: '《行政处罚法》第四十八条第一款',
    },
  },
  stages: {
    scene: {
      title: '现场',
      actions: {
        decide: {
          title: '当场作出处罚决定',
          by: 'handler',
          asks: [
            'officers',
            'certificate-shown',
            'act-ended-on',
            'facts-found',
            'informed-orally',
            'statement',
            'heard',
            'value-base',
            'tier',
            'mitigation',
            'mitigation-reason',
            'warning',
            'fine',
            'correction',
          ],
          gates: [
            agencyQualified,
            twoQualified('officers'),
            certificateShown,
            datesInOrder,
            nobodyUnderFourteen,
            informedOrally,
            statementAnswered,
            warningOrFine,
            summaryThreshold,
            withinRange('fine'),
          ],
          records: [{ scene: 'on-site-inspection', duty: 'as-needed' }],
          issues: ['summary-decision'],
          opens: 'delivery',
          starts: ['filing-record', 'publication'],
          outcome: 'penalty',
          to: 'delivery',
          basis: '《行政处罚法》第五十一条、第五十二条',
        },
        'turn-to-ordinary': {
          title: '不适用简易程序，转为普通程序',
          by: 'handler',
          asks: ['turn-reason'],
          to: 'turned',
          basis: '《行政处罚法》第五十四条第一款',
        },
        ...HANDLING,
      },
    },
    delivery: {
      title: '当场交付',
      actions: {
        'begin-performance': beginPerformance(
          '交付完毕，转入执行',
          'summary-decision',
          '当场处罚决定书',
          '《行政处罚法》第五十二条第一款',
        ),
        'transfer-decided': transferDecided(),
        ...HANDLING,
      },
    },
    performance: {
      title: '备案、执行',
      actions: {
        'file-record': {
          title: '报所属机关备案',
          by: 'handler',
          issues: ['summary-filing'],
          meets: ['filing-record'],
          basis: '《行政处罚法》第五十二条第三款',
        },
        collect: {
          title: '当场收缴罚款',
          by: 'handler',
          asks: ['collection-ground', ...PAYMENT],
          gates: [collectionAllowed, receiptGiven, paidByToday, receiptIsNew],
          adds: 'payment',
          clears: BOOKED,
          starts: ['hand-in'],
          basis: '《行政处罚法》第六十八条、第六十九条、第七十条',
        },
        'hand-in': {
          title: '罚款交至本机关',
          by: 'handler',
          gates: [collectedFirst],
          meets: ['hand-in'],
          starts: ['deposit'],
          basis: '《行政处罚法》第七十一条',
        },
        deposit: {
          title: '罚款缴付银行',
          by: 'handler',
          gates: [handedInFirst],
          meets: ['deposit'],
          basis: '《行政处罚法》第七十一条',
        },
        ...PERFORMANCE_ACTIONS,
        ...REVERSAL_ON_PAPER,
        close: {
          ...closeAfterPerformance(['unit-head'], [summaryFiled, performed, collectionDeposited, transferOver]),
          // What was written down as collected by mistake is handed in by nobody.
          closes: ['payment', 'instalment', 'review-application', 'court-application', 'hand-in', 'deposit'],
        },
        'transfer-decided': transferDecided(),
        ...HANDLING,
      },
    },
    ...dossierStages(HANDLING),
    turned: { title: '转为普通程序', ends: 'turned-to-ordinary', actions: {} },
  },
})
