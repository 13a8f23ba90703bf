import { decisionStands } from '#domain/case/gates/performance.ts'
import { termPassed, urgingDelivered, urgingStatementAnswered, urgingTermAhead } from '#domain/case/gates/urging.ts'
import { owes } from './performance.ts'

/** 催告 in writing with its four contents, served on everyone who still owes (强制法第三十五条、第三十八条). */
export const URGE = {
  title: '发出催告书',
  by: 'handler',
  approval: ['unit-head'],
  asks: ['duty', 'urging-until', 'urging-way'],
  gates: [decisionStands, termPassed, urgingTermAhead],
  issues: ['execution-urging'],
  issuesIf: { 'execution-urging': owes },
  opens: 'delivery',
  clears: ['urging-statement', 'urging-heard'],
  to: 'urged',
  basis: '《行政强制法》第三十五条',
} as const

/** What the party says to the urging is recorded and weighed (强制法第三十六条). */
export const HEAR = {
  title: '记录并复核陈述、申辩',
  by: 'handler',
  asks: ['urging-statement', 'urging-heard'],
  gates: [urgingDelivered('execution-urging'), urgingStatementAnswered],
  basis: '《行政强制法》第三十六条',
} as const

/** The party has performed after all; the execution is over before it began. */
export const PERFORMED = {
  title: '当事人已经履行，结束执行',
  by: 'handler',
  asks: ['performed-words'],
  to: 'performed',
  basis: '《行政强制法》第三十七条',
} as const
