import type { Party } from '../case/state.ts'

/** A trader who is registered under nothing but their own name is published as a person. */
export function isNaturalPerson(party: Party): boolean {
  return party.kind === 'person' || (party.kind === 'self-employed' && party.name === party.legalRepresentative)
}
