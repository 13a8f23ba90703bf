import { useState } from 'react'
import type { ViolationSummary } from '#contract/catalogue.ts'
import type { Sentence } from '../../../lib/case/map-errors.ts'
import { FieldFrame } from '../../../ui/form/field-frame.tsx'
import type { Opening } from './opening-input.ts'
import { PickedViolationRow } from './picked-violation-row.tsx'
import { ViolationSearch } from './violation-search.tsx'

type Props = {
  readonly opening: Opening
  readonly errors: readonly Sentence[] | undefined
  readonly onChange: (part: Partial<Opening>) => void
}

/** Which acts, of which party; the clause of the catalogue brings its basis and its range. */
export function ViolationsPart({ opening, errors, onChange }: Props) {
  const { parties, violations } = opening
  const [party = parties[0]?.id ?? '', setParty] = useState<string>()
  const pick = (catalogue: ViolationSummary) =>
    onChange({ violations: [...violations, { party, cause: catalogue.cause, catalogue }] })
  const remove = (index: number) =>
    onChange({ violations: violations.filter((_, at) => at !== index), values: withoutViolations(opening.values) })
  return (
    <section>
      <h2>违法行为</h2>
      <FieldFrame pointer="violations" title="已选的违法行为" errors={errors} isGroup>
        {() =>
          violations.length === 0 ? (
            <p className="muted">
              还没有选。{parties.length === 0 ? '先选当事人，再从清单里选违法行为。' : '从清单里查找。'}
            </p>
          ) : (
            <ul className="picked">
              {violations.map((violation, index) => (
                <PickedViolationRow
                  // biome-ignore lint/suspicious/noArrayIndexKey: before the case is opened the place is the violation's name
                  key={index}
                  violation={violation}
                  partyName={parties.length > 1 ? parties.find(({ id }) => id === violation.party)?.name : undefined}
                  onRemove={() => remove(index)}
                />
              ))}
            </ul>
          )
        }
      </FieldFrame>
      {parties.length > 1 && (
        <FieldFrame pointer="violation-party" title="是谁的行为">
          {(control) => (
            <select className="control" {...control} value={party} onChange={(event) => setParty(event.target.value)}>
              {parties.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </FieldFrame>
      )}
      {parties.length > 0 && <ViolationSearch onPick={pick} />}
    </section>
  )
}

/** Places move when one is removed, and a fact must never slide to another violation. */
function withoutViolations(values: Opening['values']): Opening['values'] {
  return Object.fromEntries(Object.entries(values).filter(([pointer]) => !/@\d+$/.test(pointer)))
}
