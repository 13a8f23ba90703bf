import { PROPOSALS } from '#procedures/penalty-facts.ts'
import * as custody from '../custody-steps.ts'
import * as roads from '../halting-roads.ts'
import { done, type LawOffice, valuesWith, type Who } from '../law-office.ts'
import { frozen } from '../measure-steps.ts'
import * as steps from '../penalty-steps.ts'
import { penalise, reachThree } from '../several-parties.ts'
import { SPARES } from './after-scenarios.ts'
import { at, CHILD, type Rows, type Run, type Scenario } from './scenario.ts'

const BY_RULE = ['termination-ground']
const AHEAD = '2026-06-09'

const HALTED: Rows = {
  'penalty-ordinary/suspend-case/suspension-ground': {
    says: '没有规定可以中止调查',
    run: at('investigation', 'suspend-case', roads.HALT),
  },
  'penalty-ordinary/terminate/termination-ground': {
    says: '没有规定可以终止调查',
    run: at('investigation', 'terminate', roads.TERMINATION),
  },
  'penalty-ordinary/terminate/no-decision-due': {
    says: '应当作出不予处罚决定',
    beside: BY_RULE,
    run: (office) => {
      steps.fileCase(office)
      steps.investigate(office, { proposal: PROPOSALS.notEstablished })
      done(office.take('lin', 'go-without-notice'))
      return office.take('lin', 'terminate', roads.TERMINATION)
    },
  },
  'penalty-ordinary/terminate/nothing-decided': {
    says: '已经作出决定',
    beside: [...BY_RULE, 'no-decision-due'],
    run: (office) => {
      reachThree(office)
      penalise(office)
      done(office.take('lin', 'back-to-draft'))
      return office.take('lin', 'terminate', roads.TERMINATION)
    },
  },
  'penalty-ordinary/terminate/things-accounted-for': {
    says: '还有涉案物品在保管中',
    beside: BY_RULE,
    run: (office) => {
      custody.seized(office)
      return office.take('lin', 'terminate', roads.TERMINATION)
    },
  },
  'penalty-ordinary/terminate/nothing-frozen': {
    says: '“冻结存款、汇款”还没有结束',
    beside: BY_RULE,
    run: (office) => frozen(office).take('lin', 'terminate', roads.TERMINATION),
  },
  'penalty-ordinary/close-terminated/termination-decision-delivered': {
    says: '终止调查决定书还没有送达',
    beside: BY_RULE,
    run: (office) => {
      done(steps.reach(office, 'investigation').take('lin', 'terminate', roads.TERMINATION))
      office.agreeAll('zheng', 'wu')
      return office.take('lin', 'close-terminated', { case: { 'closure-note': '终止调查' } })
    },
  },
}

const TAKEN_LATER: Rows = {
  'penalty-ordinary/close-terminated/things-accounted-for': {
    says: '还有涉案物品在保管中',
    beside: BY_RULE,
    run: (office) => {
      done(custody.seizureApproved(office).take('lin', 'terminate', roads.TERMINATION))
      office.agreeAll('zheng', 'wu')
      custody.seizeNow(office)
      steps.deliverAll(office)
      return office.take('lin', 'close-terminated', { case: { 'closure-note': '终止调查' } })
    },
  },
}

const CONSENT: Rows = {
  'penalty-ordinary/confirm-delivery/address-for-consent': {
    says: '请写明电子送达账号',
    run: at('investigation', 'confirm-delivery', { party: { 'party-1': { 'consents-electronic': true } } }),
  },
}

const LENGTHENED: Rows = {
  'penalty-ordinary/extend-again/panel-quorum': {
    says: '至少有两名机关负责人出席',
    run: (office) => {
      office.parameters = valuesWith({
        'decision.extension-allowed': true,
        'decision.second-extension-allowed': true,
      })
      steps.fileCase(office)
      done(office.take('lin', 'extend-clock', { case: { 'extension-reason': '案情复杂' } }))
      office.agreeAll('zheng', 'wu')
      const facts = { 'extension-reason': '案情特别复杂', 'extension-days': '20', 'discussed-on': office.today }
      return office.take('lin', 'extend-again', {
        case: { ...facts, attendees: ['wu'], 'extension-opinions': '同意' },
      })
    },
  },
}

const TESTED: Rows = {
  'penalty-ordinary/report/tests-settled': {
    says: '检测、检验、检疫、鉴定还没有结束',
    run: (office) => {
      roads.commission(office)
      done(office.take('lin', 'inquire', steps.inquiry(office)))
      done(office.take('lin', 'add-evidence', {}, [steps.EVIDENCE]))
      const run = office.case.runs[0]?.id ?? ''
      return office.do('lin', { type: 'take', run, action: 'report', facts: { case: steps.REPORT }, evidence: [] })
    },
  },
  'expert-test/commission/test-end-ahead': {
    says: '预计结束日期不能早于今天',
    run: (office) => {
      done(steps.reach(office, 'investigation').take('lin', 'open-expert-test'))
      const facts = { case: { ...roads.COMMISSION.case, 'test-until': '2026-05-31' } }
      return office.take('lin', 'commission', facts)
    },
  },
  'expert-test/report/report-in-order': {
    says: '报告日期不能晚于今天',
    run: (office) => reported(roads.commission(office), AHEAD),
  },
  'expert-test/finish/test-result-notice-delivered': {
    says: '结果告知书还没有送达',
    run: (office) => {
      done(reported(roads.commission(office), office.today))
      return office.take('lin', 'finish')
    },
  },
}

/** The report of the test, and not the report that ends the investigation. */
function reported(office: LawOffice, on: string) {
  const facts = { case: { ...roads.REPORT_OF_TEST.case, 'reported-on': on } }
  return office.do('lin', { type: 'take', run: office.child('expert-test').id, action: 'report', facts, evidence: [] })
}

const judged =
  (recused: Who, by: Who, action: string, facts: Record<string, unknown> = {}): Run =>
  (office) =>
    roads.askRecusal(office, recused).take(by, action, { case: facts })
const { VERDICT, TOGETHER, REPLACED } = roads

const requested =
  (more: Record<string, unknown>): Run =>
  (office) => {
    done(steps.reach(office, 'investigation').take('lin', 'open-recusal'))
    return office.take('lin', 'request', roads.recusalOf(office, ['zhou'], more))
  }

function heads(action: 'grant-together' | 'refuse-together'): Rows {
  const key = `recusal/${action}`
  return {
    [`${key}/decided-by-another`]: {
      says: '本人的回避由他人决定',
      run: judged('wu', 'wu', action, { ...TOGETHER, attendees: ['deputy', 'fu'] }),
    },
    [`${key}/about-head`]: { says: '由机关负责人决定，不用集体讨论', run: judged('shen', 'wu', action, TOGETHER) },
    [`${key}/panel-quorum`]: {
      says: '至少有两名机关负责人出席',
      run: judged('deputy', 'wu', action, { ...TOGETHER, attendees: ['wu'] }),
    },
    [`${key}/absent-from-discussion`]: {
      says: '被申请回避的人不参加讨论',
      run: judged('deputy', 'wu', action, { ...TOGETHER, attendees: ['wu', 'deputy'] }),
    },
  }
}

const RECUSED: Rows = {
  'recusal/request/one-person-named': {
    says: '一份申请写一名',
    run: requested({ recused: ['zhou', 'shen'] }),
  },
  'recusal/request/applied-by-today': { says: '申请日期不能晚于今天', run: requested({ 'applied-on': AHEAD }) },
  'recusal/grant/decided-by-another': {
    says: '本人的回避由他人决定',
    beside: ['not-about-head'],
    run: judged('wu', 'wu', 'grant', VERDICT),
  },
  'recusal/grant/not-about-head': { says: '由负责人集体讨论决定', run: judged('deputy', 'wu', 'grant', VERDICT) },
  'recusal/grant/handler-replaced': { says: '更换承办人员', run: judged('zhou', 'wu', 'grant', VERDICT) },
  'recusal/refuse/decided-by-another': {
    says: '本人的回避由他人决定',
    beside: ['not-about-head'],
    run: judged('wu', 'wu', 'refuse', VERDICT),
  },
  'recusal/refuse/not-about-head': { says: '由负责人集体讨论决定', run: judged('deputy', 'wu', 'refuse', VERDICT) },
  'recusal/grant-and-replace/decided-by-another': {
    says: '本人的回避由他人决定',
    beside: ['not-about-head', 'about-handler'],
    run: judged('wu', 'wu', 'grant-and-replace', REPLACED),
  },
  'recusal/grant-and-replace/not-about-head': {
    says: '由负责人集体讨论决定',
    beside: ['about-handler'],
    run: judged('deputy', 'wu', 'grant-and-replace', REPLACED),
  },
  'recusal/grant-and-replace/about-handler': {
    says: '被申请回避的不是承办人员',
    run: judged('shen', 'wu', 'grant-and-replace', REPLACED),
  },
  'recusal/grant-and-replace/recused-left-out': {
    says: '周二回避本案',
    run: judged('zhou', 'wu', 'grant-and-replace', { ...REPLACED, handlers: ['lin', 'zhou'] }),
  },
  'recusal/grant-and-replace/new-handlers-qualified': {
    says: '还差一名有资格的执法人员',
    run: judged('zhou', 'wu', 'grant-and-replace', { ...REPLACED, handlers: ['lin', 'expired'] }),
  },
  ...heads('grant-together'),
  ...heads('refuse-together'),
}

/** While a recusal waits for its decision, the case goes on, and is not decided. */
function waitsForRecusal(action: string, reach: (office: LawOffice) => void): Scenario {
  return {
    says: '回避申请还没有决定',
    run: (office) => {
      reach(office)
      return undecidedRecusal(office).take('lin', action)
    },
  }
}

/** Somebody has asked that the head of the unit stand aside. */
export function undecidedRecusal(office: LawOffice): LawOffice {
  done(office.take('lin', 'open-recusal'))
  done(office.take('lin', 'request', roads.recusalOf(office, ['zheng'])))
  return office
}

const WAITING: Rows = {
  'penalty-ordinary/decide/recusal-settled': waitsForRecusal('decide', (office) => steps.reach(office, 'decision')),
  ...Object.fromEntries(
    SPARES.map(([action, proposal]) => [
      `penalty-ordinary/${action}/recusal-settled`,
      waitsForRecusal(action, (office) => {
        steps.fileCase(office, { parties: [CHILD] })
        steps.reachSpare(office, proposal)
      }),
    ]),
  ),
}

/** Recusal, suspension, termination, tests. */
export const HALTING: Rows = { ...HALTED, ...TAKEN_LATER, ...CONSENT, ...LENGTHENED, ...TESTED, ...RECUSED, ...WAITING }
