import { useRef, useState } from 'react'
import { newKey } from '../../../lib/new-key.ts'
import { type RunningUpload, startUpload, toCase, type UploadState } from '../../../lib/uploads.ts'

/** Files on their way to a case, each of which may be paused, resumed or given up; a finished one is told and leaves the list. */
export function useUploads(caseId: string, onFinished: (fileName: string, upload: string) => void) {
  const [uploads, setUploads] = useState<readonly UploadState[]>([])
  const running = useRef(new Map<string, RunningUpload>())
  const onState = (state: UploadState) => {
    setUploads((all) => [...all.filter(({ key }) => key !== state.key), ...(state.is === 'done' ? [] : [state])])
    if (state.is === 'done' && state.id) onFinished(state.fileName, state.id)
  }
  return {
    uploads,
    send(files: readonly File[]) {
      for (const file of files) {
        const key = newKey()
        running.current.set(key, startUpload(toCase(caseId), key, file, onState))
      }
    },
    pause: (key: string) => running.current.get(key)?.pause(),
    resume: (key: string) => running.current.get(key)?.resume(),
    discard(key: string) {
      running.current.get(key)?.discard()
      setUploads((all) => all.filter((item) => item.key !== key))
    },
  }
}
