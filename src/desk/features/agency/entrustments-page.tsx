import './agency.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AGENCY_KEEPERS } from '#domain/access/permissions.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useMay } from '../../lib/session-context.ts'
import { useTitle } from '../../lib/use-title.ts'
import { AgencyTabs } from './agency-tabs.tsx'
import { EntrustmentForm } from './entrustment-form.tsx'
import { EntrustmentLine } from './entrustment-line.tsx'
import { entrustmentsQuery } from './entrustments-query.ts'

/** 委托执法: whom the agency has entrusted, with what, until when; those that end soon at the top. */
export function EntrustmentsPage() {
  const { data, error } = useQuery(entrustmentsQuery)
  const mayKeep = useMay(AGENCY_KEEPERS)
  useTitle('委托执法')
  return (
    <main className="agency" aria-label="委托执法">
      <h1>委托执法</h1>
      <AgencyTabs />
      <p className="muted">
        委托应当是书面的，载明事项、权限和期限，向社会公布（行政处罚法第二十条）；登记以后门户马上公布。行政强制措施权不得委托（行政强制法第十七条第一款）。
      </p>
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {mayKeep ? <Adding /> : <p className="hint">登记、变更和终止由本机关的系统管理员、机关负责人办理。</p>}
      {data && <Ending names={data.rows.filter(({ state }) => state === 'ending').length} days={data.warnDays} />}
      <ul className="entrustments" aria-label="委托清单">
        {data?.rows.map((row) => (
          <EntrustmentLine key={row.id} row={row} mayKeep={mayKeep} />
        ))}
      </ul>
      {data?.rows.length === 0 && (
        <div className="empty">
          <h2>没有委托</h2>
          <p>本机关没有登记过委托执法。签订了委托书的，在这里登记，门户随即公布。</p>
        </div>
      )}
    </main>
  )
}

function Adding() {
  const [isAdding, setAdding] = useState(false)
  if (isAdding) return <EntrustmentForm onClose={() => setAdding(false)} />
  return (
    <button type="button" className="button" onClick={() => setAdding(true)}>
      登记委托
    </button>
  )
}

function Ending({ names, days }: { readonly names: number; readonly days: number }) {
  if (names === 0) return null
  return (
    <p className="notice soon entrustments-ending" role="status">
      {`有 ${names} 份委托在 ${days} 日以内期满：要继续委托的，请另签委托书再登记；期满以后受委托组织不能再以本机关名义处罚。`}
    </p>
  )
}
