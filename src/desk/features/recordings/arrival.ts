import type { ArrivalRow } from '#contract/recordings.ts'
import type { UploadState } from '../../lib/uploads.ts'

/** A file on its way into the room, from its choice to its registration. */
export type Arrival = Omit<UploadState, 'is' | 'sentence'> & {
  readonly sentence?: string | undefined
  readonly is: UploadState['is'] | 'waiting'
  /** ISO instant; empty when it has to be typed in. */
  readonly capturedAt: string
  /** Why it cannot be registered as it stands. */
  readonly wrong?: string | undefined
}

/** What is said about all files of one batch. */
export type Batch = { readonly device: string; readonly officer: string; readonly place: string }

export const arrivalOf = (row: ArrivalRow): Arrival => ({
  key: row.upload,
  id: row.upload,
  fileName: row.fileName,
  size: row.size,
  sent: row.size,
  is: 'done',
  capturedAt: row.capturedAt,
})

/** A file's own time, unless the clock that wrote it runs ahead: then a person has to say it. */
export function capturedAtOf(file: Pick<File, 'lastModified'>, nowMs: number): string {
  return file.lastModified > nowMs || file.lastModified <= 0 ? '' : new Date(file.lastModified).toISOString()
}

/** Why nothing can be registered now; undefined when it can. */
export function whyNotYet(arrivals: readonly Arrival[]): string | undefined {
  const done = arrivals.filter(({ is }) => is === 'done')
  if (arrivals.length === 0) return undefined
  if (done.length === 0) return '还没有传完的文件；传完一个就可以登记一个。'
  const untimed = done.filter(({ capturedAt }) => capturedAt === '').length
  return untimed > 0 ? `还有 ${untimed} 个文件没有写拍摄时间。` : undefined
}
