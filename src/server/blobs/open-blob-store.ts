import { resolve } from 'node:path'
import { OperatorError } from '../operator-error.ts'
import type { BlobStore } from './blob-store.ts'
import { openFolderStore } from './folder-store.ts'

/** Opens the store that `BLOB_STORE` names (`file:<folder>`); throws a sentence for the operator. */
export async function openBlobStore(address: string): Promise<BlobStore> {
  if (address.startsWith('s3:')) {
    throw new OperatorError(`BLOB_STORE=${address}：s3: 尚未支持；请用 file:<文件夹>，例如 file:/var/lib/zhaofa。`)
  }
  if (!/^file:./.test(address)) {
    throw new OperatorError(`BLOB_STORE=${address}：应写成 file:<文件夹>，例如 file:/var/lib/zhaofa。`)
  }
  const folder = resolve(address.slice('file:'.length).replace(/^\/\/(?=\/)/, ''))
  try {
    return await openFolderStore(folder)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new OperatorError(`存储目录 ${folder} 无法使用（${reason}）：请确认它存在、可写并且磁盘未满。`)
  }
}
