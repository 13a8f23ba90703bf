import * as execution from '../execution-steps.ts'
import { done, type LawOffice } from '../law-office.ts'
import * as steps from '../penalty-steps.ts'
import * as summary from '../summary-steps.ts'
import type { Rows } from './scenario.ts'
import { unanswered } from './urging-scenarios.ts'

type Values = Readonly<Record<string, unknown>>

const COURT: Rows = {
  'court-execution/apply/term-passed': {
    says: '当事人都已经履行',
    run: (office) => {
      done(execution.performed(execution.courtUrged(office)))
      return execution.apply(office.on(execution.AFTER_REMEDIES))
    },
  },
  'court-execution/apply/remedies-over': {
    says: '届满以后才能申请',
    run: (office) => execution.apply(execution.courtUrged(office).on('2026-12-01')),
  },
  'court-execution/apply/within-three-months': {
    says: '已经届满',
    run: (office) => execution.apply(execution.courtUrged(office).on('2027-03-02')),
  },
  'court-execution/apply/urged-ten-days': {
    says: '满十个工作日',
    run: (office) => execution.apply(execution.courtBegun(office).on(execution.AFTER_REMEDIES)),
  },
  'court-execution/apply/urging-statement-answered': {
    says: '请写明复核意见',
    run: (office) => {
      done(unanswered(execution.courtUrged(office)))
      return execution.apply(office.on(execution.AFTER_REMEDIES))
    },
  },
  'court-execution/apply/no-power-of-its-own': {
    says: '应当由本机关强制执行',
    run: (office) => execution.apply(execution.withPower(execution.courtUrged(office)).on(execution.AFTER_REMEDIES)),
  },
  'court-execution/accepted/received-by-today': {
    says: '日期不能晚于今天',
    run: (office) => execution.accept(execution.applied(office), '2999-01-01'),
  },
  ...Object.fromEntries(
    (
      [
        ['not-accepted', execution.applied],
        ['allowed', execution.reviewing],
        ['not-allowed', execution.reviewing],
        ['reversed', execution.atUpperCourt],
        ['upheld', execution.atUpperCourt],
      ] as const
    ).map(([action, reach]) => [
      `court-execution/${action}/received-by-today`,
      {
        says: '日期不能晚于今天',
        run: (office: LawOffice) => execution.ruled(reach(office), action, '2999-01-01'),
      },
    ]),
  ),
  'court-execution/court-executed/paid-by-today': {
    says: '缴款日期不能晚于今天',
    run: (office) => courtPaid(execution.courtExecuting(office), { 'paid-on': '2999-01-01' }),
  },
  'court-execution/court-executed/receipt-is-new': {
    says: '已经入账',
    run: (office) => {
      done(
        execution.performed(execution.courtExecuting(office), {
          paid: '100',
          'receipt-number': 'F-1',
          'is-performed': false,
        }),
      )
      return courtPaid(office, {})
    },
  },
}
const courtPaid = (office: LawOffice, more: Values) =>
  office.take('lin', 'court-executed', {
    case: { 'court-result': '划拨完毕' },
    party: steps.ofEveryParty(office, { paid: '9900', 'paid-on': office.today, 'receipt-number': 'F-1', ...more }),
  })

const notYetOver = (reach: (office: LawOffice) => LawOffice): Rows[string] => ({
  says: '结束日期不能晚于今天',
  run: (office) => {
    const remedies = [{ kind: '行政诉讼', fromOn: '2026-05-20', untilOn: '2999-01-01' }]
    return reach(office).take('lin', 'record-remedy', { party: steps.ofEveryParty(office, { remedies }) })
  },
})

/** Paying by a plan, and being urged, are the same in both penalties. */
function paying(procedure: string, reach: (office: LawOffice) => LawOffice, fine: string): Rows {
  return {
    [`${procedure}/record-performance/receipt-is-new`]: {
      says: '已经入账',
      run: (office) => {
        done(execution.performed(reach(office), { paid: '10' }))
        return execution.performed(office, { paid: '10' })
      },
    },
    [`${procedure}/record-remedy/remedy-came`]: notYetOver(reach),
    [`${procedure}/grant-instalments/plan-complete`]: {
      says: '应当等于还没有缴的',
      run: (office) => {
        const instalments = [{ dueOn: '2026-09-01', amount: fine }]
        const facts = { 'instalment-request': '资金周转困难', instalments }
        return reach(office).take('lin', 'grant-instalments', { party: steps.ofEveryParty(office, facts) })
      },
    },
    [`${procedure}/refuse-instalments/instalment-refusal-answered`]: {
      says: '理由和日期',
      run: (office) => {
        const facts = { 'instalment-refusal': '没有证据证明经济困难' }
        return reach(office).take('lin', 'refuse-instalments', { party: steps.ofEveryParty(office, facts) })
      },
    },
    [`${procedure}/add-surcharge/surcharge-due`]: {
      says: '不能加处罚款',
      run: (office) => reach(office).take('lin', 'add-surcharge'),
    },
    [`${procedure}/urge-fine/payment-late`]: {
      says: '还没有届满',
      run: (office) => reach(office).take('lin', 'urge-fine', { case: { 'urging-until': '2026-07-01' } }),
    },
  }
}

const OWN_CASE: Rows = {
  'execution-case/file/agency-qualified': {
    says: '执法主体资格',
    run: (office) => {
      execution.openExecutionCase(office).isQualified = false
      return office.take('lin', 'file', { case: { 'filing-reason': '逾期没有拆除' } })
    },
  },
  'execution-case/file/handlers-qualified': {
    says: '还差一名',
    run: (office) =>
      execution
        .openExecutionCase(office, { handlers: ['lin', 'expired'] })
        .take('lin', 'file', { case: { 'filing-reason': '逾期没有拆除' } }),
  },
  'execution-case/record-remedy/remedy-came': notYetOver(execution.executionFiled),
  'execution-case/close/performed': {
    says: '还没有履行完毕',
    run: (office) => execution.executionFiled(office).take('lin', 'close', { case: { 'closure-note': '结案' } }),
  },
}

export const COURT_AND_PAYING: Rows = {
  ...COURT,
  ...OWN_CASE,
  ...paying('penalty-ordinary', (office) => steps.reach(office, 'performance'), '4000'),
  ...paying('penalty-summary', summary.toPerformance, '40'),
  'penalty-summary/collect/receipt-is-new': {
    says: '已经入账',
    run: (office) => {
      done(summary.collect(summary.toPerformance(office), { paid: '20' }))
      return summary.collect(office, { paid: '30' })
    },
  },
}
