import type { PlainDate } from '../calendar/plain-date.ts'
import { findDocumentKind } from '../document/registry.ts'
import { actionsOf, type Placed } from '../procedure/actions-of.ts'
import type { Action, AnyProcedure } from '../procedure/definition.ts'
import { getProcedure } from '../procedure/procedures.ts'
import type { Environment, Person } from './environment.ts'
import { refuseByRule } from './rules.ts'
import { type CaseState, NO_FACTS, type Run } from './state.ts'
import { viewOf } from './view.ts'

export type DraftAhead = { readonly action: string; readonly document: string }

/** The gates by which a decision waits for 法制审核 or 集体讨论. */
const JUDGED: ReadonlySet<string> = new Set(['review-passed', 'panel-decided', 'major-reviewed', 'licence-reviewed'])

/**
 * The paper that the draft of a run is on the way to: of the steps that wait for a review or a panel and issue one, the first of
 * those that the fewest reasons speak against and that ask for the least beyond what is known. What the draft proposes closes the
 * others. Undefined where nothing waits so.
 */
export function draftAhead(env: Environment, state: CaseState, run: Run, actor: Person): DraftAhead | undefined {
  const procedure = getProcedure(env.procedures, run.procedure, run.version)
  const ahead = actionsOf(procedure).filter(({ action }) => isJudged(action) && action.issues?.[0] !== undefined)
  const against = ({ name, action }: Placed) =>
    refuseByRule(viewOf({ env, state, run, actor, action: name, facts: NO_FACTS, evidence: [] }), action, 'offer')
      .length
  const [nearest] = ahead
    .map((placed) => ({
      placed,
      reasons: against(placed),
      unknown: unknownOf(procedure, run, placed.action),
      isElsewhere: Number(placed.stage !== run.stage),
    }))
    .toSorted((a, b) => a.reasons - b.reasons || a.unknown - b.unknown || a.isElsewhere - b.isElsewhere)
  const document = nearest && paperOf(nearest.placed.action, env.today)
  return nearest && document ? { action: nearest.placed.name, document } : undefined
}

function isJudged({ gates = [] }: Action): boolean {
  return gates.some(({ id }) => JUDGED.has(id))
}

/** The decision itself, where a form of approval is made out with it. */
function paperOf({ issues = [] }: Action, today: PlainDate): string | undefined {
  return issues.find((code) => findDocumentKind(code, today)?.per === 'party') ?? issues[0]
}

function unknownOf({ facts }: AnyProcedure, run: Run, { asks = [] }: Action): number {
  return asks.filter((name) => {
    const fact = facts[name]
    return fact?.per === 'case' && !fact.optional && run.facts.case[name] === undefined
  }).length
}
