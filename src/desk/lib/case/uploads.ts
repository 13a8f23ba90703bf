import { type PreviousUpload, Upload } from 'tus-js-client'
import { reportSessionLost } from '../session-lost.ts'

export type UploadState = {
  readonly key: string
  readonly fileName: string
  readonly size: number
  readonly sent: number
  readonly is: 'sending' | 'paused' | 'failed' | 'done'
  readonly sentence?: string
  /** Number of the finished upload, with which evidence names its file. */
  readonly id?: string
}

const ENDPOINT = '/api/uploads'
const CHUNK_BYTES = 16 * 1024 * 1024

export type RunningUpload = { pause(): void; resume(): void; discard(): void }

/** Sends a file to the case's evidence; picks up an unfinished upload of the same file, also after a reload. */
export function startUpload(
  caseId: string,
  key: string,
  file: File,
  onState: (state: UploadState) => void,
): RunningUpload {
  let state: UploadState = { key, fileName: file.name, size: file.size, sent: 0, is: 'sending' }
  const say = (change: Partial<UploadState>) => {
    state = { ...state, ...change }
    onState(state)
  }
  const upload = new Upload(file, {
    endpoint: ENDPOINT,
    chunkSize: CHUNK_BYTES,
    retryDelays: [0, 1000, 3000, 6000, 15_000],
    metadata: { filename: file.name, caseId },
    removeFingerprintOnSuccess: true,
    fingerprint: async () => fingerprintOf(caseId, file),
    onShouldRetry: (error) =>
      (error.originalResponse?.getStatus() ?? 0) === 0 || (error.originalResponse?.getStatus() ?? 0) >= 500,
    onProgress: (sent) => say({ sent }),
    onError: (error) => say({ is: 'failed', sentence: sentenceOf(error) }),
    onSuccess: () => say({ is: 'done', sent: file.size, id: idOf(upload.url) }),
  })
  const start = async () => {
    const previous = await upload.findPreviousUploads()
    const last = newest(previous)
    if (last) upload.resumeFromPreviousUpload(last)
    upload.start()
  }
  say({})
  void start()
  return {
    pause() {
      void upload.abort()
      say({ is: 'paused' })
    },
    resume() {
      say({ is: 'sending' })
      upload.start()
    },
    discard: () => void upload.abort(true).catch(() => undefined),
  }
}

const fingerprintOf = (caseId: string, file: File) =>
  ['zhaofa', caseId, file.name, file.type, file.size, file.lastModified].join('-')

export function newest(previous: readonly PreviousUpload[]): PreviousUpload | undefined {
  return previous.toSorted((a, b) => b.creationTime.localeCompare(a.creationTime))[0]
}

type Sent = { readonly fileName: string; readonly size: number }

/** Files of this case whose sending was cut short in this browser, without those that are on their way now. */
export function unfinishedUploads(caseId: string, underWay: readonly Sent[]): readonly Sent[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(`tus::zhaofa-${caseId}-`))
    .flatMap((key) => {
      const stored = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<PreviousUpload>
      return stored.metadata?.filename ? [{ fileName: stored.metadata.filename, size: stored.size ?? 0 }] : []
    })
    .filter((cut) => !underWay.some(({ fileName, size }) => fileName === cut.fileName && size === cut.size))
}

function idOf(url: string | null): string {
  return url?.split('/').at(-1) ?? ''
}

/** The server's own sentence stands in the body of its answer. */
function sentenceOf(error: Error | { originalResponse?: { getBody(): string; getStatus(): number } | null }): string {
  const response = 'originalResponse' in error ? error.originalResponse : undefined
  if (!response) return '上传断开了。已传的部分还在，按“继续”接着传。'
  if (response.getStatus() === 401) reportSessionLost()
  try {
    const { errors, detail, title } = JSON.parse(response.getBody()) as {
      errors?: { sentence: string }[]
      detail?: string
      title?: string
    }
    return errors?.[0]?.sentence ?? detail ?? title ?? '服务器没有收下这个文件。'
  } catch {
    return '服务器没有收下这个文件，请稍后再试。'
  }
}
