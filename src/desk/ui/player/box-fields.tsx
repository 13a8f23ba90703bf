import { useId } from 'react'
import type { Box } from '#domain/recording/recipe.ts'
import { playTime } from '../../lib/play-time.ts'
import { withSide } from './boxes.ts'
import type { Selection } from './timeline.tsx'
import type { RedactionDraft } from './use-redaction.ts'

const SIDES = [
  ['x', '左'],
  ['y', '上'],
  ['width', '宽'],
  ['height', '高'],
] as const

type Props = { readonly draft: RedactionDraft; readonly selection: Selection | undefined; readonly isTimed: boolean }

/** Each box as four percentages, so that it can be placed without a mouse; in film also the time that it covers. */
export function BoxFields({ draft, selection, isTimed }: Props) {
  return (
    <ol className="box-fields" aria-label="遮盖的框">
      {draft.boxes.map((box, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: boxes have no names, and the order is the one they were drawn in
        <li key={index} className={index === draft.chosen ? 'chosen' : undefined}>
          <b>框 {index + 1}</b>
          {SIDES.map(([side, title]) => (
            <Percent
              key={side}
              box={`框 ${index + 1} `}
              title={title}
              value={box[side]}
              onChange={(value) => draft.change(index, withSide(box, side, value))}
            />
          ))}
          {isTimed && <BoxTime box={box} selection={selection} onChange={(changed) => draft.change(index, changed)} />}
          <button type="button" className="button plain small" onClick={() => draft.removeBox(index)}>
            删去<span className="unseen">框 {index + 1}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}

type PercentProps = {
  readonly box: string
  readonly title: string
  readonly value: number
  readonly onChange: (value: number) => void
}

function Percent({ box, title, value, onChange }: PercentProps) {
  const id = useId()
  return (
    <span className="percent">
      <label htmlFor={id}>
        <span className="unseen">{box}</span>
        {title}
      </label>
      <input
        id={id}
        type="number"
        className="control small"
        min={0}
        max={100}
        step={0.5}
        value={value / 100}
        onChange={(event) => event.target.value !== '' && onChange(Number(event.target.value) * 100)}
      />
      <span className="hint">%</span>
    </span>
  )
}

type TimeProps = { readonly box: Box; readonly selection: Selection | undefined; readonly onChange: (box: Box) => void }

function BoxTime({ box, selection, onChange }: TimeProps) {
  const { fromMs, untilMs, ...place } = box
  if (fromMs !== undefined && untilMs !== undefined) {
    return (
      <span className="hint">
        只遮 {playTime(fromMs)} 到 {playTime(untilMs)}
        <button type="button" className="button plain small" onClick={() => onChange(place)}>
          改为全程
        </button>
      </span>
    )
  }
  return (
    <span className="hint">
      全程
      {selection && (
        <button type="button" className="button plain small" onClick={() => onChange({ ...place, ...selection })}>
          只遮选段
        </button>
      )}
    </span>
  )
}
