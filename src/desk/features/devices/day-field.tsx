import { FieldFrame, type FrameProps } from '../../ui/form/field-frame.tsx'

type Props = FrameProps & { readonly value: string; readonly onChange: (value: string) => void }

/** A day, by the browser's own field. */
export function DayField({ value, onChange, ...frame }: Props) {
  return (
    <FieldFrame {...frame}>
      {(control) => (
        <input
          className="control"
          type="date"
          {...control}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  )
}
