import type { Party } from '../../case/state.ts'
import type { PartyBlock } from '../party-block.ts'

const RESIDENT_NUMBER = /^\d{17}[\dX]$/

/** A party of the case as documents print it; what is not known is left out. */
export function partyBlockOf(party: Party): PartyBlock {
  const { name, address, phone, code, legalRepresentative: head } = party
  const common = { name, ...(address && { address }), ...(phone && { phone }) }
  const uscc = code ? { uscc: code } : {}
  switch (party.kind) {
    case 'organisation':
      return {
        ...common,
        kind: 'organisation',
        ...uscc,
        ...(head && { representative: { name: head, position: '' } }),
      }
    case 'self-employed':
      return {
        ...common,
        kind: 'self-employed',
        ...uscc,
        ...(head && { operator: { name: head, ...identityOf(party) } }),
      }
    case 'person':
      return { ...common, kind: 'person', ...(party.bornOn && { bornOn: party.bornOn }), ...identityOf(party) }
  }
}

function identityOf({ idNumber }: Party): { readonly idKind?: string; readonly idNumber?: string } {
  if (!idNumber) return {}
  return { idNumber, ...(RESIDENT_NUMBER.test(idNumber) && { idKind: '公民身份号码' }) }
}
