import { existsSync } from 'node:fs'
import { mkdir, readdir, realpath, stat } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import type { Config } from '../config.ts'
import { OperatorError } from '../operator-error.ts'
import { readManifest } from './backup-manifest.ts'

/** Makes the folder of a new backup; refuses one with content, and one inside of what is backed up. */
export async function prepareBackupFolder(given: string, { home, blobStore }: Config): Promise<string> {
  const folder = await realOf(resolve(given))
  const sources = blobStore.kind === 'file' ? [home, blobStore.folder] : [home]
  for (const source of sources) {
    if (isInside(folder, await realOf(source))) {
      throw new OperatorError(`备份文件夹 ${given} 在数据目录 ${source} 里面；请放到别处，最好是另一块磁盘。`, 2)
    }
  }
  await refuseContent(folder, given)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return folder
}

async function refuseContent(folder: string, given: string): Promise<void> {
  if (!existsSync(folder)) return
  if (!(await stat(folder)).isDirectory()) throw new OperatorError(`${given} 已存在而且不是文件夹；请另选一个位置。`, 2)
  if ((await readdir(folder)).length === 0) return
  throw new OperatorError(`备份文件夹 ${given} 不是空的；每次备份请用一个新的文件夹，例如以日期命名。`, 2)
}

/** The former backup whose blobs are used again; only a whole one is. */
export async function formerBlobs(onto: string | undefined): Promise<string | undefined> {
  if (onto === undefined) return undefined
  await readManifest(resolve(onto))
  return join(resolve(onto), 'blobs')
}

const isInside = (path: string, folder: string): boolean => path === folder || path.startsWith(folder + sep)

/** Of a path that is not there yet, as far as it is. */
async function realOf(path: string): Promise<string> {
  if (existsSync(path)) return realpath(path)
  const parent = dirname(path)
  return parent === path ? path : join(await realOf(parent), path.slice(parent.length))
}
