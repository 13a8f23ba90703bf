import type { AgencyRecord } from '#contract/agency.ts'
import { longDay, longDayAndTimeOf } from '../../lib/office-time.ts'

/** What was registered before, each version whole, with who registered it and on what ground. */
export function EarlierRecords({ records }: { readonly records: readonly AgencyRecord[] }) {
  if (records.length === 0) return null
  return (
    <details className="agency-earlier">
      <summary>{`以前的 ${records.length} 版`}</summary>
      <ol>
        {records.map((record) => (
          <li key={record.version}>
            <b>{`第 ${record.version} 版，${longDay(record.fromOn)}起`}</b>
            <span>
              {`法定代表人${record.legalRepresentative}，${record.funding}，编制 ${record.headcount} 名；${record.address}，${record.phone}`}
            </span>
            <span className="agency-prose">{`主要职责：${record.duty}`}</span>
            <small>{`依据：${record.ground}；${record.by ?? '系统'}于${longDayAndTimeOf(record.at)}登记`}</small>
          </li>
        ))}
      </ol>
    </details>
  )
}
