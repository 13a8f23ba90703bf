import '../../ui/case/facts.css'
import type { Party } from '#contract/parties.ts'
import { fieldsOfKind, ID_KIND_TITLES, KIND_TITLES, PARTY_TITLES, valuesOfParty } from '../../ui/party/party-values.ts'

export function PartySheet({ party }: { readonly party: Party }) {
  const values = valuesOfParty(party)
  const shown = fieldsOfKind(party.kind).filter((name) => name !== 'name' && values[name] !== '')
  return (
    <section className="facts" aria-label="登记事项">
      <dl>
        <div>
          <dt>{PARTY_TITLES.kind}</dt>
          <dd>{KIND_TITLES[party.kind]}</dd>
        </div>
        {shown.map((name) => (
          <div key={name}>
            <dt>{PARTY_TITLES[name]}</dt>
            <dd>{name === 'idKind' && party.idKind ? ID_KIND_TITLES[party.idKind] : values[name]}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
