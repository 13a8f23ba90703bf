import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { devicesQuery } from '../../lib/devices-query.ts'
import { peopleQuery } from '../../lib/people-query.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import type { RecordingSearch } from './recordings-query.ts'

/** Narrows the list by device, officer and day; what is chosen stands in the address. */
export function RecordingFilters({ search }: { readonly search: RecordingSearch }) {
  const { data: devices = [] } = useQuery(devicesQuery)
  const { data: people = [] } = useQuery(peopleQuery)
  const go = useNavigate()
  const set = (change: RecordingSearch) => void go({ to: '/recordings', search: { ...search, ...change } })
  const isSet = Boolean(search.device || search.officer || search.on)
  return (
    <fieldset className="recording-filters" aria-label="筛选">
      <label>
        设备
        <select
          className="control"
          value={search.device ?? ''}
          onChange={(event) => set({ device: event.target.value || undefined })}
        >
          <option value="">全部设备</option>
          {devices.map(({ id, code, holder }) => (
            <option key={id} value={id}>
              {holder ? `${code}（${holder.name}）` : code}
            </option>
          ))}
        </select>
      </label>
      <label>
        拍摄人
        <select
          className="control"
          value={search.officer ?? ''}
          onChange={(event) => set({ officer: event.target.value || undefined })}
        >
          <option value="">全部人员</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <div className="recording-day">
        <DateField
          pointer="on"
          title="拍摄日期"
          hasTime={false}
          value={search.on ?? ''}
          onChange={(on) => set({ on: on || undefined })}
        />
      </div>
      {isSet && (
        <button
          type="button"
          className="button plain small"
          onClick={() => set({ device: undefined, officer: undefined, on: undefined })}
        >
          看全部
        </button>
      )}
    </fieldset>
  )
}
