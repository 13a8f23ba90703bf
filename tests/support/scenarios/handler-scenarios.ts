import { begunDuty } from '../duty-roads.ts'
import * as execution from '../execution-steps.ts'
import * as roads from '../halting-roads.ts'
import * as inspection from '../inspection-steps.ts'
import { done, type LawOffice, type Who } from '../law-office.ts'
import { requestOf } from '../licence-recusal-steps.ts'
import { begun } from '../licence-roads.ts'
import * as licence from '../licence-steps.ts'
import { passes } from '../major-review-steps.ts'
import { openMeasureCase } from '../measure-steps.ts'
import { openNonSite } from '../non-site-steps.ts'
import * as steps from '../penalty-steps.ts'
import { drafted, openRevision } from '../revision-steps.ts'
import { openSummary } from '../summary-steps.ts'
import { asked } from './licence-hearing-scenarios.ts'
import { oneStoodAside as oneOfLicence } from './licence-recusal-scenarios.ts'
import { UNDER_REVIEW } from './major-review-scenarios.ts'
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

/** Somebody who has another office in the case is named as a handler. */
function apart(says: string, begin: (office: LawOffice) => unknown, who: Who, action: string): Scenario {
  return {
    says,
    run: (office) => {
      begin(office)
      return office.take(who, action, TO('lin', 'duo'))
    },
  }
}

const DUTIES = ['levy', 'requisition', 'fee', 'benefit', 'confirmation']
const LICENCES = ['change', 'renewal', 'withdrawal', 'revocation', 'cancellation'].map((what) => `licence-${what}`)
const each = (codes: readonly string[], open: (office: LawOffice, code: string) => unknown) =>
  codes.map((code) => [code, (office: LawOffice) => open(office, code)] as const)

const BEGUN: Readonly<Record<string, (office: LawOffice) => unknown>> = {
  'penalty-ordinary': (office) => steps.reach(office, 'investigation'),
  'penalty-summary': openSummary,
  'penalty-revision': openRevision,
  'non-site': openNonSite,
  inspection: inspection.openInspection,
  'execution-case': execution.openExecutionCase,
  'measure-case': openMeasureCase,
  suspension: suspended,
  licence: licence.apply,
  ...Object.fromEntries([...each(DUTIES, begunDuty), ...each(LICENCES, begun)]),
}

/** About a licence, and looked at by those who handle it. */
function examined(office: LawOffice, procedure: string): LawOffice {
  begun(office, procedure)
  if (office.case.runs[0]?.stage === 'intake') done(office.take('chuang', 'accept'))
  return office
}

/** Passed by somebody who could also handle it. */
function reviewed(office: LawOffice): void {
  done(office.take('lin', 'submit-review'))
  done(office.take('duo', 'pass', { case: steps.SEVEN_POINTS }))
}
function penaltyReviewed(office: LawOffice): LawOffice {
  steps.draft(steps.reach(office, 'drafting'))
  reviewed(office)
  return office
}
function licenceReviewed(office: LawOffice): void {
  licence.toDecision(office)
  done(office.take('lin', 'submit-review', { case: licence.GRANT }))
  done(office.take('duo', 'pass', { case: steps.SEVEN_POINTS }))
}

/** Hosted by somebody who could also handle it. */
function hosted(office: LawOffice): LawOffice {
  done(steps.requestHearing(steps.reach(office, 'statement', steps.HEAVY_NOTICE)))
  steps.callHearing(office, { host: ['duo'] })
  return office
}
function heard(office: LawOffice): LawOffice {
  steps.deliverAll(hosted(office))
  office.on(steps.CALL['hearing-on'])
  done(office.take('duo', 'hold', steps.HEARING_RECORD))
  steps.reconsider(office)
  return office
}
const licenceHosted = (office: LawOffice) => steps.callHearing(asked(office), { host: ['duo'] })

/** One of two stood aside, and another took over. */
function oneStoodAside(office: LawOffice): LawOffice {
  roads.askRecusal(office, 'zhou')
  done(office.take('wu', 'grant-and-replace', { case: { ...roads.REPLACED, handlers: ['lin', 'duo'] } }))
  return office
}

function suspended(office: LawOffice): void {
  office.parameters = roads.FIELD_RULES
  if (!office.state) steps.reach(office, 'investigation')
  done(office.take('lin', 'suspend-case', roads.HALT))
  office.agreeAll('zheng', 'wu')
}

const BY_WHOM = { 'change-handlers': 'zheng', 'ask-for-handlers': 'lin' } as const
const BY_BOTH = Object.entries(BY_WHOM) as [keyof typeof BY_WHOM, Who][]
type Begin = (office: LawOffice) => unknown
const both = (code: string, gate: string, scenario: (who: Who, action: string) => Scenario) =>
  BY_BOTH.map(([action, who]) => [`${code}/${action}/${gate}`, scenario(who, action)] as const)
const leftOut = (code: string, gate: 'reviewer' | 'host', begin: Begin) =>
  both(code, `${gate}-left-out`, (who, action) =>
    apart(gate === 'reviewer' ? '多十审核过本案' : '多十是本案的听证主持人', begin, who, action),
  )
const recusedOut = (code: string, begin: Begin) =>
  both(code, 'recused-left-out', (who, action) => ({
    says: '周二回避本案',
    run: (office) => {
      begin(office)
      return office.take(who, action, TO('lin', 'zhou'))
    },
  }))

function replaced(begin: Begin, says: string, asking = roads.recusalOf): Scenario {
  return {
    says,
    run: (office) => {
      begin(office)
      done(office.take('lin', 'open-recusal'))
      done(office.take('lin', 'request', asking(office, ['zhou'])))
      return office.take('wu', 'grant-and-replace', { case: { ...roads.REPLACED, handlers: ['lin', 'duo'] } })
    },
  }
}

export const HANDLERS: Rows = Object.fromEntries([
  ...Object.entries(BEGUN).flatMap(([code, begin]) =>
    both(code, 'new-handlers-qualified', (who, action) => unqualified(who, action, begin)),
  ),
  ...leftOut('penalty-ordinary', 'reviewer', penaltyReviewed),
  ...leftOut('penalty-ordinary', 'host', hosted),
  ...leftOut('penalty-revision', 'reviewer', (office) => reviewed(drafted(openRevision(office)))),
  ...leftOut('suspension', 'reviewer', (office) => suspended(penaltyReviewed(office))),
  ...leftOut('suspension', 'host', (office) => suspended(heard(office))),
  ...leftOut('licence', 'reviewer', licenceReviewed),
  ...leftOut('licence', 'host', licenceHosted),
  ...Object.entries(UNDER_REVIEW).flatMap(([code, begin]) =>
    leftOut(code, 'reviewer', (office) => done(passes(begin(office), 'duo'))),
  ),
  ...recusedOut('penalty-ordinary', oneStoodAside),
  ...recusedOut('licence', (office) => oneOfLicence(office)),
  ...LICENCES.flatMap((code) => recusedOut(code, (office) => oneOfLicence(office, (fresh) => examined(fresh, code)))),
  ...recusedOut('suspension', (office) => suspended(oneStoodAside(office))),
  ['recusal/grant-and-replace/reviewer-left-out', replaced(penaltyReviewed, '多十审核过本案')],
  ['recusal/grant-and-replace/host-left-out', replaced(heard, '多十是本案的听证主持人')],
  ['licence-recusal/grant-and-replace/reviewer-left-out', replaced(licenceReviewed, '多十审核过本案', requestOf)],
  ['licence-recusal/grant-and-replace/host-left-out', replaced(licenceHosted, '多十是本案的听证主持人', requestOf)],
])
