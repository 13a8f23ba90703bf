import type { Decision } from '#domain/case/command.ts'
import * as execution from '../execution-steps.ts'
import { LawOffice } from '../law-office.ts'
import * as steps from '../penalty-steps.ts'
import * as revision from '../revision-steps.ts'
import * as summary from '../summary-steps.ts'
import { demolitionDecided } from './execution-scenarios.ts'
import type { Rows, Scenario } from './scenario.ts'
import { urge } from './urging-scenarios.ts'

/** The decision has been changed, and nobody has written down to what. */
export const changedSomehow = () => ({ ...revision.change(new LawOffice({ on: '2026-06-10' })).case, violations: [] })

function altered(ready: (office: LawOffice) => LawOffice, act: (office: LawOffice) => Decision): Scenario {
  return {
    says: '写明变更以后的处罚内容',
    run: (office) => {
      ready(office).disputes = [changedSomehow()]
      return act(office)
    },
  }
}

const takes = (action: string) => (office: LawOffice) => office.take('lin', action)

function paying(procedure: string, reach: (office: LawOffice) => LawOffice, amount: string): Rows {
  const late = (office: LawOffice) => reach(office).on('2026-06-17')
  const plan = { 'instalment-request': '资金周转困难', instalments: [{ dueOn: '2026-09-01', amount }] }
  return {
    [`${procedure}/grant-instalments/decision-stands`]: altered(late, (office) =>
      office.take('lin', 'grant-instalments', { party: steps.ofEveryParty(office, plan) }),
    ),
    [`${procedure}/urge-fine/decision-stands`]: altered(late, (office) =>
      office.take('lin', 'urge-fine', { case: { 'urging-until': '2026-07-01' } }),
    ),
    [`${procedure}/add-surcharge/decision-stands`]: {
      ...altered(late, takes('add-surcharge')),
      beside: ['surcharge-due'],
    },
    [`${procedure}/open-execution/decision-stands`]: altered(late, takes('open-execution')),
    [`${procedure}/open-court-execution/decision-stands`]: altered(late, takes('open-court-execution')),
  }
}

const ready = (office: LawOffice): LawOffice => execution.withPower(execution.urged(office)).on('2026-07-20')

/** Nothing is executed by a decision that is not as it was made. */
export const ALTERED: Rows = {
  ...paying('penalty-ordinary', (office) => steps.reach(office, 'performance'), '5000'),
  ...paying('penalty-summary', summary.toPerformance, '50'),
  'execution-case/open-execution/decision-stands': altered(execution.executionFiled, takes('open-execution')),
  'execution-case/open-court-execution/decision-stands': altered(
    execution.executionFiled,
    takes('open-court-execution'),
  ),
  'coercive-execution/urge/decision-stands': altered(execution.begun, urge),
  'coercive-execution/decide-execution/decision-stands': altered(ready, execution.decide),
  'coercive-execution/decide-substitute/decision-stands': altered(ready, execution.decideSubstitute),
  'coercive-execution/execute/decision-stands': altered(execution.decided, execution.execute),
  'coercive-execution/demolish/decision-stands': altered(demolitionDecided, (office) =>
    execution.execute(office, {}, 'demolish'),
  ),
  'coercive-execution/substitute/decision-stands': altered(execution.substituteUrged, execution.substitute),
  'coercive-execution/agree/decision-stands': altered(execution.decided, (office) =>
    office.take('lin', 'agree', execution.agreement(office, { 'waived-surcharge': '0', 'made-good': '' })),
  ),
  'court-execution/urge/decision-stands': altered(execution.courtBegun, urge),
  'court-execution/apply/decision-stands': altered(
    (office) => execution.courtUrged(office).on(execution.AFTER_REMEDIES),
    execution.apply,
  ),
}
