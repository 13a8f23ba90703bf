import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { BackupTally } from './backup-tally.ts'
import { filesBelow } from './files-below.ts'
import { FolderCopy } from './folder-copy.ts'

/**
 * The record log's files, before the moment for which the backup stands: all leaves in them are then in the database as well,
 * and what the tiles lack is made again from its rows. Checkpoints are read first, so that their tiles are there; two passes, since
 * parts of tiles go when their tile is whole.
 */
export async function storeLog(store: string, backup: string, tally: BackupTally): Promise<void> {
  const from = join(store, 'log')
  const checkpoints = await readCheckpoints(from)
  const tiles = new FolderCopy({ from, backup, name: 'blobs/log', tally })
  for (let pass = 0; pass < 2; pass += 1) await tiles.pass(isCheckpoint)
  for (const [path, bytes] of checkpoints) {
    const target = join(backup, 'blobs/log', path)
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await writeFile(target, bytes, { flag: 'wx', mode: 0o600 })
    tally.count(`blobs/log/${path}`, bytes.length, createHash('sha256').update(bytes).digest('hex'))
  }
}

/** One for each log that was ever begun here. */
const isCheckpoint = (path: string): boolean => basename(path) === 'checkpoint'

async function readCheckpoints(from: string): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>()
  const isTile = (path: string): boolean => basename(path) === 'tile'
  for await (const path of filesBelow(from, isTile)) {
    if (isCheckpoint(path)) found.set(path, await readFile(join(from, path)))
  }
  return found
}
