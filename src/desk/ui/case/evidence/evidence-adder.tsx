import './evidence.css'
import type { EvidenceInput } from '#contract/cases.ts'
import type { ActionForm } from '../../../lib/case/use-action-form.ts'
import { unfinishedUploads } from '../../../lib/uploads.ts'
import { EvidenceDraftRow } from './evidence-draft-row.tsx'
import { FilePick } from './file-pick.tsx'
import { UploadRow } from './upload-row.tsx'
import { useUploads } from './use-uploads.ts'

type Props = { readonly caseId: string; readonly form: ActionForm }

/** Files and things to be added as evidence; a finished file becomes a row with kind, title and source. */
export function EvidenceAdder({ caseId, form }: Props) {
  const { uploads, send, pause, resume, discard } = useUploads(caseId, (fileName, upload) =>
    form.addEvidence(rowOf(fileName, upload)),
  )
  const change = (index: number, item: EvidenceInput | undefined) =>
    form.setEvidence(form.evidence.flatMap((old, at) => (at === index ? (item ? [item] : []) : [old])))

  return (
    <section className="adder" aria-label="要添加的证据">
      <FilePick unfinished={unfinishedUploads(caseId, uploads)} onFiles={send} />
      <ul aria-label="正在上传">
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
      {form.evidence.map((item, index) => (
        <EvidenceDraftRow
          key={item.upload ?? `row-${index}`}
          index={index}
          item={item}
          errors={form.errors.fields}
          onChange={(changed) => change(index, changed)}
        />
      ))}
      <button
        type="button"
        className="button small"
        onClick={() => form.addEvidence({ kind: '物证', title: '', source: '' })}
      >
        添加没有文件的证据
      </button>
    </section>
  )
}

function rowOf(fileName: string, upload: string): EvidenceInput {
  const isMedia = /\.(jpe?g|png|webp|heic|mp4|mov|webm|avi|mp3|wav|m4a|amr)$/i.test(fileName)
  return { kind: isMedia ? '视听资料' : '书证', title: fileName.replace(/\.\w+$/, ''), source: '', upload }
}
