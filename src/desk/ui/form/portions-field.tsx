import './things.css'
import { useContext } from 'react'
import type { FactRow } from '#domain/case/state.ts'
import { movable } from '#domain/custody/ledger.ts'
import { quantityText } from '#domain/custody/quantity.ts'
import type { Thing } from '#domain/custody/thing.ts'
import { FieldFrame, type FrameProps } from './field-frame.tsx'
import { fieldId } from './field-id.ts'
import { ThingsContext } from './things-context.ts'

type Props = FrameProps & {
  readonly choices: readonly string[]
  readonly value: readonly FactRow[]
  readonly onChange: (value: readonly FactRow[]) => void
}

/** So much of each listed thing; what is left blank stays where it is. */
export function PortionsField({ choices, value, onChange, ...frame }: Props) {
  const moved = useContext(ThingsContext)
  const free = (moved?.things ?? []).flatMap((thing) => {
    const amount = moved ? movable(thing, moved.movement) : 0
    return amount > 0 ? [{ thing, most: quantityText(amount) }] : []
  })
  const rowsOf = (id: string) => value.filter(({ thing }) => thing === id)
  const put = (id: string, rows: readonly FactRow[]) =>
    onChange(free.flatMap(({ thing }) => (thing.id === id ? rows : rowsOf(thing.id))))
  const all = () =>
    onChange(
      free.map(({ thing, most }) => ({ ...rowsOf(thing.id)[0], thing: thing.id, quantity: most, ...first(choices) })),
    )
  return (
    <FieldFrame {...frame} isGroup>
      {() => (
        <>
          {free.map(({ thing, most }) => (
            <Portions
              key={thing.id}
              id={`${fieldId(frame.pointer)}-${thing.id}`}
              thing={thing}
              most={most}
              choices={choices}
              rows={rowsOf(thing.id)}
              onChange={(rows) => put(thing.id, rows)}
            />
          ))}
          {free.length === 0 && <p className="hint">清单里没有可以这样办的物品。</p>}
          {free.length > 1 && (
            <button type="button" className="button small" onClick={all}>
              全部
            </button>
          )}
        </>
      )}
    </FieldFrame>
  )
}

function first(choices: readonly string[]): FactRow {
  return choices[0] === undefined ? {} : { fate: choices[0] }
}

type PortionsProps = {
  readonly id: string
  readonly thing: Thing
  readonly most: string
  readonly choices: readonly string[]
  readonly rows: readonly FactRow[]
  readonly onChange: (rows: readonly FactRow[]) => void
}

function Portions({ id, thing, most, choices, rows, onChange }: PortionsProps) {
  const shown = rows.length > 0 ? rows : [{ thing: thing.id, quantity: '', ...first(choices) }]
  const set = (index: number, change: FactRow) =>
    onChange(shown.map((row, at) => (at === index ? { ...row, ...change } : row)))
  return (
    <div className="portion">
      <p className="portion-name">
        <b>
          {thing.no}. {thing.name}
        </b>
        <small>{[thing.spec, `可以办的 ${most}${thing.unit}`].filter(Boolean).join(' · ')}</small>
      </p>
      {shown.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one thing have no id of their own
        <div key={index} className="portion-row">
          <label htmlFor={`${id}-${index}`} className="unseen">
            {thing.name}的数量
          </label>
          <input
            className="control"
            id={`${id}-${index}`}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            value={String(row.quantity ?? '')}
            onChange={(event) => set(index, { quantity: event.target.value })}
          />
          <span className="unit">{thing.unit}</span>
          {choices.length > 0 && (
            <select
              className="control"
              aria-label={`${thing.name}的处理`}
              value={String(row.fate ?? '')}
              onChange={(event) => set(index, { fate: event.target.value })}
            >
              {choices.map((choice) => (
                <option key={choice}>{choice}</option>
              ))}
            </select>
          )}
          {index === 0 && (
            <button
              type="button"
              className="button small plain"
              aria-label={`${thing.name}全部`}
              onClick={() => set(0, { quantity: most })}
            >
              全部
            </button>
          )}
        </div>
      ))}
      {choices.length > 1 && (
        <button
          type="button"
          className="button small plain"
          onClick={() => onChange([...shown, { thing: thing.id, quantity: '', fate: choices[1] ?? '' }])}
        >
          {thing.name}分开处理
        </button>
      )}
    </div>
  )
}
