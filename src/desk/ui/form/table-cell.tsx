import { lazy, Suspense } from 'react'
import type { Column } from '#domain/form/check-table.ts'

const DatePicker = lazy(() => import('./date-picker.tsx').then(({ DatePicker }) => ({ default: DatePicker })))

type Props = {
  readonly id: string
  readonly column: Column
  readonly value: string
  readonly onChange: (text: string) => void
}

/** One cell under its own label. */
export function TableCell({ id, column, value, onChange }: Props) {
  const { title, kind, optional } = column
  return (
    <div className={`table-cell ${kind}`}>
      <label htmlFor={id}>
        {title}
        {optional && <span className="optional">（选填）</span>}
      </label>
      {kind === 'date' ? (
        <Suspense fallback={<input className="control" id={id} value={value} readOnly />}>
          <DatePicker
            control={{ id, 'aria-describedby': undefined, 'aria-invalid': undefined }}
            hasTime={false}
            value={value}
            onChange={onChange}
          />
        </Suspense>
      ) : (
        <input
          className="control"
          id={id}
          type="text"
          autoComplete="off"
          inputMode={kind === 'money' ? 'decimal' : undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </div>
  )
}
