import './approval.css'
import type { CaseState } from '#domain/case/state.ts'
import { evidencePath } from '../../../lib/case/photograph-calls.ts'
import { fileSize } from '../../../lib/file-size.ts'

type Props = { readonly state: CaseState; readonly proposal?: string; readonly title: string }

/** Files that were put to a proposal and to the opinions on it, or to all of the case. */
export function AttachedFiles({ state, proposal, title }: Props) {
  const files = (state.attachments ?? []).filter((file) => proposal === undefined || file.proposal === proposal)
  if (files.length === 0) return null
  return (
    <section className="attached-files" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {files.map((file) => (
          <li key={`${file.id}-${file.seq}`}>
            <a href={evidencePath(file.id)} target="_blank" rel="noreferrer">
              {file.fileName}
            </a>
            <small className="muted">
              {fileSize(file.size)} · SHA-256 {file.sha256.slice(0, 16)}…
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
