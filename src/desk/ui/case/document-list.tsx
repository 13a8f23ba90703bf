import './documents.css'
import { useState } from 'react'
import type { CaseAnswer, CaseDocument } from '#contract/cases.ts'
import { documentDocxPath, documentPath } from '../../lib/case/case-calls.ts'
import { longDay } from '../../lib/office-time.ts'
import { CourtPack } from './court-pack.tsx'
import { PdfFrame } from './pdf-frame.tsx'

/** The issued papers, newest first; each opens in place. */
export function DocumentList({ answer }: { readonly answer: CaseAnswer }) {
  const [open, setOpen] = useState<string>()
  const partyName = (id: string | null) => answer.state.parties.find((party) => party.id === id)?.name
  if (answer.documents.length === 0) return <p className="muted none-yet">还没有出具文书。</p>
  return (
    <>
      <CourtPack answer={answer} />
      <ul className="documents" aria-label="文书">
        {answer.documents.toReversed().map((document) => (
          <li key={document.id} className={document.voided ? 'void' : undefined}>
            <div className="document-line">
              <span>
                <b>{document.title}</b>
                <small>
                  {[
                    document.number,
                    partyName(document.party),
                    longDay(document.issuedOn),
                    document.voided && `已作废：${document.voided}`,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
              <View document={document} isOpen={open === document.id} onToggle={setOpen} />
            </div>
            {open === document.id && (
              <>
                <PdfFrame path={documentPath(answer.state.id, document.id)} title={document.title} />
                <p className="hint">
                  <a href={documentDocxPath(answer.state.id, document.id)} download>
                    导出 Word 副本
                  </a>
                  ：供修改时参考，不是文书本身。
                </p>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

type ViewProps = {
  readonly document: CaseDocument
  readonly isOpen: boolean
  readonly onToggle: (open: string | undefined) => void
}

function View({ document, isOpen, onToggle }: ViewProps) {
  if (!document.isReady) return <span className="hint">正在排版</span>
  return (
    <button
      type="button"
      className="button small"
      aria-expanded={isOpen}
      onClick={() => onToggle(isOpen ? undefined : document.id)}
    >
      {isOpen ? '收起' : '查看'}
      <span className="unseen">{document.title}</span>
    </button>
  )
}
