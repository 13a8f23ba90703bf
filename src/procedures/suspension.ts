import { plainDate } from '#domain/calendar/plain-date.ts'
import { procedureOf } from '#domain/procedure/definition.ts'
import { HANDLER_FACTS, PENALTY_HANDLING } from './handlers.ts'

/** 中止调查: while it lasts the case stands still; whether its time counts is a rule of the field. */
export const suspension = procedureOf({
  code: 'suspension',
  version: '2021-07-15',
  validFrom: plainDate('2021-07-15'),
  title: '中止调查',
  basis: '《行政处罚法》第六十条',
  start: 'halted',
  halts: true,
  deducted: { as: '中止' },
  facts: {
    ...HANDLER_FACTS,
    'resume-reason': {
      title: '恢复理由',
      kind: 'long-text',
      per: 'case',
      disclosure: 'officials',
      help: '写明中止的原因怎样消除',
    },
  },
  clocks: {},
  stages: {
    halted: {
      title: '已中止',
      actions: {
        resume: {
          title: '恢复调查',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['resume-reason'],
          issues: ['resumption-decision'],
          opens: 'delivery',
          to: 'resumed',
          basis: '《行政处罚法》第六十条',
        },
        ...PENALTY_HANDLING,
      },
    },
    resumed: { title: '已恢复', ends: 'resumed', actions: {} },
  },
})
