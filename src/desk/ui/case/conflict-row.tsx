import { useId } from 'react'
import type { Choice } from '../../lib/case/merge-draft.ts'

type Props = {
  readonly title: string
  readonly mine: string
  readonly theirs: string
  readonly choice: Choice | undefined
  readonly onChoose: (choice: Choice) => void
}

/** One field in which two versions differ, side by side. */
export function ConflictRow({ title, mine, theirs, choice, onChoose }: Props) {
  const name = useId()
  const sides = [
    { side: 'mine', label: '我填写的', value: mine },
    { side: 'theirs', label: '对方保存的', value: theirs },
  ] as const
  return (
    <fieldset className="conflict-row">
      <legend>{title}</legend>
      {sides.map(({ side, label, value }) => (
        <label key={side} className="conflict-side" data-chosen={choice === side}>
          <span>
            <input type="radio" name={name} checked={choice === side} onChange={() => onChoose(side)} /> {label}
          </span>
          <q>{value}</q>
        </label>
      ))}
    </fieldset>
  )
}
