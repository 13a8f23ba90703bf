import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { majorOf, shippedBinaries } from '../db/embedded/binaries.ts'
import { giveTo } from '../db/embedded/database-user.ts'
import { findPlace, type Place } from '../db/embedded/place.ts'
import { OperatorError } from '../operator-error.ts'
import { DATABASE_TAR, WAL_FOLDER } from './back-up-database.ts'
import type { ChecksumList } from './checksum-list.ts'
import { copyFile } from './copy-file.ts'
import { readTar, type TarEntry } from './tar.ts'

export type DatabaseOrder = {
  readonly backup: string
  readonly home: string
  readonly list: ChecksumList
  readonly say: (sentence: string) => void
}

/** Puts the data folder in its place, with the write-ahead log that its recovery needs; the next start recovers it. */
export async function restoreDataFolder({ backup, home, list, say }: DatabaseOrder): Promise<void> {
  const place = await findPlace(home, say)
  const unfinished = `${place.data}.${process.pid}`
  await makeFolder(unfinished, place)
  const digest = await unpack(join(backup, DATABASE_TAR), unfinished, place)
  if (digest !== list.get(DATABASE_TAR)) throw damaged(DATABASE_TAR)
  for (const { path, sha256 } of list.below(`${WAL_FOLDER}/`)) {
    const target = join(unfinished, 'pg_wal', path)
    const copied = await copyFile(join(backup, WAL_FOLDER, path), target)
    if (copied.sha256 !== sha256) throw damaged(`${WAL_FOLDER}/${path}`)
    giveTo(place.user, target)
  }
  await rename(unfinished, place.data)
}

const damaged = (file: string): OperatorError =>
  new OperatorError(`备份里的 ${file} 已损坏（与 SHA256SUMS 不符），数据库不能恢复；请换一份备份。`)

async function unpack(tar: string, folder: string, place: Place): Promise<string> {
  const hash = createHash('sha256')
  const bytes = counted(createReadStream(tar, { highWaterMark: 1024 * 1024 }), hash)
  for await (const entry of readTar(bytes)) await unpackEntry(entry, folder, place)
  // What stands behind the last entry belongs to the digest, too.
  while (!(await bytes.next()).done);
  return hash.digest('hex')
}

async function* counted(source: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const bytes of source) {
    hash.update(bytes)
    yield bytes
  }
}

async function unpackEntry(entry: TarEntry, folder: string, place: Place): Promise<void> {
  const path = join(folder, entry.path)
  if (entry.kind === 'folder') return makeFolder(path, place)
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const bytes of entry.content()) await writeWhole(file, bytes)
  } finally {
    await file.close()
  }
  giveTo(place.user, path)
}

async function writeWhole(file: FileHandle, bytes: Buffer): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done)
    done += bytesWritten
  }
}

async function makeFolder(path: string, place: Place): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 })
  giveTo(place.user, path)
}

/** A data folder is only read by its own major version. Throws an OperatorError. */
export async function refuseOtherMajor(major: number): Promise<void> {
  const own = majorOf(await shippedBinaries())
  if (own === major) return
  throw new OperatorError(
    `备份来自 PostgreSQL ${major}，本程序带的是 ${own}；请用做这份备份的那一版程序恢复，再按升级的步骤来。`,
  )
}
