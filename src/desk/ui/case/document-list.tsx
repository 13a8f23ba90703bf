import './documents.css'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { CaseAnswer, CaseDocument } from '#contract/cases.ts'
import { CASE_WORKERS } from '#domain/access/permissions.ts'
import { signingStateOf } from '#domain/signing/signers-of.ts'
import { documentDocxPath, documentPath } from '../../lib/case/case-calls.ts'
import { useUntilTypeset } from '../../lib/case/use-until-typeset.ts'
import { longDay } from '../../lib/office-time.ts'
import { useMay } from '../../lib/session-context.ts'
import { PrintPaper } from '../print/print-paper.tsx'
import { AnswerPack, CourtPack } from './court-pack.tsx'
import { PdfFrame } from './pdf-frame.tsx'
import { VoidAsked, VoidPaper } from './void-paper.tsx'

/** The issued papers, newest first; each opens in place. */
export function DocumentList({ answer }: { readonly answer: CaseAnswer }) {
  useUntilTypeset(answer)
  const [open, setOpen] = useState<string>()
  const [voiding, setVoiding] = useState<string>()
  const [printing, setPrinting] = useState<string>()
  const mayPrint = useMay(CASE_WORKERS) && !answer.grant
  const partyName = (id: string | null) => answer.state.parties.find((party) => party.id === id)?.name
  if (answer.documents.length === 0) return <p className="muted none-yet">还没有出具文书。</p>
  return (
    <>
      <CourtPack answer={answer} />
      <AnswerPack answer={answer} />
      <ul className="documents" aria-label="文书">
        {answer.documents.toReversed().map((document) => (
          <li key={document.id} className={document.voided ? 'void' : undefined}>
            <div className="document-line">
              <span>
                <b>{document.title}</b>
                {document.voided && <em className="void-mark">作废</em>}
                <small>
                  {[document.number, partyName(document.party), longDay(document.issuedOn)].filter(Boolean).join(' · ')}
                </small>
                {document.voided && <small className="void-reason">作废的原因：{document.voided}</small>}
              </span>
              <span className="document-buttons">
                <Sign answer={answer} document={document} />
                <Print may={mayPrint} document={document} isOpen={printing === document.id} onToggle={setPrinting} />
                <Void document={document} isOpen={voiding === document.id} onToggle={setVoiding} />
                <View document={document} isOpen={open === document.id} onToggle={setOpen} />
              </span>
            </div>
            <VoidAsked answer={answer} document={document} />
            {voiding === document.id && (
              <VoidPaper answer={answer} document={document} onLeave={() => setVoiding(undefined)} />
            )}
            {printing === document.id && <PrintPaper document={document.id} />}
            {open === document.id && (
              <>
                <PdfFrame path={documentPath(answer.state.id, document.id)} title={document.title} />
                <p className="hint">
                  <a href={documentDocxPath(answer.state.id, document.id)} download>
                    导出 Word 副本
                  </a>
                  ：供修改时参考，不是文书本身。
                </p>
                {document.voiding?.refusal && <p className="hint void-why">不能作废：{document.voiding.refusal}。</p>}
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** How far a paper is signed, and the way to where it is; only those who may work on the case go there. */
function Sign({ answer, document }: { readonly answer: CaseAnswer; readonly document: CaseDocument }) {
  const signing = signingStateOf(answer.state, document.id)
  if (!signing || answer.grant || document.voided) return null
  const { wanting } = signing
  return (
    <Link
      to="/cases/$caseId/sign/$document"
      params={{ caseId: answer.state.id, document: document.id }}
      className="button small"
      title={wanting.length === 0 ? '已签名' : `还缺：${wanting.join('、')}`}
    >
      {wanting.length === 0 ? '已签名' : '签名'}
      <span className="unseen">{document.title}</span>
    </Link>
  )
}

/** The way to the printer; what is void or not typeset yet has none. */
function Print({ document, isOpen, onToggle, may }: ViewProps & { readonly may: boolean }) {
  if (!may || document.voided || !document.isReady) return null
  return (
    <button
      type="button"
      className="button small"
      aria-expanded={isOpen}
      onClick={() => onToggle(isOpen ? undefined : document.id)}
    >
      打印<span className="unseen">{document.title}</span>
    </button>
  )
}

/** Whoever may have it voided finds the way here; where it cannot be, the reason stands under the paper that is open. */
function Void({ document, isOpen, onToggle }: ViewProps) {
  const { voiding } = document
  if (!voiding || voiding.asked || voiding.refusal !== null) return null
  return (
    <button
      type="button"
      className="button small plain"
      aria-expanded={isOpen}
      onClick={() => onToggle(isOpen ? undefined : document.id)}
    >
      作废<span className="unseen">{document.title}</span>
    </button>
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
