export type StorageFault = { readonly status: 507; readonly sentence: string }

const FULL = new Set(['ENOSPC', 'EDQUOT'])
const BROKEN = new Set(['EIO', 'EREMOTEIO', 'ESTALE'])
const UNWRITABLE = new Set(['EROFS', 'EACCES', 'EPERM'])

/** What to tell the user when the storage itself refused; undefined for every other error. */
export function storageFaultOf(error: unknown): StorageFault | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (FULL.has(code)) {
    return { status: 507, sentence: '存储空间不足，文件没有存入；请联系系统管理员腾出空间，再继续上传。' }
  }
  if (BROKEN.has(code)) {
    return { status: 507, sentence: '存储设备读写出错，文件没有存入；请联系系统管理员检查磁盘。' }
  }
  if (UNWRITABLE.has(code)) {
    return { status: 507, sentence: '存储目录不可写，文件没有存入；请联系系统管理员检查存储目录的权限。' }
  }
  return undefined
}
