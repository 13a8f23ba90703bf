import './evidence.css'
import { useState } from 'react'
import type { Evidence } from '#domain/case/state.ts'
import { fileSize } from '../../../lib/file-size.ts'
import { EvidencePlayer } from './evidence-player.tsx'

/** The evidence of a case; a file opens in place, under its line. */
export function EvidenceList({
  caseId,
  evidence,
}: {
  readonly caseId: string
  readonly evidence: readonly Evidence[]
}) {
  const [open, setOpen] = useState<string>()
  if (evidence.length === 0) {
    return <p className="muted none-yet">还没有证据。在“现在可以”里选“添加证据”，照片、录音、录像和文书都可以上传。</p>
  }
  return (
    <ol className="evidence" aria-label="证据">
      {evidence.map((item, index) => (
        <li key={item.id}>
          <div className="evidence-line">
            <span className="evidence-number">{index + 1}</span>
            <span className="evidence-title">
              <b>{item.title}</b>
              <small className="muted">{detailsOf(item)}</small>
              {item.sha256 && <small className="digest">SHA-256 {item.sha256.slice(0, 16)}…</small>}
            </span>
            {item.sha256 && (
              <button
                type="button"
                className="button small"
                aria-expanded={open === item.id}
                onClick={() => setOpen(open === item.id ? undefined : item.id)}
              >
                {open === item.id ? '收起' : '查看'}
                <span className="unseen">{item.title}</span>
              </button>
            )}
          </div>
          {open === item.id && <EvidencePlayer caseId={caseId} item={item} />}
        </li>
      ))}
    </ol>
  )
}

function detailsOf({ kind, source, proves, size, from }: Evidence): string {
  const parts = [
    kind,
    source,
    proves && `证明${proves}`,
    size === undefined ? '' : fileSize(size),
    from && '引用另案的证据',
  ]
  return parts.filter(Boolean).join(' · ')
}
