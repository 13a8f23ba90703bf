import type { PickedViolation } from './opening-input.ts'

type Props = {
  readonly violation: PickedViolation
  readonly partyName: string | undefined
  readonly onRemove: () => void
}

export function PickedViolationRow({ violation, partyName, onRemove }: Props) {
  const { cause, catalogue } = violation
  return (
    <li>
      <span>
        <b>{cause}</b>
        {partyName && <small>{partyName}</small>}
        {catalogue && <small>违反：{catalogue.basisViolated}</small>}
        {catalogue && <small>依据：{catalogue.basisPenalty}</small>}
        {catalogue?.rangeText && <small className="range">幅度：{catalogue.rangeText}</small>}
      </span>
      <button type="button" className="button plain small" onClick={onRemove}>
        移去<span className="unseen">{cause}</span>
      </button>
    </li>
  )
}
