import './choices.css'
import { useId } from 'react'

type Props = {
  readonly name: string
  readonly choices: readonly string[]
  readonly value: string
  readonly canClear: boolean
  readonly onChange: (value: string) => void
}

const SHORT = 8

/** Choices that can all be read at once; short ones stand in a row. */
export function RadioList({ name, choices, value, canClear, onChange }: Props) {
  const id = useId()
  const isShort = choices.every((choice) => choice.length <= SHORT)
  return (
    <div className={isShort ? 'choices in-row' : 'choices'}>
      {choices.map((choice) => (
        <label key={choice} className="choice">
          <input
            type="radio"
            name={`${id}${name}`}
            value={choice}
            checked={value === choice}
            onChange={() => onChange(choice)}
          />
          <span>{choice}</span>
        </label>
      ))}
      {canClear && value !== '' && (
        <button type="button" className="button plain small" onClick={() => onChange('')}>
          不选
        </button>
      )}
    </div>
  )
}
