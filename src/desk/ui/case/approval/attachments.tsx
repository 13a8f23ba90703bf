import { useId, useRef } from 'react'
import type { Sentence } from '../../../lib/case/map-errors.ts'
import type { AttachedFile } from '../../../lib/case/read-draft-values.ts'
import { UploadRow } from '../evidence/upload-row.tsx'
import { useUploads } from '../evidence/use-uploads.ts'

type Props = {
  readonly caseId: string
  readonly files: readonly AttachedFile[]
  readonly errors?: readonly Sentence[] | undefined
  readonly onChange: (files: readonly AttachedFile[]) => void
}

/** Files that go with what is proposed or said: kept with the record, and to be read by whoever reads the case. */
export function Attachments({ caseId, files, errors = [], onChange }: Props) {
  const id = useId()
  // Two files may finish with the handler of the same render: neither must be lost.
  const now = useRef(files)
  now.current = files
  const change = (next: readonly AttachedFile[]) => {
    now.current = next
    onChange(next)
  }
  const { uploads, send, pause, resume, discard } = useUploads(caseId, (fileName, upload) =>
    change([...now.current, { id: upload, fileName }]),
  )
  return (
    <section className="field attachments" aria-label="附件">
      <label htmlFor={id} className="button small">
        添加附件
      </label>
      <input
        id={id}
        className="unseen"
        type="file"
        multiple
        onChange={(event) => {
          send([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <span className="hint">选填；请示、会议材料等随审批保存，看得到本案的人都能打开。证据请用“添加证据”。</span>
      <ul>
        {files.map((file) => (
          <li key={file.id} className="attached">
            <span>{file.fileName}</span>
            <button
              type="button"
              className="button plain small"
              onClick={() => change(files.filter((one) => one.id !== file.id))}
            >
              移去<span className="unseen">{file.fileName}</span>
            </button>
          </li>
        ))}
        {uploads.map((upload) => (
          <UploadRow
            key={upload.key}
            upload={upload}
            onPause={() => pause(upload.key)}
            onResume={() => resume(upload.key)}
            onDiscard={() => discard(upload.key)}
          />
        ))}
      </ul>
      {errors.map(({ sentence }) => (
        <p key={sentence} className="error-line" role="alert">
          {sentence}
        </p>
      ))}
    </section>
  )
}
