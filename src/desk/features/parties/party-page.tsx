import './parties.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { INTAKE, TRAIL_READERS } from '#domain/access/permissions.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useMay } from '../../lib/session-context.ts'
import { useTitle } from '../../lib/use-title.ts'
import { MergeForm } from './merge-form.tsx'
import { PartyEdit } from './party-edit.tsx'
import { PartyLines } from './party-lines.tsx'
import { PartyMerges } from './party-merges.tsx'
import { partyQuery } from './party-query.ts'
import { PartySheet } from './party-sheet.tsx'

/** 一户式: who the party is, and every case of it here. */
export function PartyPage() {
  const { partyId } = useParams({ from: '/parties/$partyId' })
  const { data: file, error } = useQuery(partyQuery(partyId))
  const [isEditing, setEditing] = useState(false)
  const [isMerging, setMerging] = useState(false)
  const mayEdit = useMay(INTAKE)
  const seesTrail = useMay(TRAIL_READERS)
  useTitle(file?.party.name)
  if (error) return <p className="notice late">{sentenceOf(error)}</p>
  if (!file) return <p className="empty">正在打开…</p>
  return (
    <main className="parties" aria-label="当事人">
      <Link to="/parties">← 当事人</Link>
      <div className="parties-head">
        <h1>{file.party.name}</h1>
        {seesTrail && (
          <Link to="/trail" search={{ subject: `party:${file.party.id}` }} className="button small plain">
            操作记录
          </Link>
        )}
        {mayEdit && !isMerging && !file.mergedInto && (
          <button type="button" className="button small plain" onClick={() => setMerging(true)}>
            合并重复登记
          </button>
        )}
        {mayEdit && !isEditing && (
          <button type="button" className="button" data-edit-opener onClick={() => setEditing(true)}>
            修改
          </button>
        )}
      </div>
      {isEditing ? (
        <PartyEdit party={file.party} onClose={() => setEditing(false)} />
      ) : (
        <PartySheet party={file.party} />
      )}
      {isMerging && <MergeForm party={file.party} onClose={() => setMerging(false)} />}
      <PartyMerges file={file} />
      <PartyLines partyId={file.party.id} otherAgencyCases={file.otherAgencyCases} />
    </main>
  )
}
