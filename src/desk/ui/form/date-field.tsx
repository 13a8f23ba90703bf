import { lazy, Suspense } from 'react'
import { FieldFrame, type FrameProps } from './field-frame.tsx'

// The calendar is most of antd's weight on this page; forms without a date do not load it.
const DatePicker = lazy(() => import('./date-picker.tsx').then(({ DatePicker }) => ({ default: DatePicker })))

type Props = FrameProps & {
  readonly hasTime: boolean
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A day (2026-06-03), or a day and time of the office (2026-06-03 09:30). */
export function DateField({ hasTime, value, onChange, ...frame }: Props) {
  return (
    <FieldFrame {...frame}>
      {(control) => (
        <Suspense fallback={<input className="control" {...control} value={value} readOnly />}>
          <DatePicker control={control} hasTime={hasTime} value={value} onChange={onChange} />
        </Suspense>
      )}
    </FieldFrame>
  )
}
