import { plainDate } from '#domain/calendar/plain-date.ts'
import { agencyQualified } from '#domain/case/gates/filing.ts'
import { handlersQualified } from '#domain/case/gates/people.ts'
import { performed } from '#domain/case/gates/performance.ts'
import { toldDay } from '#domain/case/told-day.ts'
import { type Fact, procedureOf, type Role } from '#domain/procedure/definition.ts'
import { HANDLER_FACTS, handlerChanges } from './handlers.ts'
import { REVIEWER_APART } from './major-review.ts'
import { REVERSAL, REVERSAL_FACTS } from './payment-reversal.ts'
import {
  BEYOND_CONTEST,
  closeAfterPerformance,
  dossierStages,
  owes,
  PERFORMANCE_ACTIONS,
  PERFORMANCE_FACTS,
  performanceClocks,
} from './performance.ts'
import { REVIEW, SUIT } from './remedy-terms.ts'

const HEADS: readonly Role[] = ['unit-head', 'agency-head']
const { remedies, 'closure-note': closureNote, retention, ...payment } = PERFORMANCE_FACTS

function fact(title: string, of: Pick<Fact, 'kind'> & Partial<Fact>): Fact {
  return { title, per: 'case', disclosure: 'officials', ...of }
}

/** The decision is of another file, so that nothing here counts from its delivery. */
const terms = performanceClocks('')

/** Counted for each party from the day that was entered. */
const FROM_DECISION = {
  afterwards: { ...BEYOND_CONTEST, onlyIf: owes },
  per: 'party',
  from: toldDay('decision-delivered-on'),
} as const

const HANDLING = handlerChanges({ basis: '《行政强制法》第十七条第三款', gates: [REVIEWER_APART] })

/** 强制执行案件: a decision of another file (an illegal structure, an order to restore) that was not performed. */
export const executionCase = procedureOf({
  code: 'execution-case',
  version: '2012-01-01',
  validFrom: plainDate('2021-07-15'),
  title: '行政决定的强制执行',
  basis: '《行政强制法》第三十四条',
  start: 'clue',
  numberedBy: 'filing-approval',
  opening: {
    kind: '行政强制',
    purpose: '决定逾期不履行的，催告以后依法执行或者申请法院执行',
    by: 'handler',
    partyTitle: '被执行人',
    violations: false,
    asks: ['decided', 'decision-number', 'decided-on', 'decision-delivered-on', 'perform-by', 'place'],
    starts: ['review-application', 'litigation'],
  },
  facts: {
    ...HANDLER_FACTS,
    decided: fact('决定的内容', { kind: 'long-text', help: '要求当事人履行的义务，照决定书写' }),
    'decision-number': fact('决定书文号', { kind: 'text' }),
    'decided-on': fact('作出决定的日期', { kind: 'date' }),
    'decision-delivered-on': fact('决定书送达的日期', { kind: 'date' }),
    'perform-by': fact('决定书规定的履行期限', { kind: 'date' }),
    place: fact('地点', { kind: 'text' }),
    'filing-reason': fact('立案执行的理由', { kind: 'long-text' }),
    remedies,
    'is-performed': { ...payment['is-performed'], title: '决定的内容已全部履行' },
    'performance-note': payment['performance-note'],
    ...REVERSAL_FACTS,
    'closure-note': closureNote,
    retention,
  },
  clocks: {
    'review-application': { ...REVIEW, ...FROM_DECISION },
    litigation: { ...SUIT, ...FROM_DECISION },
    'court-application': { ...terms['court-application'], after: ['review-application', 'litigation'] },
    archive: terms.archive,
  },
  stages: {
    clue: {
      title: '立案',
      actions: {
        file: {
          title: '报请立案执行',
          by: 'handler',
          approval: HEADS,
          asks: ['filing-reason'],
          gates: [agencyQualified, handlersQualified],
          issues: ['filing-approval'],
          to: 'performance',
          basis: '《行政强制法》第三十四条',
        },
        ...HANDLING,
      },
    },
    performance: {
      title: '执行',
      actions: {
        'record-performance': {
          title: '登记履行情况',
          by: 'handler',
          asks: ['is-performed', 'performance-note'],
          basis: '《行政强制法》第三十四条',
        },
        'record-remedy': PERFORMANCE_ACTIONS['record-remedy'],
        'open-execution': PERFORMANCE_ACTIONS['open-execution'],
        'open-court-execution': PERFORMANCE_ACTIONS['open-court-execution'],
        ...REVERSAL,
        close: {
          ...closeAfterPerformance(HEADS, [performed]),
          closes: ['review-application', 'litigation', 'court-application'],
          outcome: 'execution',
        },
        ...HANDLING,
      },
    },
    ...dossierStages(HANDLING),
  },
})
