import { Link } from '@tanstack/react-router'
import type { PartyRow } from '#contract/parties.ts'
import { KIND_TITLES } from '../../ui/party/party-values.ts'

export function PartyLine({ party }: { readonly party: PartyRow }) {
  return (
    <li>
      <Link to="/parties/$partyId" params={{ partyId: party.id }} className="party-row" data-row>
        <b>{party.name}</b>
        <small>
          {[KIND_TITLES[party.kind], party.code ?? party.maskedIdNumber, party.address].filter(Boolean).join(' · ')}
        </small>
      </Link>
    </li>
  )
}
