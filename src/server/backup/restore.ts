import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Settings } from '../config.ts'
import { markHalfRestored, markRestored } from '../db/half-restored.ts'
import { OperatorError } from '../operator-error.ts'
import { type BackupManifest, readManifest } from './backup-manifest.ts'
import { ChecksumList } from './checksum-list.ts'
import { refuseOtherMajor, restoreDataFolder } from './restore-database.ts'
import { refuseFullDatabase } from './restore-dump.ts'
import { type RestoredFiles, refuseFullHome, restoreFiles } from './restore-files.ts'
import { syncBelow } from './sync-below.ts'

export type RestoreOrder = {
  readonly folder: string
  readonly settings: Settings
  readonly say: (sentence: string) => void
}

export type Restored = {
  readonly backup: string
  readonly manifest: BackupManifest
  readonly list: ChecksumList
  readonly files: RestoredFiles
}

/** Puts a backup into an empty home; nothing runs yet. Cut off half-way, the home refuses to start. */
export async function restore({ folder, settings, say }: RestoreOrder): Promise<Restored> {
  const backup = resolve(folder)
  const manifest = await readManifest(backup)
  const list = await ChecksumList.read(backup, manifest.checksums)
  if (!list) throw new OperatorError(`${backup} 的 SHA256SUMS 已损坏，不能据以核对；请换一份备份。`)
  const { home } = settings.config
  await refuseFullHome(home)
  await refuseOtherDatabase(settings, manifest)
  if (!existsSync(home)) await mkdir(home, { recursive: true, mode: 0o700 })
  markHalfRestored(home)
  say(`正在恢复截至 ${manifest.asOf} 的备份…`)
  const files = await restoreFiles({ backup, config: settings.config, list, say })
  if (manifest.database.kind === 'data-folder') await restoreDataFolder({ backup, home, list, say })
  await syncBelow(home)
  markRestored(home)
  return { backup, manifest, list, files }
}

async function refuseOtherDatabase(settings: Settings, { database }: BackupManifest): Promise<void> {
  const { secrets } = settings
  const isGiven = secrets.databaseUrl !== undefined
  if (database.kind === 'data-folder' && isGiven) {
    throw new OperatorError('这份备份是内置数据库的：请去掉环境变量 DATABASE_URL 再恢复。', 2)
  }
  if (database.kind === 'dump' && !isGiven) {
    throw new OperatorError('这份备份是自备数据库的导出：请用 DATABASE_URL 给出一个空库再恢复。', 2)
  }
  await (database.kind === 'data-folder' ? refuseOtherMajor(database.major) : refuseFullDatabase(settings))
}
