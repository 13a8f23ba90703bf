import type { TrailEntryRow } from '#contract/trails.ts'
import { officeSecond } from '#domain/trail/trail-entry.ts'

/** The lines, the newest first; on a narrow screen each is a small sheet. */
export function TrailTable({ entries }: { readonly entries: readonly TrailEntryRow[] }) {
  if (entries.length === 0) return <p className="muted none-yet">这段期间没有记录。</p>
  return (
    <table className="trail-table">
      <caption className="unseen">操作记录，最近的在前</caption>
      <thead>
        <tr>
          <th scope="col">时间</th>
          <th scope="col">人员</th>
          <th scope="col">事项</th>
          <th scope="col">对象</th>
          <th scope="col">来源地址</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td className="trail-at">{officeSecond(entry.at)}</td>
            <td>
              {entry.who}
              {entry.agency && <small>{entry.agency}</small>}
            </td>
            <td>
              {entry.what}
              {entry.detail && <small>{entry.detail}</small>}
            </td>
            <td className="trail-object">{entry.object}</td>
            <td className="trail-address">{entry.address}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
