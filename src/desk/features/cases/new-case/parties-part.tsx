import { useState } from 'react'
import type { PartyRow } from '#contract/parties.ts'
import type { Sentence } from '../../../lib/case/map-errors.ts'
import { FieldFrame } from '../../../ui/form/field-frame.tsx'
import { PartyRegistration } from '../../../ui/party/party-registration.tsx'
import { PartySearch } from '../../../ui/party/party-search.tsx'
import type { Opening } from './opening-input.ts'

type Props = {
  readonly title: string
  readonly opening: Opening
  readonly errors: readonly Sentence[] | undefined
  readonly onChange: (part: Partial<Opening>) => void
}

/** Find the party in the register that all agencies share, or enter it there. */
export function PartiesPart({ title, opening, errors, onChange }: Props) {
  const [isRegistering, setRegistering] = useState(false)
  const { parties, violations, wanted } = opening
  const add = (party: Pick<PartyRow, 'id' | 'name'>) => {
    setRegistering(false)
    if (parties.some(({ id }) => id === party.id)) return
    const begun = wanted && violations.length === 0 ? [{ party: party.id, cause: wanted.cause, catalogue: wanted }] : []
    onChange({ parties: [...parties, party], violations: [...violations, ...begun] })
  }
  const remove = (id: string) =>
    onChange({
      parties: parties.filter((party) => party.id !== id),
      violations: violations.filter((violation) => violation.party !== id),
    })
  return (
    <section>
      <h2>{title}</h2>
      <FieldFrame pointer="parties" title={`已选的${title}`} errors={errors} isGroup>
        {() =>
          parties.length === 0 ? (
            <p className="muted">还没有选。先在登记簿里查找；没有的，登记一个。</p>
          ) : (
            <ul className="picked">
              {parties.map((party) => (
                <li key={party.id}>
                  <b>{party.name}</b>
                  <button type="button" className="button plain small" onClick={() => remove(party.id)}>
                    移去<span className="unseen">{party.name}</span>
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </FieldFrame>
      {isRegistering ? (
        <PartyRegistration onRegistered={add} onCancel={() => setRegistering(false)} />
      ) : (
        <PartySearch picked={parties.map(({ id }) => id)} onPick={add} onRegister={() => setRegistering(true)} />
      )}
    </section>
  )
}
