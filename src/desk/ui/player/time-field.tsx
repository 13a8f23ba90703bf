import { useEffect, useId, useState } from 'react'
import { playTime, readPlayTime } from '../../lib/play-time.ts'

type Props = {
  readonly title: string
  readonly ms: number | undefined
  readonly onChange: (ms: number) => void
  /** Sets the field to where the player stands. */
  readonly onHere?: () => void
}

/** A moment of the recording: typed as minutes and seconds, or taken from where it plays. */
export function TimeField({ title, ms, onChange, onHere }: Props) {
  const id = useId()
  const shown = ms === undefined ? '' : playTime(ms)
  const [typed, setTyped] = useState(shown)
  useEffect(() => setTyped(shown), [shown])
  const read = readPlayTime(typed)
  const isWrong = typed !== '' && read === undefined
  return (
    <span className="time-field">
      <label htmlFor={id}>{title}</label>
      <input
        id={id}
        className="control small"
        inputMode="decimal"
        placeholder="分:秒"
        value={typed}
        aria-invalid={isWrong || undefined}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => (read === undefined ? setTyped(shown) : read !== ms && onChange(read))}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && read !== undefined) {
            event.preventDefault()
            onChange(read)
          }
        }}
      />
      {onHere && (
        <button type="button" className="button plain small" onClick={onHere}>
          取当前位置<span className="unseen">作为{title}</span>
        </button>
      )}
    </span>
  )
}
