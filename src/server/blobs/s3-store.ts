import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { BlobSoundness, BlobStore, ByteRange } from './blob-store.ts'
import { openNamedBucket } from './named-bucket.ts'
import { callS3, drain, type S3Bucket } from './s3-bucket.ts'
import { abandonParts, type Multipart, PART_BYTES, putInParts, stagedFileOf } from './s3-multipart.ts'
import { sha256OfStream } from './sha256-of-stream.ts'
import { sliceOf } from './staged-prefix.ts'

/** The largest object that a bucket takes, in parts. */
const LARGEST = 5 * 1024 ** 4

/**
 * Blobs in a bucket under `ab/cd/<sha256>`; arriving files stay in the folder store until they are complete, so that a
 * resume needs the process that has them (or a shared folder). Against rewriting by others the bucket's own lock helps.
 */
export function openS3Store(bucket: S3Bucket, local: BlobStore, partBytes = PART_BYTES): BlobStore {
  const stat = async (sha256: string): Promise<{ size: number } | undefined> => {
    const answer = await callS3(bucket, { method: 'HEAD', key: keyOf(sha256) })
    drain(answer)
    if (answer.statusCode === 404) return undefined
    expectStatus(answer.statusCode, [200], 'HEAD')
    return { size: Number(answer.headers['content-length']) }
  }
  const openRange = (sha256: string, range?: ByteRange): Readable => {
    const body = new PassThrough()
    fetchInto(bucket, sha256, range, body).catch((error) => body.destroy(error))
    return body
  }
  return {
    ...local,
    named: openNamedBucket(bucket),
    stat,
    openRange,
    openLocal: async () => undefined,
    has: async (sha256) => (await stat(sha256)) !== undefined,
    keepStaged: (id, sha256) => keep({ bucket, local, id, partBytes, key: keyOf(sha256) }, () => stat(sha256)),
    async discardStaged(id) {
      await abandonParts(bucket, local, stagedFileOf(id))
      await local.discardStaged(id)
    },
    async verify(sha256): Promise<BlobSoundness> {
      if (!(await stat(sha256))) return 'missing'
      return (await sha256OfStream(openRange(sha256))) === sha256 ? 'sound' : 'altered'
    },
    freeBytes: async () => Math.min(LARGEST, await local.freeBytes()),
  }
}

function keyOf(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError('not a SHA-256 digest')
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
}

function expectStatus(status: number | undefined, right: readonly number[], what: string): void {
  if (status === undefined || !right.includes(status)) throw new Error(`S3 ${what} answered ${status}`)
}

async function fetchInto(
  bucket: S3Bucket,
  sha256: string,
  range: ByteRange | undefined,
  body: PassThrough,
): Promise<void> {
  const headers = range ? { range: `bytes=${range.start}-${range.end}` } : {}
  const answer = await callS3(bucket, { method: 'GET', key: keyOf(sha256), headers })
  // A whole object in answer to a range would be taken for the part.
  expectStatus(answer.statusCode, [range ? 206 : 200], 'GET')
  await pipeline(answer, body)
}

type Kept = Omit<Multipart, 'size'>

/** Larger files go in parts; of those that broke off, what the bucket has already is not sent again. */
async function keep(order: Kept, stat: () => Promise<{ size: number } | undefined>): Promise<'stored' | 'known'> {
  const { bucket, local, id, key, partBytes } = order
  const [size, known] = [await local.stagedSize(id), await stat()]
  if (size === undefined && !known) throw new Error(`staged file of blob ${key} is gone`)
  const isNew = size !== undefined && size !== known?.size
  if (isNew)
    await (size > partBytes ? putInParts({ ...order, size }) : putWhole({ ...order, size }, known === undefined))
  await abandonParts(bucket, local, id)
  await local.discardStaged(id)
  return isNew ? 'stored' : 'known'
}

/**
 * The bucket compares the bytes with the digest that is the blob's name. A blob that is not there yet is only made, never
 * written over: whoever was quicker in between (412) has stored the same bytes.
 */
async function putWhole({ bucket, local, id, key, size }: Multipart, isFirst: boolean): Promise<void> {
  const file = await local.openStaged(id)
  try {
    const headers = { 'content-length': String(size), ...(isFirst ? { 'if-none-match': '*' } : {}) }
    const payload = { sha256: key.slice(-64), source: sliceOf(file, 0, size) }
    const answer = await callS3(bucket, { method: 'PUT', key, headers, payload })
    drain(answer)
    expectStatus(answer.statusCode, isFirst ? [200, 412] : [200], 'PUT')
  } finally {
    await file.close()
  }
}
