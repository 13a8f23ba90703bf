import { plainDate } from '#domain/calendar/plain-date.ts'
import { done, type LawOffice, valuesWith } from '../law-office.ts'
import * as recusal from '../licence-recusal-steps.ts'
import { begun, holderHeard, LICENCE } from '../licence-roads.ts'
import * as licence from '../licence-steps.ts'
import { majorReviewed } from '../major-review-steps.ts'
import * as steps from '../penalty-steps.ts'
import type { RecordingScenario } from './recording-scenarios.ts'
import type { Rows, Run } from './scenario.ts'

const accepted = (office: LawOffice, procedure: string): LawOffice => {
  begun(office, procedure)
  done(office.take('chuang', 'accept'))
  return office
}
const examine = (office: LawOffice, more: Record<string, unknown> = {}) =>
  office.take('lin', 'examine', { case: { finding: '符合条件', 'needs-verification': false, ...more } })
const toDecision = (office: LawOffice, procedure: string): LawOffice => {
  accepted(office, procedure)
  done(examine(office))
  done(office.agree('zheng'))
  return office
}
const twice =
  (procedure: string): Run =>
  (office) => {
    begun(office, procedure)
    const ask = () => office.take('chuang', 'ask-supplement', { case: { missing: '许可证正本' } })
    done(ask())
    done(office.take('chuang', 'supply', { case: { supplied: '许可证正本' } }))
    return ask()
  }
export const told = (office: LawOffice, procedure: string, more: Record<string, unknown> = {}): LawOffice => {
  begun(office, procedure, more)
  done(office.take('lin', 'tell', { case: { 'ending-reason': '规划调整' } }))
  done(office.agree('wu'))
  return office
}
function finishOf(office: LawOffice, procedure: string) {
  if (procedure === 'licence-cancellation') begun(office, procedure)
  else if (procedure === 'licence-change' || procedure === 'licence-renewal') toDecision(office, procedure)
  else majorReviewed(holderHeard(told(office, procedure)), DECIDE[procedure]?.[1])
  const [action, facts] = DECIDE[procedure] ?? ['', {}]
  done(office.take('lin', action, { case: facts }))
  done(office.agree('wu'))
  return office.take(procedure === 'licence-change' || procedure === 'licence-renewal' ? 'chuang' : 'lin', 'finish')
}
const DECIDE: Readonly<Record<string, readonly [string, Record<string, unknown>]>> = {
  'licence-change': ['grant', { conditions: '餐饮服务经营者，两间' }],
  'licence-renewal': ['grant', { 'valid-until': '2031-12-31' }],
  'licence-withdrawal': ['decide', { 'has-loss': false }],
  'licence-revocation': ['decide', {}],
  'licence-cancellation': ['decide', { 'ending-reason': '公司已经注销登记' }],
}

const FINISH: Rows = Object.fromEntries(
  Object.keys(DECIDE).map((procedure) => [
    `${procedure}/finish/everything-delivered`,
    { says: '还有文书没有送达', run: (office: LawOffice) => finishOf(office, procedure) },
  ]),
)
const SAFETY = { case: { 'is-safety-item': true } }
const FRAUD = { ground: '以欺骗、贿赂等不正当手段取得许可' }

/** Somebody has asked that the head of the unit stand aside. */
const waiting = (
  procedure: string,
  reach: (office: LawOffice) => LawOffice,
  acts: Readonly<Record<string, Record<string, unknown>>>,
): Rows =>
  Object.fromEntries(
    Object.entries(acts).map(([action, facts]) => [
      `${procedure}/${action}/recusal-settled`,
      {
        says: '回避申请还没有决定',
        run: (office: LawOffice) => recusal.whileAsked(reach(office), action, facts),
      },
    ]),
  )
const requested = (procedure: string) => (office: LawOffice) => toDecision(office, procedure)
const KEPT_WHOLE = { 'has-loss': false }
const heard =
  (procedure: string, more: Record<string, unknown> = {}) =>
  (office: LawOffice) =>
    majorReviewed(holderHeard(told(office, procedure, more)), procedure === 'licence-withdrawal' ? KEPT_WHOLE : {})
const REFUSED = { 'refusal-reason': '场所不符合要求' }

const WAITING: Rows = {
  ...waiting('licence-change', requested('licence-change'), { grant: { conditions: '两间' }, refuse: REFUSED }),
  ...waiting('licence-renewal', requested('licence-renewal'), {
    grant: { 'valid-until': '2031-12-31' },
    refuse: REFUSED,
  }),
  ...waiting('licence-withdrawal', heard('licence-withdrawal'), { decide: { 'has-loss': false } }),
  ...waiting('licence-revocation', heard('licence-revocation'), { decide: {} }),
  ...waiting('licence-revocation', heard('licence-revocation', FRAUD), { 'decide-fraud': { 'is-safety-item': true } }),
  ...waiting('licence-cancellation', (office) => begun(office, 'licence-cancellation'), {
    decide: { 'ending-reason': '公司已经注销登记' },
  }),
}

/** Another case has given this number already. */
const taken =
  (action: string, more: Record<string, unknown> = {}): Run =>
  (office) => {
    office.parameters = valuesWith({ 'licence.supervised-elsewhere': action === 'issue' ? [] : ['*'] })
    steps.deliverAll(licence.grant(licence.toDecision(office)))
    office.register = { bars: [], licence: LICENCE }
    return licence.issueLicence(office, action, more)
  }

/** What is asked of a licence that stands is looked at as a new application is. */
const LOOKED_AT: Rows = {
  ...Object.fromEntries(
    ['licence-change', 'licence-renewal'].flatMap((procedure): [string, Rows[string]][] => [
      [
        `${procedure}/examine/verified-if-needed`,
        {
          says: '制作核查笔录',
          run: (office) => examine(accepted(office, procedure), { 'needs-verification': true }),
        },
      ],
      [
        `${procedure}/verify/two-people`,
        {
          says: '两名以上工作人员',
          run: (office) => licence.verify(accepted(office, procedure), { checkers: ['lin'] }),
        },
      ],
    ]),
  ),
  'licence-change/examine/special-time-over': {
    says: '检测还没有结束',
    run: (office) => {
      accepted(office, 'licence-change')
      const facts = { 'suspension-ground': '检测', 'special-matter': '排烟噪声', 'special-days': '十个工作日' }
      done(office.take('lin', 'begin-special-time', { case: facts }))
      done(office.agree('zheng'))
      return examine(office)
    },
  },
}

export const LICENCE_AFTER: Rows = {
  ...LOOKED_AT,
  'licence/issue/number-free': { says: '已经用于别的许可', run: taken('issue') },
  'licence/issue-and-hand-over/number-free': {
    says: '已经用于别的许可',
    run: taken('issue-and-hand-over', { supervisor: '青石区城市管理局' }),
  },
  ...FINISH,
  ...WAITING,
  'licence-change/ask-supplement/supplement-once': { says: '只能一次告知', run: twice('licence-change') },
  'licence-renewal/ask-supplement/supplement-once': { says: '只能一次告知', run: twice('licence-renewal') },
  'licence-change/grant/licence-stands': {
    says: '许可已于 2026-06-01 终止',
    run: (office) => {
      toDecision(office, 'licence-change')
      office.register = { bars: [], licence: { ...LICENCE, endedHow: 'revoked', endedOn: plainDate('2026-06-01') } }
      return office.take('lin', 'grant', { case: { conditions: '两间' } })
    },
  },
  'licence-renewal/grant/later-than-before': {
    says: '应晚于 2026-12-31',
    run: (office) =>
      toDecision(office, 'licence-renewal').take('lin', 'grant', { case: { 'valid-until': '2026-12-31' } }),
  },
  'licence-renewal/register-deemed/later-than-before': {
    says: '应晚于 2026-12-31',
    run: (office) =>
      toDecision(office, 'licence-renewal')
        .on('2027-01-01')
        .take('lin', 'register-deemed', { case: { 'valid-until': '2026-12-31' } }),
  },
  'licence-renewal/register-deemed/deemed-renewed': {
    says: '有效期还没有届满',
    run: (office) =>
      toDecision(office, 'licence-renewal')
        .on('2026-12-31')
        .take('lin', 'register-deemed', { case: { 'valid-until': '2031-12-31' } }),
  },
  'licence-withdrawal/decide/holder-heard': {
    says: '告知书还没有送达',
    run: (office) => majorReviewed(told(office, 'licence-withdrawal'), KEPT_WHOLE).take('lin', 'decide'),
  },
  'licence-withdrawal/decide/loss-made-good': {
    says: '依法给予补偿',
    run: (office) =>
      majorReviewed(holderHeard(told(office, 'licence-withdrawal')), { 'has-loss': true }).take('lin', 'decide'),
  },
  'licence-revocation/decide/holder-heard': {
    says: '告知书还没有送达',
    run: (office) => majorReviewed(told(office, 'licence-revocation')).take('lin', 'decide'),
  },
  'licence-revocation/decide-fraud/holder-heard': {
    says: '告知书还没有送达',
    run: (office) => majorReviewed(told(office, 'licence-revocation', FRAUD)).take('lin', 'decide-fraud', SAFETY),
  },
  'licence-revocation/decide/no-fraud': {
    says: '请用“撤销以欺骗、贿赂取得的许可”',
    run: (office) => heard('licence-revocation', FRAUD)(office).take('lin', 'decide'),
  },
  'licence-revocation/decide-fraud/by-fraud': {
    says: '情形不是',
    run: (office) => heard('licence-revocation')(office).take('lin', 'decide-fraud', SAFETY),
  },
}

/** The check on the spot is shown as that of a new licence is. */
export const LOOKED_AT_RECORDINGS: Readonly<Record<string, RecordingScenario>> = Object.fromEntries(
  ['licence-change', 'licence-renewal'].map((procedure) => [
    `${procedure}/verify/licence-verification`,
    {
      act: (office: LawOffice) => {
        done(licence.verify(accepted(office, procedure)))
        return 'main'
      },
      next: (office: LawOffice) => examine(office),
    },
  ]),
)
