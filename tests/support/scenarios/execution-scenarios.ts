import { addDays, plainDate } from '#domain/calendar/plain-date.ts'
import type { Decision } from '#domain/case/command.ts'
import * as execution from '../execution-steps.ts'
import { done, type LawOffice } from '../law-office.ts'
import * as steps from '../penalty-steps.ts'
import { COURT_AND_PAYING } from './court-scenarios.ts'
import type { Rows, Run, Scenario } from './scenario.ts'
import { heard, unanswered, undelivered } from './urging-scenarios.ts'

type Values = Readonly<Record<string, unknown>>
type Act = (office: LawOffice, more: Values) => Decision
type Slip = readonly [gate: string, says: string, facts: (office: LawOffice) => Values]

/** What may go wrong on the spot, whatever is executed. */
const ON_THE_SPOT: readonly Slip[] = [
  ['two-qualified-officers', '还差一名', () => ({ officers: ['lin', 'expired'] })],
  ['times-in-order', '晚于开始时间', ({ today }) => ({ 'ended-at': `${today}T00:30:00.000Z` })],
  ['witnessed-if-absent', '见证人', () => ({ 'party-present': false })],
  [
    'day-time-only',
    '不得在夜间',
    ({ today }) => ({ 'began-at': `${today}T00:00:00.000Z`, 'ended-at': `${today}T02:00:00.000Z`, ...night(today) }),
  ],
  ['homes-spared', '停止供水', () => ({ 'homes-spared': false })],
]

function night(today: string): Values {
  const before = addDays(plainDate(today), -1)
  return { 'began-at': `${before}T21:00:00.000Z`, 'ended-at': `${before}T21:30:00.000Z` }
}

const WITHOUT_FORCE: Slip = ['without-force', '暴力', () => ({ 'without-force': false })]
const DEPENDENT: Slip = ['performer-independent', '没有利害关系', () => ({ 'performer-independent': false })]

function slips(action: string, ready: (office: LawOffice) => LawOffice, act: Act, more: readonly Slip[] = []): Rows {
  return Object.fromEntries(
    [...ON_THE_SPOT, ...more].map(([gate, says, facts]): [string, Scenario] => [
      `coercive-execution/${action}/${gate}`,
      { says, run: (office) => act(ready(office), facts(office)) },
    ]),
  )
}

/** The same three conditions stand before a decision to execute and one to have somebody else perform. */
function decisions(action: string, decide: Act): Rows {
  const key = `coercive-execution/${action}`
  return {
    [`${key}/urging-delivered`]: {
      says: '催告书还没有送达',
      run: undelivered('open-execution', (office) => decide(execution.withPower(office).on('2026-07-20'), {})),
    },
    [`${key}/urging-statement-answered`]: {
      says: '请写明复核意见',
      run: (office) => {
        done(unanswered(execution.urged(office)))
        return decide(execution.withPower(office).on('2026-07-20'), {})
      },
    },
    [`${key}/urging-over`]: {
      says: '届满以后才能决定',
      run: (office) => decide(execution.withPower(execution.urged(office)).on('2026-07-02'), {}),
    },
  }
}

const announced = (office: LawOffice): LawOffice => {
  done(office.take('lin', 'announce', { case: { structure: '二层彩钢房 60 平方米', 'demolish-by': '2026-07-10' } }))
  office.agreeAll('zheng', 'wu')
  return office
}
const ready = (office: LawOffice, on: string) => execution.withPower(execution.urged(office)).on(on)

const DECIDE: Rows = {
  ...decisions('decide-execution', execution.decide),
  ...decisions('decide-substitute', execution.decideSubstitute),
  'coercive-execution/decide-substitute/performer-independent': {
    says: '没有利害关系',
    run: (office) => execution.decideSubstitute(ready(office, '2026-07-20'), { 'performer-independent': false }),
  },
  'coercive-execution/decide-execution/power-held': {
    says: '应当申请人民法院强制执行',
    run: (office) => execution.decide(execution.urged(office).on('2026-07-20')),
  },
  'coercive-execution/decide-execution/surcharge-long-enough': {
    says: '超过 30 日',
    run: (office) => execution.decide(ready(office, '2026-07-16'), { way: '划拨存款、汇款' }),
  },
  'coercive-execution/decide-execution/seized-to-auction': {
    says: '没有查封、扣押的财物',
    run: (office) => execution.decide(ready(office, '2026-07-20'), { way: '拍卖查封、扣押的财物抵缴罚款' }),
  },
  'coercive-execution/decide-execution/demolition-announced': {
    says: '应当予以公告',
    run: (office) => execution.decide(ready(office, execution.AFTER_REMEDIES), { way: '强制拆除' }),
  },
  'coercive-execution/decide-execution/demolition-final': {
    says: '不能强制拆除',
    run: (office) =>
      execution.decide(announced(execution.urged(office)).on('2026-12-01') && execution.withPower(office), {
        way: '强制拆除',
      }),
  },
}

/** Decided, and the paper is still on its way. */
const decidedOnly = (office: LawOffice, way: string): LawOffice => {
  const on = way === '强制拆除' ? execution.AFTER_REMEDIES : '2026-07-20'
  if (way === '强制拆除') announced(execution.urged(office))
  else execution.urged(office)
  done(execution.decide(execution.withPower(office).on(on), { way }))
  office.agreeAll('zheng', 'wu')
  return office
}
/** A structure whose remedies are over, announced, decided and delivered. */
export const demolitionDecided = (office: LawOffice): LawOffice => {
  decidedOnly(office, '强制拆除')
  steps.deliverAll(office)
  return office
}
const proceeds = (office: LawOffice, more: Values = {}) => {
  const facts = { paid: '3000', 'paid-on': office.today, 'receipt-number': 'T-1', ...more }
  return office.take('lin', 'book-proceeds', {
    case: { 'proceeds-note': '拍卖所得' },
    party: steps.ofEveryParty(office, facts),
  })
}
/** Everybody has paid and done all in between. */
const performed = (office: LawOffice): LawOffice => {
  done(execution.performed(office))
  return office
}
const NOTHING_OWED: Rows = Object.fromEntries(
  (
    [
      [
        'decide-execution',
        (office) => execution.decide(execution.withPower(performed(execution.urged(office))).on('2026-07-20')),
      ],
      [
        'decide-substitute',
        (office) => execution.decideSubstitute(performed(execution.urged(office)).on('2026-07-20')),
      ],
      ['execute', (office) => execution.execute(performed(execution.decided(office)))],
      ['demolish', (office) => execution.execute(performed(demolitionDecided(office)), {}, 'demolish')],
      ['substitute', (office) => execution.substitute(performed(execution.substituteUrged(office)))],
      [
        'agree',
        (office) =>
          office.take(
            'lin',
            'agree',
            execution.agreement(performed(execution.decided(office)), { 'waived-surcharge': '0' }),
          ),
      ],
    ] satisfies [string, Run][]
  ).map(([action, run]) => [`coercive-execution/${action}/still-owed`, { says: '没有可以执行的', run }]),
)
const notDelivered = (run: Run): Scenario => ({ says: '决定书还没有送达', run })

const CARRIED_OUT: Rows = {
  ...slips('clear-at-once', execution.begun, execution.clearAtOnce, [
    WITHOUT_FORCE,
    DEPENDENT,
    ['cannot-clear', '不能立即实施代履行', () => ({ 'cannot-clear': false })],
  ]),
  ...slips('execute', execution.decided, execution.execute),
  ...slips('demolish', demolitionDecided, (office, more) => execution.execute(office, more, 'demolish')),
  ...slips('substitute', execution.substituteUrged, execution.substitute, [WITHOUT_FORCE]),
  'coercive-execution/execute/execution-delivered': notDelivered((office) =>
    execution.execute(decidedOnly(office, '其他强制执行方式')),
  ),
  'coercive-execution/demolish/execution-delivered': notDelivered((office) =>
    execution.execute(decidedOnly(office, '强制拆除'), {}, 'demolish'),
  ),
  'coercive-execution/book-proceeds/execution-delivered': notDelivered((office) =>
    proceeds(decidedOnly(office, '其他强制执行方式')),
  ),
  'coercive-execution/urge-substitute/execution-delivered': notDelivered((office) => {
    done(execution.decideSubstitute(execution.urged(office).on('2026-07-20')))
    office.agreeAll('zheng', 'wu')
    return office.take('lin', 'urge-substitute')
  }),
  'coercive-execution/execute/way-of-execution': {
    says: '请用对应的操作登记',
    run: (office) => execution.execute(demolitionDecided(office)),
  },
  'coercive-execution/demolish/way-of-demolition': {
    says: '请用对应的操作登记',
    run: (office) => execution.execute(execution.decided(office), {}, 'demolish'),
  },
  'coercive-execution/book-proceeds/way-of-proceeds': {
    says: '请用对应的操作登记',
    run: (office) => proceeds(demolitionDecided(office)),
  },
  'coercive-execution/substitute/substitute-urged': {
    says: '满三个工作日',
    run: (office) => execution.substitute(execution.substituteUrged(office).on('2026-07-23')),
  },
  'coercive-execution/book-proceeds/paid-by-today': {
    says: '缴款日期不能晚于今天',
    run: (office) => proceeds(execution.decided(office), { 'paid-on': '2999-01-01' }),
  },
  'coercive-execution/book-proceeds/receipt-is-new': {
    says: '已经入账',
    run: (office) => {
      done(proceeds(execution.decided(office)))
      return proceeds(office)
    },
  },
  'coercive-execution/finish/executed-once': {
    says: '还没有实施强制执行的记录',
    run: (office) => execution.decided(office).take('lin', 'finish', { case: { 'performed-words': '执行完毕' } }),
  },
}

const AGREED: Rows = {
  'coercive-execution/agree/only-surcharge-remitted': {
    says: '也不能减免罚款本身',
    run: (office) =>
      execution.decided(office).take('lin', 'agree', execution.agreement(office, { 'waived-surcharge': '9000' })),
  },
  'coercive-execution/fulfil/agreement-kept': {
    says: '履行情况还没有登记',
    run: (office) => execution.agreed(office).take('lin', 'fulfil', { case: { 'performed-words': '全部缴清' } }),
  },
  'coercive-execution/breach/stage-passed': {
    says: '没有违约',
    run: (office) => execution.agreed(office).take('lin', 'breach', { case: { 'resume-words': '没有按期缴纳' } }),
  },
  'coercive-execution/stop-for-good/stopped-for-good': {
    says: '还没有满三年',
    run: (office) =>
      execution
        .stopped(office)
        .on('2029-07-20')
        .take('lin', 'stop-for-good', { case: { harmless: true, unable: true, 'stop-words': '没有财产' } }),
  },
}

export const EXECUTION: Rows = {
  ...heard('coercive-execution', 'open-execution'),
  ...heard('court-execution', 'open-court-execution'),
  ...DECIDE,
  ...CARRIED_OUT,
  ...NOTHING_OWED,
  ...AGREED,
  ...COURT_AND_PAYING,
}
