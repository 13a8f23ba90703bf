import './recording-list.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { ListAnswer, ListRow } from '#contract/recording-list.ts'
import { SAN_XIANG_ZHI_DU } from '#domain/recording/scene-basis.ts'
import { longDay } from '../../lib/office-time.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useTitle } from '../../lib/use-title.ts'
import { EntryDialog } from './entry-dialog.tsx'
import { recordingListQuery } from './list-query.ts'
import { ListTable } from './list-table.tsx'

/** 音像记录事项清单: what this agency records, from where to where, how it is kept, and on what ground. */
export function RecordingListPage() {
  const { on } = useSearch({ from: '/recordings/list' })
  const { data, error } = useQuery(recordingListQuery(on))
  const [entry, setEntry] = useState<ListRow | undefined>()
  useTitle('音像记录事项清单')
  return (
    <main className="record-list" aria-label="音像记录事项清单">
      <p className="record-list-back">
        <Link to="/recordings">音像</Link>
      </p>
      <h1>音像记录事项清单</h1>
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {data && (
        <>
          <p className="muted">
            {data.agencyName}，{longDay(data.on)}
            适用。全国的最低要求都列在内，本机关只能定得更严；改动自生效日起适用，办过的环节不变。
          </p>
          <ListTools list={data} />
          <ListTable list={data} onSet={data.maySet ? setEntry : undefined} />
          <p className="record-list-foot">
            国办发〔2018〕118号：{SAN_XIANG_ZHI_DU}
            （待与正式文本核对）。文字记录能够全面有效记录执法行为的，可以不进行音像记录。
          </p>
        </>
      )}
      {entry && <EntryDialog row={entry} onClose={() => setEntry(undefined)} />}
    </main>
  )
}

/** Which version, and how to take it along. */
function ListTools({ list }: { readonly list: ListAnswer }) {
  const { on } = useSearch({ from: '/recordings/list' })
  const go = useNavigate()
  const choose = (day: string) => void go({ to: '/recordings/list', search: day === '' ? {} : { on: day } })
  return (
    <div className="record-list-tools">
      <label>
        版本
        <select className="control small" value={on ?? ''} onChange={(event) => choose(event.target.value)}>
          <option value="">今天适用的</option>
          {list.versions.map((day) => (
            <option key={day} value={day}>
              {longDay(day)}起的
            </option>
          ))}
        </select>
      </label>
      <a className="button small" href={`/api/recording-list/csv${on ? `?on=${on}` : ''}`} download>
        下载 CSV
      </a>
      <button type="button" className="button small" onClick={() => window.print()}>
        打印
      </button>
    </div>
  )
}
