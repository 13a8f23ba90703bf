import { createHash } from 'node:crypto'
import { text } from 'node:stream/consumers'
import type { BlobStore, StagedFile } from './blob-store.ts'
import { callS3, drain, type S3Bucket } from './s3-bucket.ts'
import { sliceOf } from './staged-prefix.ts'

/** What one part holds at least, and what the protocol allows for a whole object. */
export const PART_BYTES = 64 * 1024 ** 2
const MOST_PARTS = 10_000
const MIB = 1024 ** 2

export type Multipart = {
  readonly bucket: S3Bucket
  readonly local: BlobStore
  /** Of the staged file. */
  readonly id: string
  readonly key: string
  readonly size: number
  readonly partBytes: number
}

/** How far an upload in parts has come; kept beside the staged file, so that the next attempt goes on from there. */
type Progress = {
  readonly uploadId: string
  readonly key: string
  readonly partBytes: number
  readonly etags: readonly string[]
}

/** Stores a staged file in parts. What an attempt that broke off had stored is not sent again. */
export async function putInParts(order: Multipart): Promise<void> {
  const file = await order.local.openStaged(order.id)
  try {
    const begun = (await readProgress(order)) ?? (await begin(order))
    await complete(order, await sendParts(order, file, begun))
  } catch (error) {
    if (error instanceof LostUploadError) await forgetParts(order.local, order.id)
    throw error
  } finally {
    await file.close()
  }
  await forgetParts(order.local, order.id)
}

/** Tells the bucket to drop the parts of a file that is given up; whoever asks twice does no harm. */
export async function abandonParts(bucket: S3Bucket, local: BlobStore, id: string): Promise<void> {
  const begun = await readProgress({ local, id })
  if (!begun) return
  const answer = await callS3(bucket, { method: 'DELETE', key: begun.key, query: { uploadId: begun.uploadId } })
  drain(answer)
  if (![200, 204, 404].includes(answer.statusCode ?? 0)) throw new Error(`S3 DELETE answered ${answer.statusCode}`)
  await forgetParts(local, id)
}

/** The bucket knows no such upload, as after its rule for unfinished ones: the next attempt begins anew. */
class LostUploadError extends Error {}

async function begin({ bucket, local, id, key, size, partBytes }: Multipart): Promise<Progress> {
  const answer = await callS3(bucket, { method: 'POST', key, query: { uploads: '' } })
  const body = await text(answer)
  const [, uploadId] = /<UploadId>([^<]+)<\/UploadId>/.exec(body) ?? []
  if (answer.statusCode !== 200 || uploadId === undefined) throw new Error(`S3 POST answered ${answer.statusCode}`)
  const least = Math.ceil(size / MOST_PARTS / MIB) * MIB
  const progress = { uploadId, key, partBytes: size > partBytes * MOST_PARTS ? least : partBytes, etags: [] }
  await writeProgress(local, id, progress)
  return progress
}

async function sendParts(order: Multipart, file: StagedFile, begun: Progress): Promise<Progress> {
  let progress = begun
  for (let at = begun.etags.length * begun.partBytes; at < order.size; at += begun.partBytes) {
    const length = Math.min(begun.partBytes, order.size - at)
    const etag = await sendPart(order, progress, () => sliceOf(file, at, length), length)
    progress = { ...progress, etags: [...progress.etags, etag] }
    await writeProgress(order.local, order.id, progress)
  }
  return progress
}

type Slice = () => AsyncIterable<Uint8Array>

/** Read twice: the digest stands in the signature, before the bytes. */
async function sendPart({ bucket, key }: Multipart, { uploadId, etags }: Progress, slice: Slice, length: number) {
  const hash = createHash('sha256')
  for await (const piece of slice()) hash.update(piece)
  const answer = await callS3(bucket, {
    method: 'PUT',
    key,
    query: { partNumber: String(etags.length + 1), uploadId },
    headers: { 'content-length': String(length) },
    payload: { sha256: hash.digest('hex'), source: slice() },
  })
  drain(answer)
  refuseOther(answer.statusCode, 'PUT')
  const { etag } = answer.headers
  if (etag === undefined) throw new Error('S3 PUT answered without an ETag')
  return etag
}

async function complete({ bucket, key }: Multipart, { uploadId, etags }: Progress): Promise<void> {
  const parts = etags.map((etag, nth) => `<Part><PartNumber>${nth + 1}</PartNumber><ETag>${etag}</ETag></Part>`)
  const bytes = Buffer.from(`<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`)
  const answer = await callS3(bucket, {
    method: 'POST',
    key,
    query: { uploadId },
    headers: { 'content-length': String(bytes.length), 'content-type': 'application/xml' },
    payload: { sha256: createHash('sha256').update(bytes).digest('hex'), source: once(bytes) },
  })
  const body = await text(answer)
  refuseOther(answer.statusCode, 'POST')
  // The status is sent before the parts are put together, so that an error may follow it.
  if (!body.includes('CompleteMultipartUploadResult')) throw new Error('S3 did not complete the upload')
}

function refuseOther(status: number | undefined, what: string): void {
  if (status === 404) throw new LostUploadError(`S3 ${what} answered 404`)
  if (status !== 200) throw new Error(`S3 ${what} answered ${status}`)
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** An id of its own among the staged files, so that what is left over goes with the next clean-up. */
const progressId = (id: string): string => `${id}${PROGRESS}`
const PROGRESS = '-parts'

/** The staged file that an id of either kind belongs to. */
export const stagedFileOf = (id: string): string => (id.endsWith(PROGRESS) ? id.slice(0, -PROGRESS.length) : id)

const forgetParts = (local: BlobStore, id: string): Promise<void> => local.discardStaged(progressId(id))

async function readProgress({ local, id }: Pick<Multipart, 'local' | 'id'>): Promise<Progress | undefined> {
  const size = await local.stagedSize(progressId(id))
  if (size === undefined) return undefined
  const file = await local.openStaged(progressId(id))
  try {
    const bytes = new Uint8Array(size)
    await file.read(bytes, 0)
    return parseProgress(Buffer.from(bytes).toString('utf8'))
  } finally {
    await file.close()
  }
}

/** One line for the upload and one for each part, so that a part that was being noted is simply not there. */
function parseProgress(text: string): Progress | undefined {
  const [uploadId, key, partBytes, ...rest] = text.split('\n')
  if (!uploadId || !key || !partBytes || rest.length === 0) return undefined
  return { uploadId, key, partBytes: Number(partBytes), etags: rest.slice(0, -1) }
}

async function writeProgress(local: BlobStore, id: string, progress: Progress): Promise<void> {
  const { uploadId, key, partBytes, etags } = progress
  const file = await local.openStaged(progressId(id))
  try {
    await file.write(Buffer.from(`${[uploadId, key, partBytes, ...etags].join('\n')}\n`), 0)
    await file.sync()
  } finally {
    await file.close()
  }
}
