import { constants } from 'node:fs'
import { type FileHandle, lstat, open, realpath } from 'node:fs/promises'
import { join } from 'node:path'

export type ListedFile = {
  readonly handle: FileHandle
  readonly path: string
  readonly size: number
  readonly mtimeMs: number
}
export type NoFile = { readonly is: 'missing' | 'refused'; readonly sentence: string }

/**
 * Opens a file that a list names, and nothing else: no link, no folder, no device, nothing outside. `folder` is its own real
 * path, so that a link anywhere on the way shows.
 */
export async function openListed(folder: string, file: string): Promise<ListedFile | NoFile> {
  const path = join(folder, file)
  const found = await lstat(path).catch(() => undefined)
  if (!found) return { is: 'missing', sentence: '清单里有，文件没有来。' }
  if (found.isSymbolicLink()) return { is: 'refused', sentence: '是一个符号链接，不是文件；请放文件本身。' }
  if (!found.isFile()) return { is: 'refused', sentence: '不是一个普通文件。' }
  if ((await realpath(path)) !== path)
    return { is: 'refused', sentence: '路径中间有符号链接，指到了别处；请放文件本身。' }
  if (found.size === 0) return { is: 'refused', sentence: '文件是空的（0 字节）。' }
  return opened(path, found.ino)
}

async function opened(path: string, ino: number): Promise<ListedFile | NoFile> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW).catch(
    (error: NodeJS.ErrnoException) => error,
  )
  if (handle instanceof Error) return { is: 'refused', sentence: `打不开（${handle.code}）；请检查读取权限。` }
  const { size, mtimeMs, ino: now } = await handle.stat()
  if (now === ino) return { handle, path, size, mtimeMs }
  await handle.close()
  return { is: 'refused', sentence: '接收的时候被换成了另一个文件，请稍后再试。' }
}
