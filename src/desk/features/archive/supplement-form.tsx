import '../../ui/case/evidence/evidence.css'
import { type FormEvent, useRef, useState } from 'react'
import type { ArchiveDetail } from '#contract/archive.ts'
import { useArchiveStep } from '../../lib/archive/use-archive-step.ts'
import { holdEnter } from '../../lib/hold-enter.ts'
import { newKey } from '../../lib/new-key.ts'
import { type RunningUpload, startUpload, toCase, type UploadState } from '../../lib/uploads.ts'
import { FilePick } from '../../ui/case/evidence/file-pick.tsx'
import { UploadRow } from '../../ui/case/evidence/upload-row.tsx'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { TextField } from '../../ui/form/text-field.tsx'

type Props = { readonly id: string; readonly dossier: ArchiveDetail['dossier'] }
type Row = { readonly upload: string; readonly title: string }

const TITLES = { reason: '补充的原因', files: '补充的材料' } as const

/** Papers that came after the sealing, as a package of their own. */
export function SupplementForm({ id, dossier }: Props) {
  const [isOpen, setOpen] = useState(false)
  if (dossier.state !== 'sealed') return null
  return (
    <section className="archive-decision" aria-label="补充归档">
      <h2>补充归档</h2>
      <p className="muted">封存后来的材料另成一包，写明本包的摘要；已封存的内容不动。</p>
      {isOpen ? (
        <SupplementFields id={id} dossier={dossier} onDone={() => setOpen(false)} />
      ) : (
        <button type="button" className="button" onClick={() => setOpen(true)}>
          补充材料
        </button>
      )}
    </section>
  )
}

function SupplementFields({ id, dossier, onDone }: Props & { readonly onDone: () => void }) {
  const [reason, setReason] = useState('')
  const [rows, setRows] = useState<readonly Row[]>([])
  const { take, errors, isBusy } = useArchiveStep(dossier, Object.keys(TITLES))
  const { uploads, send, running } = useUploads(dossier.caseId, (row) => setRows((all) => [...all, row]))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (await take(`/api/archive/${id}/supplements`, { reason, files: rows }, '已经补充归档')) onDone()
  }
  const rename = (upload: string, title: string) =>
    setRows((all) => all.map((row) => (row.upload === upload ? { ...row, title } : row)))
  return (
    <form onSubmit={(event) => void submit(event)} onKeyDown={holdEnter} aria-label="补充归档" noValidate>
      <ErrorSummary errors={errors} titles={TITLES} />
      <FilePick unfinished={[]} onFiles={send} />
      <ul aria-label="正在上传">
        {uploads.map((upload) => (
          <UploadRow
            key={upload.key}
            upload={upload}
            onPause={() => running(upload.key)?.pause()}
            onResume={() => running(upload.key)?.resume()}
            onDiscard={() => running(upload.key)?.discard()}
          />
        ))}
      </ul>
      <ul className="supplement-rows">
        {rows.map((row, index) => (
          <li key={row.upload}>
            <TextField
              pointer={`files/${index}/title`}
              title={`第 ${index + 1} 份的题名`}
              kind="text"
              value={row.title}
              errors={undefined}
              onChange={(title) => rename(row.upload, title)}
            />
          </li>
        ))}
      </ul>
      <TextField
        pointer="reason"
        title={TITLES.reason}
        kind="long-text"
        maxLength={500}
        value={reason}
        errors={errors.fields.reason}
        onChange={setReason}
      />
      <div className="buttons">
        <button type="submit" className="button primary" disabled={isBusy || rows.length === 0}>
          补充归档
        </button>
        {rows.length === 0 && <span className="hint">先选择要补充的文件，传完以后才能归档。</span>}
      </div>
    </form>
  )
}

/** Files on their way; a finished one becomes a row. */
function useUploads(caseId: string, onDone: (row: Row) => void) {
  const [uploads, setUploads] = useState<readonly UploadState[]>([])
  const running = useRef(new Map<string, RunningUpload>())
  const onState = (state: UploadState) => {
    setUploads((all) => [...all.filter(({ key }) => key !== state.key), ...(state.is === 'done' ? [] : [state])])
    if (state.is === 'done' && state.id) onDone({ upload: state.id, title: state.fileName.replace(/\.\w+$/, '') })
  }
  const send = (files: readonly File[]) => {
    for (const file of files) {
      const key = newKey()
      running.current.set(key, startUpload(toCase(caseId), key, file, onState))
    }
  }
  return { uploads, send, running: (key: string) => running.current.get(key) }
}
