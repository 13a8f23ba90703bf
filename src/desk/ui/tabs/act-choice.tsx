import './act-choice.css'

type Props<T extends string> = {
  readonly label: string
  readonly acts: readonly T[]
  readonly chosen: T
  readonly titleOf: (act: T) => string
  readonly onChoose: (act: T) => void
}

/** One of several, by name; what is chosen stands below it. */
export function ActChoice<T extends string>({ label, acts, chosen, titleOf, onChoose }: Props<T>) {
  return (
    <fieldset className="act-choice" aria-label={label}>
      {acts.map((act) => (
        <button
          key={act}
          type="button"
          className="button small"
          aria-pressed={act === chosen}
          onClick={() => onChoose(act)}
        >
          {titleOf(act)}
        </button>
      ))}
    </fieldset>
  )
}
