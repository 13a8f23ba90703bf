import './things.css'
import type { FactRow } from '#domain/case/state.ts'
import type { Column } from '#domain/form/check-table.ts'
import { FieldFrame, type FrameProps } from './field-frame.tsx'
import { fieldId } from './field-id.ts'
import { TableCell } from './table-cell.tsx'
import { useGrowingRows } from './use-growing-rows.ts'

type Props = FrameProps & {
  readonly columns: readonly Column[]
  readonly value: readonly FactRow[]
  readonly onChange: (value: readonly FactRow[]) => void
}

const EMPTY: FactRow = {}

/** A table, row by row, with the columns that its fact declares. */
export function TableField({ columns, value, onChange, ...frame }: Props) {
  const { list, rows, set, remove, add } = useGrowingRows(value, EMPTY, onChange)
  return (
    <FieldFrame {...frame} isGroup>
      {() => (
        <div ref={list}>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no id of their own and are only added at the end
            <fieldset key={index} className="table-row">
              <legend>第 {index + 1} 行</legend>
              <div className="table-cells">
                {columns.map((column) => (
                  <TableCell
                    key={column.key}
                    id={`${fieldId(frame.pointer)}-${index}-${column.key}`}
                    column={column}
                    value={String(row[column.key] ?? '')}
                    onChange={(text) => set(index, { ...row, [column.key]: text })}
                  />
                ))}
                {(rows.length > 1 || columns.some(({ key }) => row[key])) && (
                  <button type="button" className="button small plain" onClick={() => remove(index)}>
                    删去<span className="unseen">第 {index + 1} 行</span>
                  </button>
                )}
              </div>
            </fieldset>
          ))}
          <button type="button" className="button small" onClick={add}>
            再加一行
          </button>
        </div>
      )}
    </FieldFrame>
  )
}
