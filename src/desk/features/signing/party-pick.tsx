import type { SigningAnswer } from '#contract/signing.ts'
import { FieldFrame } from '../../ui/form/field-frame.tsx'

type Props = {
  readonly answer: SigningAnswer
  readonly party: string | undefined
  readonly onChange: (party: string | undefined) => void
}

/** For whom somebody signs, where the paper is of several parties. */
export function PartyPick({ answer: { parties }, party, onChange }: Props) {
  if (parties.length < 2) return null
  return (
    <FieldFrame pointer="party" title="代表哪一个当事人" isOptional help="证人等不是当事人的，不用选">
      {(control) => (
        <select
          {...control}
          className="control"
          value={party ?? ''}
          onChange={(event) => onChange(event.target.value || undefined)}
        >
          <option value="">请选择</option>
          {parties.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}
