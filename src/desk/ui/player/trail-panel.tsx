import { useQuery } from '@tanstack/react-query'
import { dayAndTimeOf } from '../../lib/office-time.ts'
import { trailQuery } from '../../lib/player-calls.ts'
import { sentenceOf } from '../../lib/problem-error.ts'

/** Who looked at this recording, when and on what ground, and what was done with it. */
export function TrailPanel({ recordingId }: { readonly recordingId: string }) {
  const { data, error } = useQuery(trailQuery(recordingId))
  if (error) return <p className="notice soon">{sentenceOf(error)}</p>
  if (!data) return <p className="hint">正在读取…</p>
  return (
    <section aria-label="谁看过">
      <table className="trail">
        <thead>
          <tr>
            <th scope="col">时间</th>
            <th scope="col">人员</th>
            <th scope="col">作了什么</th>
            <th scope="col">根据</th>
          </tr>
        </thead>
        <tbody>
          {data.entries.map(({ at, person, agency, what, ground }) => (
            <tr key={`${at}${person}${what}`}>
              <td>{dayAndTimeOf(at)}</td>
              <td>
                {person ?? '系统'}
                {agency && <small className="muted">　{agency}</small>}
              </td>
              <td>{what}</td>
              <td>{ground ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {data.isCut && <p className="hint">只列最近的 300 条；全部的，请办理操作记录。</p>}
    </section>
  )
}
