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
  const { title, kind, choices = [], optional } = column
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
      ) : kind === 'choice' ? (
        <select className="control" id={id} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">请选择</option>
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
          inputMode={kind === 'money' ? 'decimal' : undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </div>
  )
}
