import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BackupTally } from './backup-tally.ts'
import { isMissing } from './files-below.ts'
import { FolderCopy } from './folder-copy.ts'

const CHECKPOINT = 'checkpoint'

/**
 * The record log's files, before the moment for which the backup stands: all leaves in them are then in the database as well,
 * and what the tiles lack is made again from its rows. The checkpoint is read first, so that its tiles are there; two passes,
 * since parts of tiles go when their tile is whole.
 */
export async function storeLog(store: string, backup: string, tally: BackupTally): Promise<void> {
  const from = join(store, 'log')
  const checkpoint = await readFile(join(from, CHECKPOINT)).catch((error: unknown) => {
    if (isMissing(error)) return undefined
    throw error
  })
  const tiles = new FolderCopy({ from, backup, name: 'blobs/log', tally })
  for (let pass = 0; pass < 2; pass += 1) await tiles.pass((path) => path === CHECKPOINT)
  if (!checkpoint) return
  await mkdir(join(backup, 'blobs/log'), { recursive: true, mode: 0o700 })
  await writeFile(join(backup, 'blobs/log', CHECKPOINT), checkpoint, { flag: 'wx', mode: 0o600 })
  tally.count(`blobs/log/${CHECKPOINT}`, checkpoint.length, createHash('sha256').update(checkpoint).digest('hex'))
}
