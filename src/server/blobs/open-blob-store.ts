import { join } from 'node:path'
import type { Config, Secrets } from '../config.ts'
import { OperatorError } from '../operator-error.ts'
import type { BlobStore } from './blob-store.ts'
import { openFolderStore } from './folder-store.ts'
import { callS3, drain, type S3Bucket } from './s3-bucket.ts'
import { openS3Store } from './s3-store.ts'

type Place = Pick<Config, 'blobStore' | 'home'>
type Keys = Pick<Secrets, 's3'>

/** Opens the store that `BLOB_STORE` names; throws a sentence for the operator. */
export async function openBlobStore({ blobStore, home }: Place, { s3 }: Keys, now: () => Date): Promise<BlobStore> {
  if (blobStore.kind === 'file') return openFolder(blobStore.folder)
  if (!s3) throw new OperatorError('BLOB_STORE：s3 存储缺少钥匙和密钥。', 2)
  const bucket = { ...blobStore, ...s3, now }
  const store = openS3Store(bucket, await openFolder(join(home, 'blobs')))
  try {
    await refuseMissing(bucket)
    // Any digest will do: an answer, also "not there", shows that address, bucket and keys are right.
    await store.has('0'.repeat(64))
    return store
  } catch (error) {
    await store.close()
    const reason = error instanceof Error ? error.message : String(error)
    throw new OperatorError(
      `存储桶 ${blobStore.bucket}（${blobStore.endpoint}）无法使用：${reason}。请检查地址、桶名和钥匙。`,
    )
  }
}

/** A file in a bucket that is not there is answered like a file that is not there. Keys that may not ask for the bucket may pass. */
async function refuseMissing(bucket: S3Bucket): Promise<void> {
  const answer = await callS3(bucket, { method: 'HEAD', key: '' })
  drain(answer)
  if (answer.statusCode === 404) throw new Error('没有这个桶')
}

async function openFolder(folder: string): Promise<BlobStore> {
  try {
    return await openFolderStore(folder)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new OperatorError(`存储目录 ${folder} 无法使用（${reason}）：请确认它可写，磁盘未满。`)
  }
}
