import './agency.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AgencyAnswer } from '#contract/agency.ts'
import { AGENCY_KEEPERS } from '#domain/access/permissions.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useMay } from '../../lib/session-context.ts'
import { useTitle } from '../../lib/use-title.ts'
import { agencyQuery } from './agency-query.ts'
import { AgencyTabs } from './agency-tabs.tsx'
import { AgencyUnits } from './agency-units.tsx'
import { EarlierRecords } from './earlier-records.tsx'
import { RecordForm } from './record-form.tsx'
import { Registered } from './registered.tsx'

/** 机关: what is registered of the own agency, and its units with their people. */
export function AgencyPage() {
  const { data: agency, error } = useQuery(agencyQuery)
  useTitle('机关')
  return (
    <main className="agency" aria-label="机关">
      <h1>{agency?.name ?? '机关'}</h1>
      <AgencyTabs />
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {agency && (
        <>
          <p className="muted">登记的内容在公示门户的“行政执法机关”里公布；改动是新的一版，以前的都在。</p>
          <Standing agency={agency} />
          <EarlierRecords records={agency.earlier} />
          <AgencyUnits units={agency.units} />
        </>
      )}
    </main>
  )
}

/** What stands today, or the form that changes it. */
function Standing({ agency }: { readonly agency: AgencyAnswer }) {
  const [isEditing, setEditing] = useState(false)
  const mayKeep = useMay(AGENCY_KEEPERS)
  if (isEditing) return <RecordForm agency={agency} onClose={() => setEditing(false)} />
  return (
    <>
      <Registered agency={agency} />
      {mayKeep ? (
        <button type="button" className="button" onClick={() => setEditing(true)}>
          {agency.record ? '登记变动' : '登记'}
        </button>
      ) : (
        <p className="hint">登记由本机关的系统管理员、机关负责人办理。</p>
      )}
    </>
  )
}
