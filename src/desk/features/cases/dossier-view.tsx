import './dossier.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DossierAnswer } from '#contract/archive.ts'
import { dossierQuery } from '../../lib/archive/archive-queries.ts'
import { longDay } from '../../lib/office-time.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { BoundCatalogue } from '../../ui/archive/bound-catalogue.tsx'
import { ClockMark } from '../../ui/case/clock-mark.tsx'
import { HandOverForm } from './hand-over-form.tsx'

/** The dossier as it would be, what is missing and why, and the handing over. */
export function DossierView({ caseId }: { readonly caseId: string }) {
  const { data: dossier, error } = useQuery(dossierQuery(caseId))
  const [arrangement, setArrangement] = useState<DossierAnswer['arrangement']>()
  if (error && !dossier) return <p className="notice late">{sentenceOf(error)}</p>
  if (!dossier) return <p className="muted">正在排目录…</p>
  const isOther = arrangement !== undefined && arrangement !== dossier.arrangement
  return (
    <section aria-label="卷宗">
      <Standing dossier={dossier} />
      <BoundCatalogue
        lines={isOther ? dossier.otherLines : dossier.lines}
        pages={dossier.pages}
        volume={dossier.volume}
        path={`/api/cases/${caseId}/dossier/volume`}
      />
      <HandOverForm
        key={dossier.version}
        dossier={dossier}
        arrangement={arrangement ?? dossier.arrangement}
        onArrangement={setArrangement}
      />
    </section>
  )
}

function Standing({ dossier }: { readonly dossier: DossierAnswer }) {
  const { archiveNumber, daysLeft, dueOn, missing, returnedReason, state } = dossier
  if (state === 'sealed') {
    return (
      <p className="notice ok dossier-standing">
        <strong>案卷已封存，归档号 {archiveNumber}</strong>
        只能查看；后来的材料由档案管理员补充归档。
        {dossier.volume && '点目录里的页号，在装订本里看那一页。'}
      </p>
    )
  }
  return (
    <div className="dossier-standing">
      {dueOn && (
        <p>
          <ClockMark daysLeft={daysLeft} /> <span className="muted">应在{longDay(dueOn)}前归档</span>
        </p>
      )}
      {state === 'handed-over' && (
        <p className="notice">
          <strong>已移交，等档案管理员检查</strong>
        </p>
      )}
      {state === 'returned' && (
        <p className="notice soon">
          <strong>档案管理员退回</strong>
          {returnedReason}
        </p>
      )}
      {missing.length > 0 && (
        <div className="notice">
          <strong>还不能移交</strong>
          <ul>
            {missing.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
