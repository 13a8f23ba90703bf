import { nowMs } from '../../lib/clock.ts'
import { newKey } from '../../lib/new-key.ts'
import { type RunningUpload, startUpload, type UploadState, type UploadTarget } from '../../lib/uploads.ts'
import { type Arrival, type Batch, capturedAtOf } from './arrival.ts'

export const RECORDING_SCOPE = 'recording'
/** More at once only make each slower. */
const AT_ONCE = 3

type Waiting = { readonly file: File; readonly target: UploadTarget }

/** The files that are being brought in. It outlives the page of the room, so that sending goes on while other work is done. */
let arrivals: readonly Arrival[] = []
const waiting = new Map<string, Waiting>()
const running = new Map<string, RunningUpload>()
const listeners = new Set<() => void>()

function put(next: readonly Arrival[]): void {
  arrivals = next
  for (const listen of listeners) listen()
}

export const readArrivals = (): readonly Arrival[] => arrivals

export function onArrivals(listen: () => void): () => void {
  listeners.add(listen)
  return () => listeners.delete(listen)
}

export function changeArrival(key: string, changed: Partial<Arrival>): void {
  put(arrivals.map((one) => (one.key === key ? { ...one, ...changed } : one)))
}

export const dropArrivals = (keys: readonly string[]): void => put(arrivals.filter(({ key }) => !keys.includes(key)))

/** Takes files into the queue; what is known of the batch goes along, in case the browser is closed before they are registered. */
export function addFiles(files: readonly File[], batch: Batch): void {
  const rows = files.map((file): Arrival => {
    const [key, capturedAt] = [newKey(), capturedAtOf(file, nowMs())]
    waiting.set(key, { file, target: { scope: RECORDING_SCOPE, metadata: metadataOf(batch, capturedAt) } })
    return { key, fileName: file.name, size: file.size, sent: 0, is: 'waiting', capturedAt }
  })
  put([...arrivals, ...rows])
  sendNext()
}

/** What came whole before the browser was closed stands here again, to be registered. */
export function addEarlier(earlier: readonly Arrival[]): void {
  const fresh = earlier.filter(({ id }) => !arrivals.some((one) => one.id === id))
  if (fresh.length > 0) put([...arrivals, ...fresh])
}

function sendNext(): void {
  const free = AT_ONCE - arrivals.filter(({ is }) => is === 'sending').length
  for (const { key } of arrivals.filter(({ is }) => is === 'waiting').slice(0, Math.max(0, free))) begin(key)
}

function begin(key: string): void {
  const next = waiting.get(key)
  if (!next) return
  waiting.delete(key)
  running.set(
    key,
    startUpload(next.target, key, next.file, (state) => follow(key, state)),
  )
}

function follow(key: string, { is, sent, sentence, id }: UploadState): void {
  changeArrival(key, { is, sent, sentence, ...(id === undefined ? {} : { id }) })
  if (is === 'done') running.delete(key)
  if (is !== 'sending') sendNext()
}

export const pauseArrival = (key: string): void => running.get(key)?.pause()
export const resumeArrival = (key: string): void => running.get(key)?.resume()

export function discardArrival(key: string): void {
  running.get(key)?.discard()
  running.delete(key)
  waiting.delete(key)
  dropArrivals([key])
  sendNext()
}

function metadataOf({ device, officer, place }: Batch, capturedAt: string): Readonly<Record<string, string>> {
  const about = { device, officer, place, capturedAt: capturedAt || new Date(nowMs()).toISOString() }
  return { purpose: 'recording', ...Object.fromEntries(Object.entries(about).filter(([, value]) => value !== '')) }
}
