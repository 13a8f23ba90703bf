import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { BlobSoundness, BlobStore, ByteRange } from './blob-store.ts'
import { digestOfStream } from './digest-of-stream.ts'
import { openNamedBucket } from './named-bucket.ts'
import { callS3, drain, type S3Bucket } from './s3-bucket.ts'
import { prefixOf } from './staged-prefix.ts'

/** The largest object that one PUT may make. */
const LARGEST = 5 * 1024 ** 3

/**
 * Blobs in a bucket under `ab/cd/<sha256>`; arriving files stay in the folder store until they are complete, so that a
 * resume needs the process that has them (or a shared folder). Against rewriting by others the bucket's own lock helps.
 */
export function openS3Store(bucket: S3Bucket, local: BlobStore): BlobStore {
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
    keepStaged: (id, sha256) => keep(bucket, local, id, sha256, stat),
    async verify(sha256): Promise<BlobSoundness> {
      if (!(await stat(sha256))) return 'missing'
      return (await digestOfStream(openRange(sha256), local.digests)).sha256 === sha256 ? 'sound' : 'altered'
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

type Stat = (sha256: string) => Promise<{ size: number } | undefined>

async function keep(
  bucket: S3Bucket,
  local: BlobStore,
  id: string,
  sha256: string,
  stat: Stat,
): Promise<'stored' | 'known'> {
  const [size, known] = [await local.stagedSize(id), await stat(sha256)]
  if (size === undefined && !known) throw new Error(`staged file of blob ${sha256} is gone`)
  const isNew = size !== undefined && size !== known?.size
  if (isNew) await put(bucket, local, id, sha256, size)
  await local.discardStaged(id)
  return isNew ? 'stored' : 'known'
}

async function put(bucket: S3Bucket, local: BlobStore, id: string, sha256: string, size: number): Promise<void> {
  const file = await local.openStaged(id)
  try {
    const headers = { 'content-length': String(size) }
    const payload = { sha256, source: copies(prefixOf(file, size)) }
    const answer = await callS3(bucket, { method: 'PUT', key: keyOf(sha256), headers, payload })
    drain(answer)
    expectStatus(answer.statusCode, [200], 'PUT')
  } finally {
    await file.close()
  }
}

/** A socket keeps pieces while it sends; the buffer that they are read into is used again. */
async function* copies(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield Uint8Array.from(piece)
}
