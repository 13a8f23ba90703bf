import { FieldFrame, type FrameProps } from './field-frame.tsx'
import { RadioList } from './radio-list.tsx'

type Props = FrameProps & {
  readonly choices: readonly string[]
  readonly value: string
  readonly onChange: (value: string) => void
}

const READ_AT_ONCE = 8

export function ChoiceField({ choices, value, onChange, ...frame }: Props) {
  if (choices.length <= READ_AT_ONCE) {
    return (
      <FieldFrame {...frame} isGroup>
        {() => (
          <RadioList
            name={frame.pointer}
            choices={choices}
            value={value}
            canClear={frame.isOptional === true}
            onChange={onChange}
          />
        )}
      </FieldFrame>
    )
  }
  return (
    <FieldFrame {...frame}>
      {(control) => (
        <select className="control" {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">请选择</option>
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}
