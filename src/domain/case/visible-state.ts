import type { Procedures } from '../procedure/procedures.ts'
import { getProcedure } from '../procedure/procedures.ts'
import type { Person } from './environment.ts'
import type { CaseState, Facts, Run } from './state.ts'

/** Roles that see what is otherwise for the handlers: those who agree, review, decide. */
const SEE_ALL = new Set(['unit-head', 'reviewer', 'agency-head', 'panel', 'host'])

/** The state without the facts that this viewer may not see; the class is declared with each fact. */
export function visibleState(procedures: Procedures, state: CaseState, viewer: Person): CaseState {
  const seesAll = state.handlers.includes(viewer.id) || viewer.posts.some((post) => SEE_ALL.has(post.role))
  return seesAll ? state : { ...state, runs: state.runs.map((run) => withoutHidden(procedures, run)) }
}

function withoutHidden(procedures: Procedures, run: Run): Run {
  const { facts } = getProcedure(procedures, run.procedure, run.version)
  const isOpen = (name: string) => facts[name]?.disclosure !== 'handlers'
  const proposals = run.proposals.map((proposal) => ({ ...proposal, facts: pick(proposal.facts, isOpen) }))
  return { ...run, facts: pick(run.facts, isOpen), proposals }
}

function pick(facts: Facts, isOpen: (name: string) => boolean): Facts {
  const values = (of: Facts['case']) => Object.fromEntries(Object.entries(of).filter(([name]) => isOpen(name)))
  const each = (by: Facts['party']) => Object.fromEntries(Object.entries(by).map(([id, of]) => [id, values(of)]))
  return { case: values(facts.case), party: each(facts.party), violation: each(facts.violation) }
}
