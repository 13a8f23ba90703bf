import './evidence.css'
import { useRef, useState } from 'react'
import type { EvidenceInput } from '#contract/cases.ts'
import type { ActionForm } from '../../../lib/case/use-action-form.ts'
import { newKey } from '../../../lib/new-key.ts'
import { type RunningUpload, startUpload, toCase, type UploadState, unfinishedUploads } from '../../../lib/uploads.ts'
import { EvidenceDraftRow } from './evidence-draft-row.tsx'
import { FilePick } from './file-pick.tsx'
import { UploadRow } from './upload-row.tsx'

type Props = { readonly caseId: string; readonly form: ActionForm }

/** Files and things to be added as evidence; a finished file becomes a row with kind, title and source. */
export function EvidenceAdder({ caseId, form }: Props) {
  const [uploads, setUploads] = useState<readonly UploadState[]>([])
  const running = useRef(new Map<string, RunningUpload>())
  const onState = (state: UploadState) => {
    setUploads((all) => [...all.filter(({ key }) => key !== state.key), ...(state.is === 'done' ? [] : [state])])
    if (state.is === 'done' && state.id) form.addEvidence(rowOf(state.fileName, state.id))
  }
  const send = (files: readonly File[]) => {
    for (const file of files) {
      const key = newKey()
      running.current.set(key, startUpload(toCase(caseId), key, file, onState))
    }
  }
  const discard = (key: string) => {
    running.current.get(key)?.discard()
    setUploads((all) => all.filter((item) => item.key !== key))
  }
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
            onPause={() => running.current.get(upload.key)?.pause()}
            onResume={() => running.current.get(upload.key)?.resume()}
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
