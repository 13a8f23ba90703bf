import type { Sentence } from '../../../lib/case/map-errors.ts'
import { FieldFrame } from '../../form/field-frame.tsx'

type Props = {
  readonly pointer: string
  readonly title: string
  readonly help: string
  readonly rows?: number
  readonly errors: readonly Sentence[]
  readonly value: string
  readonly onChange: (text: string) => void
}

/** A few sentences that somebody has to write, with what was refused beside them. */
export function ReasonFields({ pointer, title, help, rows = 2, errors, value, onChange }: Props) {
  return (
    <FieldFrame pointer={pointer} title={title} help={help} errors={errors}>
      {(control) => (
        <textarea
          className="control"
          rows={rows}
          {...control}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  )
}
