import { type FormEvent, useState } from 'react'
import type { ArchiveDetail } from '#contract/archive.ts'
import { useArchiveStep } from '../../lib/archive/use-archive-step.ts'
import { holdEnter } from '../../lib/hold-enter.ts'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { TextField } from '../../ui/form/text-field.tsx'

type Props = { readonly id: string; readonly detail: ArchiveDetail }

/** Seal or return; where sealing is closed the reasons stand above the button. */
export function ArchiveDecision({ id, detail }: Props) {
  if (detail.dossier.state !== 'handed-over') return null
  return (
    <section className="archive-decision" aria-label="接收或者退回">
      <SealForm id={id} detail={detail} />
      <ReturnForm id={id} detail={detail} />
    </section>
  )
}

function SealForm({ id, detail: { dossier, sealRefusals } }: Props) {
  const { take, errors, isBusy } = useArchiveStep(dossier, [])
  const isClosed = sealRefusals.length > 0
  return (
    <div>
      <h2>接收并封存</h2>
      <p className="muted">封存后案卷只读，系统编归档号、排好卷首卷尾、装配归档包。</p>
      <ErrorSummary errors={errors} titles={{}} />
      {isClosed && (
        <div className="notice">
          <strong>现在还不能封存</strong>
          <ul className="reasons">
            {sealRefusals.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      <button
        type="button"
        className="button primary"
        disabled={isBusy || isClosed}
        onClick={() => void take(`/api/archive/${id}/seal`, undefined, '案卷已经封存')}
      >
        {isBusy ? '正在封存…' : '接收并封存'}
      </button>
    </div>
  )
}

const TITLES = { reason: '退回的理由' } as const

function ReturnForm({ id, detail: { dossier } }: Props) {
  const [reason, setReason] = useState('')
  const { take, errors, isBusy } = useArchiveStep(dossier, Object.keys(TITLES))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void take(`/api/archive/${id}/return`, { reason }, '案卷已经退回')
  }
  return (
    <form onSubmit={submit} onKeyDown={holdEnter} aria-label="退回案卷" noValidate>
      <ErrorSummary errors={errors} titles={TITLES} />
      <TextField
        pointer="reason"
        title={TITLES.reason}
        help="写明缺什么、应当怎样补，承办人员会看到"
        kind="long-text"
        maxLength={500}
        value={reason}
        errors={errors.fields.reason}
        onChange={setReason}
      />
      <button type="submit" className="button" disabled={isBusy}>
        退回承办人员
      </button>
    </form>
  )
}
