import { MANNERS } from '#domain/case/gates/licence-term.ts'
import { GROUNDS, onTheSpot } from '../custody-steps.ts'
import { begunDuty, USE } from '../duty-roads.ts'
import * as execution from '../execution-steps.ts'
import { done, type LawOffice } from '../law-office.ts'
import { holderHeard } from '../licence-roads.ts'
import * as licence from '../licence-steps.ts'
import { NO_GROUND, submitted, WEIGHTY } from '../major-review-steps.ts'
import { FREEZE_ASKED, openMeasureCase } from '../measure-steps.ts'
import * as steps from '../penalty-steps.ts'
import { inUse } from './duty-scenarios.ts'
import { told } from './licence-after-scenarios.ts'
import type { Rows, Run, Scenario } from './scenario.ts'
import { unanswered, undelivered } from './urging-scenarios.ts'

type Values = Readonly<Record<string, unknown>>
type Reach = (office: LawOffice) => LawOffice

const FRAUD = { ground: '以欺骗、贿赂等不正当手段取得许可' }
const LONGER = { need: '未退水', 'use-until': '2026-08-01' }
const LEVY = { ground: '五月用水', 'late-rule': '不加收滞纳金' }
const DUE = { due: '3000' }
const REFUSED = { 'refusal-reason': '不符合规定的条件' }

const ended =
  (procedure: string, more: Values = {}): Reach =>
  (office) =>
    holderHeard(told(office, procedure, more))
const requested =
  (procedure: 'benefit' | 'confirmation'): Reach =>
  (office) => {
    done(begunDuty(office, procedure).take('chuang', 'accept'))
    const [action, fact] = procedure === 'benefit' ? ['check', 'checked'] : ['verify', 'verified']
    done(office.take('lin', String(action), { case: { [String(fact)]: '已经核对' } }))
    done(office.agree('zheng'))
    return office
  }
const begun =
  (procedure: string): Reach =>
  (office) =>
    begunDuty(office, procedure)
/** Asked for before any case is filed, and by nobody approved yet. */
const measure =
  (action: 'open-seizure' | 'open-freeze'): Reach =>
  (office) => {
    done(openMeasureCase(office).take('lin', action))
    return office
  }
/** Urged in vain, and the agency may execute. */
const toExecute: Reach = (office) => execution.withPower(execution.urged(office)).on('2026-07-20')

const { 'execution-on': _on, 'review-ground': _ground, ...EXECUTION } = execution.DECISION
const { 'execution-on': _at, 'review-ground': _said, ...SUBSTITUTION } = execution.SUBSTITUTE

/** A case of each kind in which something weighty lies with the reviewer. */
export const UNDER_REVIEW: Readonly<Record<string, Reach>> = {
  'licence-withdrawal': (office) => submitted(ended('licence-withdrawal')(office), { 'has-loss': false }),
  'licence-revocation': (office) => submitted(ended('licence-revocation')(office)),
  requisition: (office) => submitted(begunDuty(office, 'requisition'), USE),
  levy: (office) => submitted(begunDuty(office, 'levy'), LEVY, DUE),
  benefit: (office) => submitted(requested('benefit')(office), REFUSED),
  confirmation: (office) => submitted(requested('confirmation')(office), REFUSED),
  'measure-case': (office) => submitted(measure('open-seizure')(office), GROUNDS),
  'execution-case': (office) => {
    done(execution.executionFiled(office).take('lin', 'open-execution'))
    done(office.on('2026-06-17').take('lin', 'urge', execution.URGING))
    office.agreeAll('zheng')
    steps.deliverAll(office)
    return submitted(office.on('2026-07-20'), EXECUTION)
  },
}
const freezeUnderReview: Reach = (office) => submitted(measure('open-freeze')(office), FREEZE_ASKED)
const executionUnderReview: Reach = (office) => submitted(toExecute(office), EXECUTION)

/** What the list names, or what is said to be weighty, and nobody has handed in. */
const unreviewed = (reach: Reach, action: string, facts: Values, party: Values = {}): Scenario => ({
  says: '还没有提交法制审核',
  run: (office) =>
    reach(office).take('lin', action, { case: { ...WEIGHTY, ...facts }, party: steps.ofEveryParty(office, party) }),
})

const UNREVIEWED: Rows = {
  'licence-withdrawal/decide/major-reviewed': unreviewed(ended('licence-withdrawal'), 'decide', { 'has-loss': false }),
  'licence-revocation/decide/major-reviewed': unreviewed(ended('licence-revocation'), 'decide', {}),
  'licence-revocation/decide-fraud/major-reviewed': unreviewed(ended('licence-revocation', FRAUD), 'decide-fraud', {
    'is-safety-item': true,
  }),
  'requisition/decide/major-reviewed': unreviewed(begun('requisition'), 'decide', USE),
  'levy/decide/major-reviewed': unreviewed(begun('levy'), 'decide', LEVY, DUE),
  'benefit/refuse/major-reviewed': unreviewed(requested('benefit'), 'refuse', REFUSED),
  'confirmation/refuse/major-reviewed': unreviewed(requested('confirmation'), 'refuse', REFUSED),
  'seizure/ask/major-reviewed': unreviewed(measure('open-seizure'), 'ask', GROUNDS),
  'freeze/ask/major-reviewed': unreviewed(measure('open-freeze'), 'ask', FREEZE_ASKED),
  'coercive-execution/decide-execution/major-reviewed': {
    says: '还没有提交法制审核',
    run: (office) => execution.decide(toExecute(office), WEIGHTY),
  },
  'coercive-execution/decide-substitute/major-reviewed': {
    says: '还没有提交法制审核',
    run: (office) => execution.decideSubstitute(toExecute(office), WEIGHTY),
  },
  'requisition/prolong/major-reviewed': {
    says: '须重新送审',
    run: (office) => inUse(office).take('lin', 'prolong', { case: { ...LONGER, ...NO_GROUND } }),
  },
}

/** What would go past a reviewer who is at work. */
const past = (reach: Reach, action: string, facts: Values = {}, party: Values = {}): Scenario => ({
  says: '先撤回送审',
  run: (office) =>
    reach(office).take('lin', action, { case: { ...NO_GROUND, ...facts }, party: steps.ofEveryParty(office, party) }),
})
const plain = (reach: Reach, action: string, facts: Values = {}, party: Values = {}): Scenario => ({
  says: '先撤回送审',
  run: (office) => reach(office).take('lin', action, { case: facts, party: steps.ofEveryParty(office, party) }),
})
const under = (procedure: string): Reach => UNDER_REVIEW[procedure] as Reach
const TERMINATION = { 'end-ground': '公民死亡，无遗产可供执行，又无义务承受人', 'stop-words': '没有可供执行的财产' }

const WHILE_REVIEWED: Rows = {
  'licence-withdrawal/submit-review/no-review-open': past(under('licence-withdrawal'), 'submit-review', {
    'has-loss': false,
  }),
  'licence-withdrawal/keep/no-review-open': plain(under('licence-withdrawal'), 'keep', { 'keep-reason': '已经恢复' }),
  'licence-revocation/submit-review/no-review-open': past(under('licence-revocation'), 'submit-review'),
  'licence-revocation/keep/no-review-open': plain(under('licence-revocation'), 'keep', {
    'keep-reason': '损害公共利益',
  }),
  'requisition/submit-review/no-review-open': past(under('requisition'), 'submit-review', USE),
  'requisition/drop/no-review-open': plain(under('requisition'), 'drop', { 'drop-reason': '已经退水' }),
  'requisition/give-back/no-review-open': plain((office) => submitted(inUse(office), LONGER), 'give-back', {
    counters: ['lin', 'zhou'],
    'returned-on': '2026-06-01',
    'returned-state': '车况良好',
    'has-damage': false,
  }),
  'levy/submit-review/no-review-open': past(under('levy'), 'submit-review', LEVY, DUE),
  'levy/drop/no-review-open': plain(under('levy'), 'drop', { 'drop-reason': '依法免征' }),
  'benefit/submit-review/no-review-open': past(under('benefit'), 'submit-review', REFUSED),
  'benefit/check-again/no-review-open': plain(under('benefit'), 'check-again'),
  'benefit/grant/no-review-open': plain(
    under('benefit'),
    'grant',
    { standard: '一次性', 'pay-way': '社会保障卡' },
    { benefit: '3000' },
  ),
  'confirmation/submit-review/no-review-open': past(under('confirmation'), 'submit-review', REFUSED),
  'confirmation/verify-again/no-review-open': plain(under('confirmation'), 'verify-again'),
  'confirmation/confirm/no-review-open': plain(under('confirmation'), 'confirm', { confirmed: '确认如下' }),
  'seizure/submit-review/no-review-open': past(under('measure-case'), 'submit-review', GROUNDS),
  'seizure/drop/no-review-open': plain(under('measure-case'), 'drop', { 'drop-reason': '货物已经运走' }),
  'seizure/seize-at-once/no-review-open': {
    says: '先撤回送审',
    run: (office) => {
      const now = under('measure-case')(office)
      return now.take('lin', 'seize-at-once', { case: { ...GROUNDS, urgency: '正在转移', ...onTheSpot(now) } })
    },
  },
  'freeze/submit-review/no-review-open': past(freezeUnderReview, 'submit-review', FREEZE_ASKED),
  'freeze/drop/no-review-open': plain(freezeUnderReview, 'drop', { 'drop-reason': '账户已经注销' }),
  'coercive-execution/submit-review/no-review-open': past(executionUnderReview, 'submit-review', EXECUTION),
  'coercive-execution/submit-substitute-review/no-review-open': past(
    executionUnderReview,
    'submit-substitute-review',
    SUBSTITUTION,
  ),
  'coercive-execution/urge-again/no-review-open': plain(executionUnderReview, 'urge-again'),
  'coercive-execution/end-performed/no-review-open': plain(executionUnderReview, 'end-performed', {
    'performed-words': '已经缴清',
  }),
  'coercive-execution/terminate/no-review-open': plain(executionUnderReview, 'terminate', TERMINATION),
  'licence/report-up/no-review-open': {
    says: '先撤回送审',
    run: (office) => {
      done(licence.toDecision(office, MANNERS.first).take('lin', 'submit-review', { case: licence.GRANT }))
      return office.take('lin', 'report-up', { case: { superior: '市市场监督管理局', 'first-opinion': '符合条件' } })
    },
  },
}

/** Nothing is handed in that could not be decided. */
const early = (action: string, facts: Values): Rows => ({
  [`coercive-execution/${action}/urging-delivered`]: {
    says: '催告书还没有送达',
    run: undelivered('open-execution', (office) =>
      execution
        .withPower(office)
        .on('2026-07-20')
        .take('lin', action, { case: { ...facts, ...NO_GROUND } }),
    ),
  },
  [`coercive-execution/${action}/urging-statement-answered`]: {
    says: '请写明复核意见',
    run: (office) => {
      done(unanswered(execution.urged(office)))
      return execution
        .withPower(office)
        .on('2026-07-20')
        .take('lin', action, { case: { ...facts, ...NO_GROUND } })
    },
  },
})
const tooEarly =
  (procedure: string, facts: Values = {}): Run =>
  (office) =>
    told(office, procedure).take('lin', 'submit-review', { case: { ...NO_GROUND, ...facts } })

const submittedFreeze = (office: LawOffice, more: Values) =>
  measure('open-freeze')(office).take('lin', 'submit-review', { case: { ...NO_GROUND, ...FREEZE_ASKED, ...more } })

const HANDED_IN: Rows = {
  'licence-withdrawal/submit-review/holder-heard': {
    says: '告知书还没有送达',
    run: tooEarly('licence-withdrawal', { 'has-loss': false }),
  },
  'licence-revocation/submit-review/holder-heard': { says: '告知书还没有送达', run: tooEarly('licence-revocation') },
  'licence-withdrawal/submit-review/loss-made-good': {
    says: '依法给予补偿',
    run: (office) =>
      ended('licence-withdrawal')(office).take('lin', 'submit-review', { case: { ...NO_GROUND, 'has-loss': true } }),
  },
  'requisition/submit-review/use-ahead': {
    says: '不能早于今天',
    run: (office) =>
      begunDuty(office, 'requisition').take('lin', 'submit-review', {
        case: { ...NO_GROUND, ...USE, 'use-until': '2026-05-31' },
      }),
  },
  'freeze/submit-review/amount-fits': {
    says: '金额相当',
    run: (office) => submittedFreeze(office, { 'amount-fits': false }),
  },
  ...early('submit-review', EXECUTION),
  ...early('submit-substitute-review', SUBSTITUTION),
  'coercive-execution/submit-substitute-review/performer-independent': {
    says: '没有利害关系',
    run: (office) =>
      toExecute(office).take('lin', 'submit-substitute-review', {
        case: { ...SUBSTITUTION, ...NO_GROUND, 'performer-independent': false },
      }),
  },
}

const unqualified = (action: string): Scenario => ({
  says: '国家统一法律职业资格',
  run: (office) => under('requisition')(office).take('xin', action, { case: steps.SEVEN_POINTS }),
})

export const MAJOR_REVIEWS: Rows = {
  ...UNREVIEWED,
  ...WHILE_REVIEWED,
  ...HANDED_IN,
  'legal-review/pass/reviewer-qualified': unqualified('pass'),
  'legal-review/object/reviewer-qualified': unqualified('object'),
}
