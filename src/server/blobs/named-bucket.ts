import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { checkedName, findMissing, type NamedFile, type NamedFiles } from './named-files.ts'
import { callS3, drain, type S3Bucket } from './s3-bucket.ts'

/** The same names as keys of a bucket, where a stored object is durable. A bucket has no folders: only single objects are removed. */
export function openNamedBucket(bucket: S3Bucket): NamedFiles {
  const read = (name: string) => get(bucket, checkedName(name))
  return {
    read,
    async keep(files) {
      for (const file of await findMissing(read, files)) await put(bucket, file)
    },
    replace: (file) => put(bucket, file),
    remove: (name) => remove(bucket, checkedName(name)),
  }
}

async function get(bucket: S3Bucket, key: string): Promise<Uint8Array | undefined> {
  const answer = await callS3(bucket, { method: 'GET', key })
  if (answer.statusCode === 200) return buffer(answer)
  drain(answer)
  if (answer.statusCode === 404) return undefined
  throw new Error(`S3 GET answered ${answer.statusCode}`)
}

async function put(bucket: S3Bucket, { name, bytes }: NamedFile): Promise<void> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const source = (async function* () {
    yield bytes
  })()
  const headers = { 'content-length': String(bytes.length) }
  const answer = await callS3(bucket, { method: 'PUT', key: checkedName(name), headers, payload: { sha256, source } })
  drain(answer)
  if (answer.statusCode !== 200) throw new Error(`S3 PUT answered ${answer.statusCode}`)
}

async function remove(bucket: S3Bucket, key: string): Promise<void> {
  const answer = await callS3(bucket, { method: 'DELETE', key })
  drain(answer)
  if (![200, 204, 404].includes(answer.statusCode ?? 0)) throw new Error(`S3 DELETE answered ${answer.statusCode}`)
}
