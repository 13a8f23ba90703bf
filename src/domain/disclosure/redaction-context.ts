import type { CaseState } from '../case/state.ts'
import type { Procedures } from '../procedure/procedures.ts'
import { isNaturalPerson } from './natural-person.ts'
import { peopleNamed } from './people-named.ts'
import type { RedactionContext } from './redact-text.ts'

export type ContextRequest = {
  readonly state: CaseState
  readonly procedures: Procedures
  readonly agencyName: string
  /** The clause of remedies as printed; it is the agency's own sentence and stays to the letter. */
  readonly remedy?: string
  readonly byHand?: readonly string[]
}

/** Whom and what the case knows. 法定代表人 of an organisation may be named, never by a number; who runs a small trade may not. */
export function redactionContext({
  state,
  agencyName,
  procedures,
  remedy,
  byHand = [],
}: ContextRequest): RedactionContext {
  const people = state.parties.filter(isNaturalPerson)
  const firms = state.parties.filter((party) => !isNaturalPerson(party))
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
    byHand,
    protect: [
      agencyName,
      ...firms.flatMap((party) => [party.name, party.code ?? '', party.address]),
      ...(remedy === undefined ? [] : [remedy]),
    ],
  }
}
