import { useId } from 'react'
import type { Device } from '#contract/devices.ts'
import type { Person } from '#contract/people.ts'
import type { Batch } from './arrival.ts'

type Props = {
  readonly batch: Batch
  readonly devices: readonly Device[]
  readonly people: readonly Person[]
  readonly onChange: (changed: Partial<Batch>) => void
}

/** What is said once about all files that are brought in together. */
export function BatchFields({ batch, devices, people, onChange }: Props) {
  const id = useId()
  return (
    <div className="batch-fields">
      <p className="field">
        <label htmlFor={`${id}-device`}>用哪台设备拍的</label>
        <select
          id={`${id}-device`}
          className="control"
          value={batch.device}
          onChange={(event) => onChange({ device: event.target.value })}
        >
          <option value="">不是登记过的设备</option>
          {devices.map(({ id: device, code, holder, place }) => (
            <option key={device} value={device}>
              {[code, holder?.name ?? place].filter(Boolean).join('，')}
            </option>
          ))}
        </select>
      </p>
      <p className="field">
        <label htmlFor={`${id}-officer`}>谁拍的</label>
        <select
          id={`${id}-officer`}
          className="control"
          value={batch.officer}
          onChange={(event) => onChange({ officer: event.target.value })}
        >
          <option value="">没有人（固定摄像机）</option>
          {people.map(({ id: person, name }) => (
            <option key={person} value={person}>
              {name}
            </option>
          ))}
        </select>
      </p>
      <p className="field">
        <label htmlFor={`${id}-place`}>
          在哪里<span className="optional">（选填）</span>
        </label>
        <input
          id={`${id}-place`}
          className="control"
          type="text"
          value={batch.place}
          onChange={(event) => onChange({ place: event.target.value })}
        />
      </p>
    </div>
  )
}
