import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseUtf8 } from '#domain/record-log/bytes.ts'
import { parseCheckpoint } from '#domain/record-log/checkpoint.ts'
import { BLOB_MODE } from '../blobs/folder-store.ts'
import type { Config } from '../config.ts'
import { OperatorError } from '../operator-error.ts'
import type { ChecksumList } from './checksum-list.ts'
import { copyFile } from './copy-file.ts'
import { isBlob, missingAsUndefined } from './folder-copy.ts'
import { severalAtOnce } from './several-at-once.ts'

export type RestoredFiles = {
  readonly files: number
  readonly bytes: number
  /** Files of the store that stood there already and were left as they are. */
  readonly kept: number
  /** Paths in the backup. */
  readonly missing: readonly string[]
  readonly altered: readonly string[]
}

export type FilesOrder = {
  readonly backup: string
  readonly config: Config
  readonly list: ChecksumList
  readonly say: (sentence: string) => void
}

/** Throws an OperatorError unless the home is a place where nothing is. */
export async function refuseFullHome(home: string): Promise<void> {
  if (!existsSync(home) || (await readdir(home)).length === 0) return
  throw new OperatorError(
    `数据目录 ${home} 不是空的，不会覆盖；请用 ZHAOFA_HOME 另选一个空的，或者先把原来的移走（不要删除）。`,
    2,
  )
}

const LANES = 4
const TELL_EVERY = 1_000

/** Copies keys, fonts, blobs and log out of the backup, each compared with its digest on the way. */
export async function restoreFiles({ backup, config, list, say }: FilesOrder): Promise<RestoredFiles> {
  const { home, blobStore } = config
  const store = blobStore.kind === 'file' ? blobStore.folder : join(home, 'blobs')
  const isLogNewer = await hasNewerLog(store, backup)
  const done = { files: 0, bytes: 0, kept: 0, missing: [] as string[], altered: [] as string[] }
  const take = async (path: string, target: string, sha256: string): Promise<void> => {
    const copied = await restoreOne(join(backup, path), target)
    if (!copied) return void done.missing.push(path)
    if (copied.sha256 !== sha256) done.altered.push(path)
    done.files += 1
    done.bytes += copied.size
    if (done.files % TELL_EVERY === 0) say(`已恢复 ${done.files} 个文件…`)
  }
  await severalAtOnce(LANES, list.below('home/'), (file) =>
    take(`home/${file.path}`, join(home, file.path), file.sha256),
  )
  await severalAtOnce(LANES, list.below('blobs/'), async ({ path, sha256 }) => {
    const [from, target] = [`blobs/${path}`, join(store, path)]
    if (await isThere({ path, target, from: join(backup, from), isLogNewer })) done.kept += 1
    else await take(from, target, sha256)
  })
  return done
}

async function restoreOne(from: string, target: string) {
  await mkdir(dirname(target), { recursive: true, mode: 0o750 })
  const unfinished = `${target}.new`
  await rm(unfinished, { force: true })
  const copied = await copyFile(from, unfinished, modeOf(target)).catch(missingAsUndefined)
  if (copied) await rename(unfinished, target)
  return copied
}

/** Passwords and keys are nobody else's; blobs are written once. */
function modeOf(target: string): number {
  return isBlob(target) ? BLOB_MODE : 0o600
}

type Place = {
  readonly path: string
  readonly target: string
  readonly from: string
  readonly isLogNewer: boolean
}

/** In a store that outlived its database: a blob of the right length stays, and so does a log that is further on. */
async function isThere({ path, target, from, isLogNewer }: Place): Promise<boolean> {
  if (path.startsWith('log/')) return isLogNewer
  const [there, here] = await Promise.all([
    stat(target).catch(missingAsUndefined),
    stat(from).catch(missingAsUndefined),
  ])
  return isBlob(path) && there !== undefined && there.size === here?.size
}

async function hasNewerLog(store: string, backup: string): Promise<boolean> {
  const [there, here] = await Promise.all([sizeOfLog(store), sizeOfLog(join(backup, 'blobs'))])
  return there > 0n && there >= here
}

async function sizeOfLog(store: string): Promise<bigint> {
  const bytes = await readFile(join(store, 'log/checkpoint')).catch(missingAsUndefined)
  const note = bytes && parseUtf8(bytes)
  return (note === undefined ? undefined : parseCheckpoint(note.slice(0, note.indexOf('\n\n') + 1)))?.size ?? 0n
}
