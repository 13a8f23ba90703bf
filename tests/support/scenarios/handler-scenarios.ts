import * as execution from '../execution-steps.ts'
import * as roads from '../halting-roads.ts'
import * as inspection from '../inspection-steps.ts'
import { done, type LawOffice, type Who } from '../law-office.ts'
import { openMeasureCase } from '../measure-steps.ts'
import { openNonSite } from '../non-site-steps.ts'
import * as steps from '../penalty-steps.ts'
import { openRevision } from '../revision-steps.ts'
import { openSummary } from '../summary-steps.ts'
import type { Rows, Scenario } from './scenario.ts'

const TO = (...handlers: readonly Who[]) => ({ case: { handlers, 'handlers-reason': '工作调动' } })

/** Where somebody would take over who may not act. */
function unqualified(who: Who, action: string, begin: (office: LawOffice) => unknown): Scenario {
  return {
    says: '还差一名有资格的执法人员',
    run: (office) => {
      begin(office)
      return office.take(who, action, TO('lin', 'expired'))
    },
  }
}

const BEGUN: Readonly<Record<string, (office: LawOffice) => unknown>> = {
  'penalty-summary': openSummary,
  'penalty-revision': openRevision,
  'non-site': openNonSite,
  inspection: inspection.openInspection,
  'execution-case': execution.openExecutionCase,
  'measure-case': openMeasureCase,
}

export const HANDLERS: Rows = {
  ...Object.fromEntries(
    Object.entries(BEGUN).flatMap(([code, begin]) => [
      [`${code}/change-handlers/new-handlers-qualified`, unqualified('zheng', 'change-handlers', begin)],
      [`${code}/ask-for-handlers/new-handlers-qualified`, unqualified('lin', 'ask-for-handlers', begin)],
    ]),
  ),
  'penalty-ordinary/ask-for-handlers/new-handlers-qualified': unqualified('lin', 'ask-for-handlers', (office) =>
    steps.reach(office, 'investigation'),
  ),
  'penalty-ordinary/ask-for-handlers/recused-left-out': {
    says: '周二回避本案',
    run: (office) => {
      roads.askRecusal(office, 'zhou')
      done(office.take('wu', 'grant-and-replace', { case: { ...roads.REPLACED, handlers: ['lin', 'duo'] } }))
      return office.take('lin', 'ask-for-handlers', TO('lin', 'zhou'))
    },
  },
}
