import type { BlobStoreAddress } from '../config.ts'
import { OperatorError } from '../operator-error.ts'
import type { BlobStore } from './blob-store.ts'
import { openFolderStore } from './folder-store.ts'

/** Opens the store that `BLOB_STORE` names; throws a sentence for the operator. */
export async function openBlobStore(address: BlobStoreAddress): Promise<BlobStore> {
  if (address.kind === 's3') {
    throw new OperatorError('BLOB_STORE：s3: 尚未支持；请用文件夹，例如 file:/var/lib/zhaofa/blobs。', 2)
  }
  try {
    return await openFolderStore(address.folder)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new OperatorError(`存储目录 ${address.folder} 无法使用（${reason}）：请确认它可写，磁盘未满。`)
  }
}
