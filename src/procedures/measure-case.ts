import { plainDate } from '#domain/calendar/plain-date.ts'
import { thingsAccountedFor } from '#domain/case/gates/custody.ts'
import { foundByToday } from '#domain/case/gates/filing.ts'
import { measurePapersDelivered, measuresOver } from '#domain/case/gates/measure-case.ts'
import { procedureOf } from '#domain/procedure/definition.ts'
import { HANDLER_FACTS, handlerChanges } from './handlers.ts'
import { REVIEWER_APART } from './major-review.ts'
import { PENALTY_FACTS } from './penalty-facts.ts'

const { source, 'found-on': foundOn, clue, place } = PENALTY_FACTS

/** 行政强制措施（立案前）: what cannot wait for the filing of a case is seized or frozen in a case of its own, which ends when the last measure has. */
export const measureCase = procedureOf({
  code: 'measure-case',
  version: '2012-01-01',
  validFrom: plainDate('2012-01-01'),
  title: '行政强制措施（立案前）',
  basis: '《行政强制法》第十六条第一款',
  start: 'measures',
  opening: {
    kind: '行政强制',
    from: ['clue', { procedure: 'inspection', takes: { clue: 'problems' } }],
    purpose: '立案以前需要查封、扣押、冻结或者登记保存的',
    by: 'handler',
    partyTitle: '当事人',
    violations: false,
    asks: ['source', 'found-on', 'clue', 'place'],
    gates: [foundByToday],
    starts: [],
  },
  facts: {
    source,
    'found-on': foundOn,
    clue,
    place,
    ...HANDLER_FACTS,
    'closing-note': {
      title: '处理情况',
      kind: 'long-text',
      per: 'case',
      disclosure: 'officials',
      help: '已经另行立案的，写明案号；没有违法行为的，写明查明的情况',
    },
  },
  clocks: {},
  stages: {
    measures: {
      title: '采取措施',
      actions: {
        'open-seizure': {
          title: '查封、扣押',
          by: 'handler',
          opens: 'seizure',
          basis: '《行政强制法》第二十二条',
        },
        'open-preservation': {
          title: '先行登记保存证据',
          by: 'handler',
          opens: 'preservation',
          basis: '《行政处罚法》第五十六条',
        },
        'open-freeze': {
          title: '冻结存款、汇款',
          by: 'handler',
          opens: 'freeze',
          basis: '《行政强制法》第二十九条第一款',
        },
        close: {
          title: '措施已经了结，结束本案',
          by: 'handler',
          approval: ['unit-head'],
          asks: ['closing-note'],
          gates: [measuresOver, measurePapersDelivered, thingsAccountedFor],
          to: 'over',
          basis: '《行政强制法》第二十七条、第三十二条',
        },
        ...handlerChanges({ basis: '《行政强制法》第十七条第三款', gates: [REVIEWER_APART] }),
      },
    },
    over: { title: '措施了结', ends: 'over', actions: {} },
  },
})
