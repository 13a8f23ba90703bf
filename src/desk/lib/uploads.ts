import { type PreviousUpload, Upload } from 'tus-js-client'
import { onSessionBack, reportSessionLost } from './session-lost.ts'

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

/** After a quick try or two, again every quarter of a minute: a server that starts anew is waited for. */
const RETRIES = [0, 1000, 3000, 6000, ...Array.from({ length: 40 }, () => 15_000)]

export type RunningUpload = { pause(): void; resume(): void; discard(): void }

/** Where a file goes. Uploads of one scope are found again by the same file, also after a reload. */
export type UploadTarget = { readonly scope: string; readonly metadata: Readonly<Record<string, string>> }

/** The evidence of a case. */
export const toCase = (caseId: string): UploadTarget => ({ scope: caseId, metadata: { caseId } })

type Say = (change: Partial<UploadState>) => void

/** Sends a file; picks up an unfinished upload of the same file, and goes on by itself after a new login. */
export function startUpload(
  target: UploadTarget,
  key: string,
  file: File,
  onState: (state: UploadState) => void,
): RunningUpload {
  let state: UploadState = { key, fileName: file.name, size: file.size, sent: 0, is: 'sending' }
  let forget: () => void = () => undefined
  const say: Say = (change) => {
    const { sentence: _gone, ...rest } = state
    state = { ...rest, ...change }
    onState(state)
  }
  const upload = uploadOf(target, file, say)
  const resume = () => {
    forget()
    say({ is: 'sending' })
    upload.start()
  }
  upload.options.onError = (error) => {
    say({ is: 'failed', sentence: sentenceOf(error) })
    if (statusOf(error) !== 401) return
    forget = onSessionBack(resume)
    reportSessionLost()
  }
  say({})
  void startWhereItStopped(upload)
  return {
    resume,
    pause() {
      void upload.abort()
      say({ is: 'paused' })
    },
    discard() {
      forget()
      void upload.abort(true).catch(() => undefined)
    },
  }
}

function uploadOf(target: UploadTarget, file: File, say: Say): Upload {
  const upload: Upload = new Upload(file, {
    endpoint: ENDPOINT,
    chunkSize: CHUNK_BYTES,
    retryDelays: RETRIES,
    metadata: { filename: file.name, ...target.metadata },
    removeFingerprintOnSuccess: true,
    fingerprint: async () => fingerprintOf(target.scope, file),
    onShouldRetry: (error) => {
      const isPassing = statusOf(error) === 0 || statusOf(error) >= 500
      if (isPassing) say({ sentence: '连接断开了，正在重新连接；已传的部分还在。' })
      return isPassing
    },
    onProgress: (sent) => say({ sent }),
    onSuccess: () => say({ is: 'done', sent: file.size, id: idOf(upload.url) }),
  })
  return upload
}

async function startWhereItStopped(upload: Upload): Promise<void> {
  const last = newest(await upload.findPreviousUploads())
  if (last) upload.resumeFromPreviousUpload(last)
  upload.start()
}

type Failure = Error | { originalResponse?: { getBody(): string; getStatus(): number } | null }

const statusOf = (error: Failure): number =>
  ('originalResponse' in error ? error.originalResponse?.getStatus() : undefined) ?? 0

const fingerprintOf = (scope: string, file: File) =>
  ['zhaofa', scope, file.name, file.type, file.size, file.lastModified].join('-')

export function newest(previous: readonly PreviousUpload[]): PreviousUpload | undefined {
  return previous.toSorted((a, b) => b.creationTime.localeCompare(a.creationTime))[0]
}

type Sent = { readonly fileName: string; readonly size: number }

/** Files of this scope whose sending was cut short in this browser, without those that are on their way now. */
export function unfinishedUploads(scope: string, underWay: readonly Sent[]): readonly Sent[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(`tus::zhaofa-${scope}-`))
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
function sentenceOf(error: Failure): string {
  const response = 'originalResponse' in error ? error.originalResponse : undefined
  if (!response) return '上传断开了。已传的部分还在，按“继续”接着传。'
  if (response.getStatus() === 401) return '登录已经过期。重新登录以后，从停下的地方自动接着传。'
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
