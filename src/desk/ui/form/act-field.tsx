import { useState } from 'react'
import { FieldFrame, type FrameProps } from './field-frame.tsx'
import { TextField } from './text-field.tsx'

type Props = FrameProps & {
  /** Acts of the case that this one comes from; none where it comes from no case of this office. */
  readonly acts: readonly string[]
  readonly value: string
  readonly onChange: (value: string) => void
}

const OTHER = '其他行为（写明名称和文号）'

/** Which act is contested: one of the case that it is about, or another one in words. */
export function ActField({ acts, value, onChange, ...frame }: Props) {
  const [isOther, setOther] = useState(value !== '' && !acts.includes(value))
  if (acts.length === 0) return <TextField {...frame} kind="text" value={value} onChange={onChange} />
  const choose = (chosen: string) => {
    setOther(chosen === OTHER)
    onChange(chosen === OTHER ? '' : chosen)
  }
  return (
    <FieldFrame {...frame}>
      {(control) => (
        <>
          <select
            className="control"
            {...control}
            value={isOther ? OTHER : value}
            onChange={(event) => choose(event.target.value)}
          >
            <option value="">请选择</option>
            {acts.map((act) => (
              <option key={act}>{act}</option>
            ))}
            <option>{OTHER}</option>
          </select>
          {isOther && (
            <input
              className="control"
              type="text"
              aria-label={`${frame.title}：名称和文号`}
              value={value}
              onChange={(event) => onChange(event.target.value)}
            />
          )}
        </>
      )}
    </FieldFrame>
  )
}
