import './things.css'
import type { KeyboardEvent } from 'react'
import type { FactRow } from '#domain/case/state.ts'
import { FieldFrame, type FrameProps } from './field-frame.tsx'
import { fieldId } from './field-id.ts'
import { THING_COLUMNS, type ThingColumn } from './thing-columns.ts'
import { ThingPhotos } from './thing-photos.tsx'
import { useGrowingRows } from './use-growing-rows.ts'

type Props = FrameProps & { readonly value: readonly FactRow[]; readonly onChange: (value: readonly FactRow[]) => void }

const EMPTY: FactRow = { kept: '带回保管' }

/** A list of things, row by row; Alt and Enter begin the next row, without leaving the keyboard. */
export function ThingsField({ value, onChange, ...frame }: Props) {
  const { list, rows, set, remove, add } = useGrowingRows(value, EMPTY, onChange)
  return (
    <FieldFrame {...frame} isGroup>
      {() => (
        <div ref={list}>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no id of their own and are only added at the end
            <fieldset key={index} className="thing-row">
              <legend>第 {index + 1} 件</legend>
              <div className="thing-cells">
                {THING_COLUMNS.map((column) => (
                  <Cell
                    key={column.key}
                    id={`${fieldId(frame.pointer)}-${index}-${column.key}`}
                    column={column}
                    value={String(row[column.key] ?? '')}
                    onChange={(text) => set(index, { ...row, [column.key]: text })}
                    onNext={add}
                  />
                ))}
              </div>
              <ThingPhotos value={photosOf(row)} onChange={(photos) => set(index, { ...row, photos })} />
              {rows.length > 1 && (
                <button type="button" className="button small plain" onClick={() => remove(index)}>
                  删去第 {index + 1} 件
                </button>
              )}
            </fieldset>
          ))}
          <button type="button" className="button small" onClick={add}>
            再加一件（Alt+Enter）
          </button>
        </div>
      )}
    </FieldFrame>
  )
}

function photosOf({ photos }: FactRow): readonly string[] {
  return Array.isArray(photos) ? (photos as readonly string[]) : []
}

type CellProps = {
  readonly id: string
  readonly column: ThingColumn
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onNext: () => void
}

function Cell({ id, column: { key, title, choices, isNumber }, value, onChange, onNext }: CellProps) {
  const press = (event: KeyboardEvent) => {
    if (event.altKey && event.key === 'Enter') onNext()
  }
  const change = (event: { target: { value: string } }) => onChange(event.target.value)
  return (
    <div className={`thing-cell ${key}`}>
      <label htmlFor={id}>{title}</label>
      {choices ? (
        <select className="control" id={id} value={value} onChange={change}>
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      ) : (
        <input
          className="control"
          id={id}
          type="text"
          autoComplete="off"
          inputMode={isNumber ? 'decimal' : undefined}
          value={value}
          onChange={change}
          onKeyDown={press}
        />
      )}
    </div>
  )
}
