import { refuseAnyRole } from '../access/acting.ts'
import type { Decision } from '../case/command.ts'
import { decide } from '../case/decide.ts'
import type { Environment, Person } from '../case/environment.ts'
import { openRuns } from '../case/open-runs.ts'
import type { Refusal } from '../case/refusal.ts'
import { refuseByRule } from '../case/rules.ts'
import { type CaseState, NO_FACTS, type Run } from '../case/state.ts'
import { viewOf } from '../case/view.ts'
import type { Action } from '../procedure/definition.ts'
import { getProcedure } from '../procedure/procedures.ts'

export type TakeOver = { readonly from: string; readonly to: string; readonly reason: string }

type Change = { readonly run: Run; readonly name: string; readonly action: Action }

/**
 * One handler takes the place of another by the very action with which the procedure changes its handlers, and under all of its
 * rules; where a procedure inside makes the case stand still, by the action of that one.
 */
export function takeOverCase(
  env: Environment,
  state: CaseState,
  { from, to, reason }: TakeOver,
  actor: Person,
): Decision {
  const handlers = [...new Set(state.handlers.map((id) => (id === from ? to : id)))]
  const facts = { case: { handlers, 'handlers-reason': reason } }
  const tried = changesOf(env, state).map(({ run, name }) =>
    decide(env, state, { type: 'take', run: run.id, action: name, facts, evidence: [] }, actor),
  )
  return tried.find(({ ok }) => ok) ?? tried[0] ?? { ok: false, refusals: [noChange(env, state)] }
}

/** What already stands against any change of handlers by this person today, whoever were to come in. */
export function refuseAnySuccessor(env: Environment, state: CaseState, actor: Person): readonly Refusal[] {
  const against = changesOf(env, state).map(({ run, name, action }) => {
    const forbidden = refuseAnyRole(action.by, actor, state, run)
    const view = viewOf({ env, state, run, actor, action: name, facts: NO_FACTS, evidence: [] })
    return forbidden ? [forbidden] : refuseByRule(view, action, 'offer')
  })
  return against.find((refusals) => refusals.length === 0) ?? against[0] ?? [noChange(env, state)]
}

/** The direct changes of handlers that stand open, the innermost first; those that go with a decision on something else are none. */
function changesOf(env: Environment, state: CaseState): readonly Change[] {
  const found = openRuns(state).flatMap((run) => {
    const { stages } = getProcedure(env.procedures, run.procedure, run.version)
    const actions = Object.entries(stages[run.stage]?.actions ?? {})
    return actions.flatMap(([name, action]) => (isPlainChange(action) ? [{ run, name, action }] : []))
  })
  return found.toReversed()
}

function isPlainChange({ adds, approval, asks = [] }: Action): boolean {
  return adds === 'handlers' && !approval && asks.every((fact) => fact === 'handlers' || fact === 'handlers-reason')
}

function noChange({ procedures }: Environment, { runs: [root] }: CaseState): Refusal {
  const basis = root ? getProcedure(procedures, root.procedure, root.version).basis : ''
  return { gate: 'not-offered', basis, sentence: '现在的环节不能更换承办人员' }
}
