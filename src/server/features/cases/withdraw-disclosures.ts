import { dueOn } from '#domain/calendar/deadline.ts'
import type { Environment } from '#domain/case/environment.ts'
import type { CaseEvent } from '#domain/case/event.ts'
import { type CaseState, type Facts, getRun } from '#domain/case/state.ts'
import { withdrawalGroundOf } from '#domain/disclosure/withholding-grounds.ts'
import { termOf } from '#domain/parameter/registry.ts'
import { actionsOf } from '#domain/procedure/actions-of.ts'
import type { Action } from '#domain/procedure/definition.ts'
import { getProcedure } from '#domain/procedure/procedures.ts'
import type { Tx } from '#server/db/database.ts'
import { withdrawRevised } from '#server/features/disclosure/index.ts'
import { unionOf } from '#server/features/parties/index.ts'
import { decidedIn } from './bearing.ts'

/** What an act changes or revokes goes from the public with it, in its transaction (行政处罚法第四十八条第二款). */
export async function withdrawDisclosures(
  tx: Tx,
  env: Environment,
  state: CaseState,
  events: readonly CaseEvent[],
): Promise<void> {
  for (const event of events) {
    if (event.type !== 'action-taken') continue
    const { procedure, version, facts } = getRun(state, event.run)
    const definition = getProcedure(env.procedures, procedure, version)
    const withdraws = actionsOf(definition).find(({ name }) => name === event.action)?.action.withdraws
    const caseId = decidedIn(env, state)
    if (!withdraws || !caseId) continue
    const term = termOf(env.parameters, 'disclosure.withdrawal-term', env.today)
    const lastOn = dueOn({ start: env.today, term, rolls: true, deductions: [], calendar: env.calendar }).rolledDue
    const said = { ground: groundOf(withdraws, facts), reason: String(facts.case[withdraws.reason] ?? '') }
    const when = { at: env.now, sinceOn: env.today, dueOn: lastOn }
    const parties = (await Promise.all(state.parties.map(({ id }) => unionOf(tx, id)))).flat()
    await withdrawRevised(tx, {
      caseId,
      revisedIn: state.id,
      agencyId: state.agency,
      parties,
      by: event.by,
      ...said,
      ...when,
    })
  }
}

/** As the action says, or as what was decided elsewhere says. */
function groundOf({ ground }: NonNullable<Action['withdraws']>, facts: Facts) {
  return typeof ground === 'string' ? ground : withdrawalGroundOf(facts.case[ground.fact])
}
