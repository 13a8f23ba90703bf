import { mediumOf } from '#domain/recording/medium.ts'
import { insertBlob } from '#server/blobs/blob-rows.ts'
import type { Context } from '#server/context.ts'
import type { Tx } from '#server/db/database.ts'
import {
  announceRecording,
  type CaptureOffice,
  findKnown,
  insertRecording,
  type NewRecording,
  readCapture,
} from '#server/features/recordings/index.ts'
import { auditStatement } from '#server/http/idempotency.ts'
import { newId } from '#server/ids.ts'
import { findOfficerByCertificate } from './intake-queries.ts'
import type { ListedFile } from './listed-file.ts'
import { openListed } from './listed-file.ts'
import type { ManifestLine } from './manifest-line.ts'
import { type TakenFile, takeFile } from './take-file.ts'

export type LineOutcome = {
  /** `waiting`: the file is still being written; the line is taken up again. */
  readonly is: 'stored' | 'known' | 'missing' | 'refused' | 'waiting'
  readonly sentence: string
  readonly recording?: string
  /** A list is often written before its files, and a file that is half copied has the wrong digest. */
  readonly mayMend?: true
  /** The file as it lies in the folder, to be put away. */
  readonly path?: string
}
export type Station = CaptureOffice & { readonly folder: string; readonly mayStillGrow: (file: ListedFile) => boolean }
type Capture = Exclude<Awaited<ReturnType<typeof readCapture>>, { readonly isWrong: true }>

/** Takes one line of a list: file, row, leaf and audit entry, or a sentence why not. May be repeated at any point. */
export async function takeLine(ctx: Context, station: Station, line: ManifestLine): Promise<LineOutcome> {
  const capture = await captureOf(ctx, station, line)
  const file = await openListed(station.folder, line.file)
  if ('handle' in file) return takeFound(ctx, station, line, { capture, file })
  if (typeof capture === 'string') return refuse(capture)
  return file.is === 'missing' ? missing(ctx, station, line, capture) : refuse(file.sentence)
}

type Found = { readonly capture: Capture | string; readonly file: ListedFile }

async function takeFound(ctx: Context, station: Station, line: ManifestLine, found: Found): Promise<LineOutcome> {
  const { capture, file } = found
  try {
    return typeof capture === 'string'
      ? refuse(capture, file.path)
      : await takeOpen(ctx, station, line, { capture, file })
  } finally {
    await file.handle.close()
  }
}

const refuse = (sentence: string, path?: string): LineOutcome => ({
  is: 'refused',
  sentence,
  ...(path === undefined ? {} : { path }),
})

/** Who took it, with what, when: everything that the list claims is looked up. */
async function captureOf({ db }: Context, station: Station, line: ManifestLine): Promise<Capture | string> {
  const officer = line.officer === null ? null : await findOfficerByCertificate(db, line.officer, station.agencyId)
  if (officer === undefined) return `执法证号 ${line.officer} 不是本机关人员的；请核对证号，或者在持证人的机关接收。`
  const { capturedAt, device, place } = line
  const capture = await readCapture(db, station, { capturedAt, device, officer, place })
  return 'isWrong' in capture ? capture.sentence : capture
}

/** The file may have been taken before a crash, then only its place in the folder is empty. */
async function missing(ctx: Context, station: Station, line: ManifestLine, capture: Capture): Promise<LineOutcome> {
  const known = await findKnown(ctx.db, station.agencyId, line.sha256)
  if (known !== undefined) return { is: 'known', sentence: '先前已经存入。', recording: known }
  const { deviceId, officerId, capturedAt, dueAt } = capture
  if (deviceId !== null) {
    const [id, at, fileName] = [newId(), ctx.clock.now().toISOString(), nameOf(line)]
    const { agencyId } = station
    const row = { id, agencyId, sha256: line.sha256, fileName, deviceId, officerId, capturedAt, dueAt, at }
    await ctx.db.transaction((tx) => announceRecording(tx, row))
  }
  return { is: 'missing', sentence: '清单里有，文件没有来；已经记下，办案端“音像”里看得到。', mayMend: true }
}

async function takeOpen(
  ctx: Context,
  station: Station,
  line: ManifestLine,
  { capture, file }: { readonly capture: Capture; readonly file: ListedFile },
): Promise<LineOutcome> {
  if (station.mayStillGrow(file)) return { is: 'waiting', sentence: '还在写入，等它写完。' }
  const taken = await takeFile(ctx, file)
  if (typeof taken === 'string') return { is: 'waiting', sentence: taken }
  const after = await file.handle.stat()
  if (after.size !== file.size || after.mtimeMs !== file.mtimeMs) {
    await taken.discard()
    return { is: 'waiting', sentence: '接收的时候还在写入，等它写完。' }
  }
  const wrong = wrongBytes(line, taken)
  if (wrong === undefined) return keep(ctx, station, line, { capture, taken, path: file.path })
  await taken.discard()
  return { ...refuse(wrong, file.path), mayMend: true }
}

function wrongBytes(line: ManifestLine, { blob }: TakenFile): string | undefined {
  if (line.size !== null && line.size !== blob.size)
    return `字节数与清单不一致：清单 ${line.size}，文件 ${blob.size}；没有存入。`
  if (blob.sha256 !== line.sha256)
    return `SHA-256 摘要与清单不一致：清单 ${line.sha256}，文件 ${blob.sha256}；没有存入。`
  if (mediumOf(blob.mediaType, line.file) === undefined)
    return `不是照片、录音或者录像（识别为 ${blob.mediaType}）；没有存入。`
  return undefined
}

const nameOf = ({ file }: ManifestLine): string => (file.split('/').at(-1) ?? file).normalize('NFC')

type Kept = { readonly capture: Capture; readonly taken: TakenFile; readonly path: string }

/** First the bytes are in the store for good, then one transaction names them. */
async function keep(ctx: Context, station: Station, line: ManifestLine, kept: Kept): Promise<LineOutcome> {
  const { capture, taken, path } = kept
  await taken.keep()
  const recording: NewRecording = {
    ...capture,
    id: newId(),
    agencyId: station.agencyId,
    sha256: taken.blob.sha256,
    medium: mediumOf(taken.blob.mediaType, line.file) ?? 'video',
    fileName: nameOf(line),
    source: 'docking-station',
    uploadId: null,
    storedAt: ctx.clock.now().toISOString(),
    storedBy: null,
    saidCase: line.saidCase,
  }
  const { id, isNew } = await ctx.db.transaction((tx) => insert(ctx, tx, recording, taken))
  return {
    is: isNew ? 'stored' : 'known',
    sentence: isNew ? '已存入。' : '先前已经存入，没有重复存。',
    recording: id,
    path,
  }
}

async function insert(ctx: Context, tx: Tx, recording: NewRecording, { blob }: TakenFile) {
  await tx.query(insertBlob(blob))
  const stored = await insertRecording(tx, recording)
  if (!stored.isNew) return stored
  const { fileName, sha256, deviceId, officerId, saidCase } = recording
  const audit = auditStatement({
    id: newId(),
    at: ctx.clock.now().toISOString(),
    name: 'recording-taken-in',
    actorId: null,
    agencyId: recording.agencyId,
    subject: `recording:${stored.id}`,
    detail: JSON.stringify({ fileName, sha256, size: blob.size, device: deviceId, officer: officerId, saidCase }),
    address: null,
  })
  await tx.query(audit)
  return stored
}
