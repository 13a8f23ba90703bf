import type { FieldError } from '#contract/problem.ts'
import type { RecordingInput, StoredRecordings, StoreRecordingsInput } from '#contract/recordings.ts'
import { mediumOf } from '#domain/recording/medium.ts'
import type { Tx } from '#server/db/database.ts'
import { loadParameterValues } from '#server/features/catalogue/index.ts'
import { type Refused, refused } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { newId } from '#server/ids.ts'
import { type CaptureOffice, readCapture } from './read-capture.ts'
import {
  insertRecording,
  lockUploads,
  markUploadsTaken,
  type NewRecording,
  type WaitingUpload,
} from './recordings-store.ts'

/** Turns the caller's finished uploads into recordings, all or none; bytes that the agency has already are not stored again. */
export async function storeRecordings(
  ctx: RequestContext,
  { recordings }: StoreRecordingsInput,
): Promise<StoredRecordings | Refused> {
  const { agencyId } = ctx.actor
  const office = { agencyId, parameters: await loadParameterValues(ctx.db, agencyId), now: ctx.clock.now() }
  return idempotent(ctx, async (tx) => {
    const ids = recordings.map(({ upload }) => upload)
    const readings = await readAll(ctx, tx, office, recordings)
    const errors = [...repeated(ids), ...readings.filter(isErrors).flat()]
    if (errors.length > 0) return refused('invalid-input', undefined, { errors })
    const stored = await insertAll(tx, readings)
    await markUploadsTaken(tx, ids)
    ctx.audit({ detail: { recordings: stored.map(({ id, isNew }) => ({ id, isNew })) } })
    return { recordings: stored }
  })
}

type Reading = NewRecording | readonly FieldError[]
const isErrors = (reading: Reading): reading is readonly FieldError[] => Array.isArray(reading)

async function insertAll(tx: Tx, readings: readonly Reading[]): Promise<StoredRecordings['recordings']> {
  const stored = []
  for (const reading of readings) {
    if (isErrors(reading)) continue
    const { id, isNew } = await insertRecording(tx, reading)
    stored.push({ upload: reading.uploadId ?? '', id, isNew })
  }
  return stored
}

function repeated(ids: readonly string[]): FieldError[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index ? [] : [{ pointer: `/recordings/${index}/upload`, sentence: '同一次上传写了两遍。' }],
  )
}

async function readAll(
  ctx: RequestContext,
  tx: Tx,
  office: CaptureOffice,
  inputs: readonly RecordingInput[],
): Promise<readonly Reading[]> {
  const ids = inputs.map(({ upload }) => upload)
  const uploads = new Map((await lockUploads(tx, ids, ctx.actor.personId)).map((upload) => [upload.id, upload]))
  const readings: Reading[] = []
  for (const [index, input] of inputs.entries()) {
    const read = await readOne(tx, office, input, uploads.get(input.upload))
    if ('isWrong' in read) readings.push([{ pointer: `/recordings/${index}/${read.field}`, sentence: read.sentence }])
    else readings.push({ ...read, storedBy: ctx.actor.personId })
  }
  return readings
}

type Wrong = { readonly isWrong: true; readonly field: string; readonly sentence: string }

async function readOne(
  tx: Tx,
  office: CaptureOffice,
  input: RecordingInput,
  upload: WaitingUpload | undefined,
): Promise<NewRecording | Wrong> {
  const notThere = uploadSentence(upload)
  if (notThere !== undefined || !upload) return { isWrong: true, field: 'upload', sentence: notThere ?? '' }
  const medium = mediumOf(upload.mediaType, upload.fileName)
  if (!medium) return { isWrong: true, field: 'upload', sentence: noMedium(upload) }
  const capture = await readCapture(tx, office, saidOf(input, upload))
  if ('isWrong' in capture) return capture
  const { agencyId, now } = office
  const { sha256, fileName, id: uploadId } = upload
  const file = { id: newId(), agencyId, medium, sha256, fileName, uploadId }
  return { ...file, ...capture, source: 'desk', storedAt: now.toISOString(), storedBy: null, saidCase: '' }
}

const noMedium = ({ fileName, mediaType }: WaitingUpload): string =>
  `文件“${fileName}”不是照片、录音或者录像（识别为 ${mediaType}）。`

/** What is said now goes before what was said when the upload began. */
function saidOf(input: RecordingInput, { about }: WaitingUpload) {
  const { capturedAt = about.capturedAt, device = about.device, officer = about.officer, place = about.place } = input
  return { capturedAt, device, officer, place }
}

function uploadSentence(upload: WaitingUpload | undefined): string | undefined {
  if (!upload) return '没有这次上传，或者它不是您的。'
  const { state, fileName } = upload
  if (state === 'finished') return undefined
  if (state === 'taken') return `文件“${fileName}”已经登记过，不必重复登记。`
  if (state === 'receiving' || state === 'storing') return `文件“${fileName}”还没有传完；请传完后再登记。`
  return `文件“${fileName}”的上传已经结束而没有存入；请重新上传。`
}
