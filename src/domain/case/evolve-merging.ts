import type { EventOf } from './event.ts'
import type { CaseState, Facts, Run } from './state.ts'

type Merging = EventOf<'case-merged'> | EventOf<'case-joined'> | EventOf<'case-split'>

/** What a case takes over from another one, or gives away. */
export function evolveMerging(state: CaseState, event: Merging): CaseState {
  switch (event.type) {
    case 'case-merged':
      return { ...state, mergedInto: { ...event.into, on: event.on } }
    case 'case-joined':
      return takeIn(state, event)
    case 'case-split':
      return giveAway(state, event)
  }
}

function takeIn(state: CaseState, event: EventOf<'case-joined'>): CaseState {
  const { from, parties, violations, handlers } = event
  const former = [...state.formerHandlers, ...handlers].filter((id) => !state.handlers.includes(id))
  const recused = [...new Set([...(state.recused ?? []), ...event.recused])]
  return {
    ...state,
    parties: [...state.parties, ...parties],
    violations: [...state.violations, ...violations],
    formerHandlers: [...new Set(former)],
    joined: [...(state.joined ?? []), { ...from, on: event.on }],
    ...(recused.length === 0 ? {} : { recused }),
  }
}

function giveAway(state: CaseState, { run: id, into, on, parties, violations }: EventOf<'case-split'>): CaseState {
  const isGone = (one: string) => parties.includes(one) || violations.includes(one)
  return {
    ...state,
    parties: state.parties.filter((party) => !isGone(party.id)),
    violations: state.violations.filter((violation) => !isGone(violation.id)),
    splitOff: [...(state.splitOff ?? []), { ...into, on }],
    runs: state.runs.map((run) => (run.id === id ? { ...run, facts: withoutOwners(run, isGone) } : run)),
  }
}

function withoutOwners({ facts }: Run, isGone: (id: string) => boolean): Facts {
  const kept = (by: Facts['party']) => Object.fromEntries(Object.entries(by).filter(([id]) => !isGone(id)))
  return { case: facts.case, party: kept(facts.party), violation: kept(facts.violation) }
}
