import type { Config, Secrets } from '../config.ts'
import { OperatorError } from '../operator-error.ts'
import { openNamedBucket } from './named-bucket.ts'
import { type NamedFiles, openNamedFolder } from './named-files.ts'

/**
 * The named files of the store that `BLOB_STORE` names. A portal on another machine reads the same ones: over the bucket, or
 * over a shared folder; the blobs themselves it never opens.
 */
export function openNamedFiles(
  { blobStore }: Pick<Config, 'blobStore'>,
  { s3 }: Pick<Secrets, 's3'>,
  now: () => Date,
): NamedFiles {
  if (blobStore.kind === 'file') return openNamedFolder(blobStore.folder)
  if (!s3) throw new OperatorError('BLOB_STORE：s3 存储缺少钥匙和密钥。', 2)
  return openNamedBucket({ ...blobStore, ...s3, now })
}
