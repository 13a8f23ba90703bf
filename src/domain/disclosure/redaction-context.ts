import { type CaseState, type Party, rootRun } from '../case/state.ts'
import { getProcedure, type Procedures } from '../procedure/procedures.ts'
import { isNaturalPerson } from './natural-person.ts'
import { peopleNamed } from './people-named.ts'
import type { RedactionContext } from './redact-text.ts'

export type ContextRequest = {
  readonly state: CaseState
  /** The case whose decision is changed: who is hidden there is hidden here too. */
  readonly decided?: CaseState
  readonly procedures: Procedures
  readonly agencyName: string
  /** The clause of remedies as printed; it is the agency's own sentence and stays to the letter. */
  readonly remedy?: string
  readonly byHand?: readonly string[]
}

/** Whom and what the case knows, and the case that was decided before it. */
export function redactionContext({ decided, ...request }: ContextRequest): RedactionContext {
  const own = contextOfCase(request)
  return decided === undefined ? own : joined(own, contextOfCase({ ...request, state: decided, byHand: [] }))
}

/** What this case shows by right stays shown, also where it had to be hidden in the other. */
function joined(own: Complete, other: Complete): RedactionContext {
  const both = (name: keyof Complete) => [...new Set([...own[name], ...other[name]])]
  const byHand = other.byHand.filter((text) => !own.protect.includes(text))
  return {
    people: both('people'),
    hidden: both('hidden'),
    homes: both('homes'),
    idNumbers: both('idNumbers'),
    phones: both('phones'),
    byHand: [...new Set([...own.byHand, ...byHand])],
    protect: both('protect').filter((text) => !own.byHand.includes(text) && !byHand.includes(text)),
  }
}

type Complete = Required<Omit<RedactionContext, 'keepsPlaces'>>

/** 法定代表人 of an organisation may be named, never by a number; who runs a small trade may not. */
function contextOfCase({
  state,
  agencyName,
  procedures,
  remedy,
  byHand = [],
}: Omit<ContextRequest, 'decided'>): Complete {
  const people = state.parties.filter(isNaturalPerson)
  const aside = unpublishedParties(state, procedures)
  const firms = state.parties.filter((party) => !isNaturalPerson(party) && !aside.includes(party))
  const traders = firms.filter((party) => party.kind === 'self-employed').map((party) => party.legalRepresentative)
  const representatives = firms
    .filter((party) => party.kind === 'organisation')
    .map((party) => party.legalRepresentative)
  const named = peopleNamed(state, procedures)
  return {
    people: [
      ...people.map((party) => party.name),
      ...traders,
      ...named.people.filter((name) => !representatives.includes(name)),
    ],
    hidden: named.hidden,
    homes: people.map((party) => party.address),
    idNumbers: state.parties.flatMap((party) => party.idNumber ?? []),
    phones: state.parties.map((party) => party.phone),
    byHand: [...byHand, ...aside.filter((party) => !isNaturalPerson(party)).map(({ name }) => name)],
    protect: [
      agencyName,
      ...firms.flatMap((party) => [party.name, party.code ?? '', party.address]),
      ...(remedy === undefined ? [] : [remedy]),
    ],
  }
}

/** Who was spared is not shown by the decision on another: parties of the case to whom none is made that is published. */
function unpublishedParties(state: CaseState, procedures: Procedures): readonly Party[] {
  const root = rootRun(state)
  const codes = getProcedure(procedures, root.procedure, root.version).disclosure?.documents ?? []
  const published = state.documents.filter(({ code }) => codes.includes(code))
  if (published.length === 0) return []
  return state.parties.filter(({ id }) => !published.some(({ party }) => party === undefined || party === id))
}
