import { userInfo } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { systemClock } from '../clock.ts'
import type { Settings } from '../config.ts'
import type { Connected } from '../db/connect.ts'
import { storeDataFolder, storeWal } from './back-up-database.ts'
import { storeLog } from './back-up-log.ts'
import { type BackupManifest, beginManifest, FORMAT, writeManifest } from './backup-manifest.ts'
import { formerBlobs, prepareBackupFolder } from './backup-place.ts'
import { BackupTally, mebibytes } from './backup-tally.ts'
import { openReplication } from './base-backup.ts'
import { dumpDatabase } from './dump-database.ts'
import { FolderCopy } from './folder-copy.ts'
import { noteOperation } from './note-operation.ts'
import { syncBelow } from './sync-below.ts'

export type BackupOrder = {
  readonly folder: string
  /** A former backup; its blobs are linked instead of copied. */
  readonly onto: string | undefined
  readonly version: string
  readonly say: (sentence: string) => void
}

export type BackupReport = BackupManifest & {
  readonly folder: string
  /** Digests of blobs that are not what their names say: they were altered before they were backed up. */
  readonly damaged: readonly string[]
}

/**
 * A consistent copy of database, blobs, log and keys while everybody works on. The order makes it so: blobs first, since there are
 * many; the database; the log; then the cut for which the backup stands; and after it the uploads under way and what came to
 * the blobs meanwhile, so that no row is without its file. The manifest comes last.
 */
export async function backUp(settings: Settings, connected: Connected, order: BackupOrder): Promise<BackupReport> {
  const former = await formerBlobs(order.onto)
  const folder = await prepareBackupFolder(order.folder, settings.config)
  await beginManifest(folder)
  const tally = new BackupTally(order.say)
  const startedAt = systemClock.now().toISOString()
  const owner = new pg.Client(connected.connectionFor('owner'))
  // Who waits for an answer hears of a connection that breaks.
  owner.on('error', () => undefined)
  await owner.connect()
  try {
    const job: Job = { settings, connected, owner, folder, former, tally }
    const taken = await (connected.kind === 'embedded' ? takeEmbedded(job) : takeExternal(job))
    await homeCopy(job).pass((path) => NOT_HOME.includes(path) || join(settings.config.home, path) === storeRoot(job))
    await syncBelow(folder)
    const manifest = await manifestOf(job, { ...taken, startedAt, version: order.version })
    await writeManifest(folder, manifest)
    await noteBackup(owner, folder, manifest)
    return { ...manifest, folder, damaged: tally.damaged }
  } finally {
    await owner.end()
  }
}

/** The next backup holds the entry of this one. */
function noteBackup(owner: pg.Client, folder: string, manifest: BackupManifest): Promise<void> {
  const { asOf, files, bytes, checksums, log } = manifest
  const detail = { folder, account: userInfo().username, asOf, files, bytes, checksums, logSize: log?.size ?? 0 }
  return noteOperation(owner, { name: 'backup-made', at: systemClock.now(), detail })
}

type Job = {
  readonly settings: Settings
  readonly connected: Connected
  readonly owner: pg.Client
  readonly folder: string
  readonly former: string | undefined
  readonly tally: BackupTally
}

type Taken = Pick<BackupManifest, 'database' | 'asOf' | 'log' | 'leftOut'>

async function takeEmbedded(job: Job): Promise<Taken> {
  const { connected, owner, folder, tally } = job
  const store = storeCopy(job)
  await store.blobs()
  const session = await openReplication(connected.connectionFor('owner'))
  try {
    tally.tell('正在备份数据库…')
    const { startLsn, bytes } = await storeDataFolder(session, folder, tally)
    tally.tell(`数据库已备份（${mebibytes(bytes)} MiB），正在备份存证日志和新的文件…`)
    await store.log()
    const log = await readHead(owner)
    const { asOf, endLsn } = await storeWal(owner, { backup: folder, startLsn, tally })
    await store.rest()
    const database = { kind: 'data-folder', major: await majorOf(owner), bytes, startLsn, endLsn } as const
    return { database, asOf, log, leftOut: store.leftOut }
  } finally {
    await session.close()
  }
}

async function takeExternal(job: Job): Promise<Taken> {
  const { connected, owner, folder, tally } = job
  const store = storeCopy(job)
  await store.blobs()
  await store.log()
  const log = await readHead(owner)
  const major = await majorOf(owner)
  const asOf = systemClock.now().toISOString()
  const bytes = await dumpDatabase({ connection: connected.connectionFor('owner'), major, backup: folder, tally })
  await store.rest()
  return { database: { kind: 'dump', major, bytes }, asOf, log, leftOut: [...store.leftOut, ROLES] }
}

const ROLES = '数据库的角色和密码不在 pg_dump 的导出里：恢复时由 migrate 重建。'

/** Of a bucket only what is still arriving lies in a folder. */
function storeRoot({ settings }: Job): string {
  const { blobStore, home } = settings.config
  return blobStore.kind === 'file' ? blobStore.folder : join(home, 'blobs')
}

/** The three walks through the store. */
function storeCopy(job: Job) {
  const { settings, folder, former, tally } = job
  const { blobStore } = settings.config
  const root = storeRoot(job)
  const files = new FolderCopy({ from: root, backup: folder, name: 'blobs', former, tally })
  const bucket =
    blobStore.kind === 's3'
      ? [
          `存储桶 ${blobStore.bucket} 里的文件不在备份里：证据和音像原件、排好的文书、存证日志的瓦片。请给桶开版本保留，并在本次备份完成以后把整个桶复制到另一处；恢复时先恢复桶，再恢复本备份（做法见 docs/operations.md）。`,
        ]
      : []
  return {
    leftOut: bucket,
    blobs: () => files.pass((path) => path === 'log' || path === 'staging'),
    log: () => storeLog(root, folder, tally),
    // Uploads under way first: one that is completed in between is then found among the blobs.
    rest: async () => {
      await files.pass((path) => path !== 'staging' && !path.startsWith('staging/'))
      await files.pass((path) => path === 'log' || path === 'staging')
    },
  }
}

/** Keys, passwords, fonts, and whatever else the home holds but for database and store. */
function homeCopy({ settings, folder, tally }: Job): FolderCopy {
  return new FolderCopy({ from: settings.config.home, backup: folder, name: 'home', tally })
}

const NOT_HOME = ['database', 'database-folder', 'blobs']

async function readHead(owner: pg.Client): Promise<BackupManifest['log']> {
  const { rows } = await owner.query<{ size: string; root: string }>(
    `SELECT size, encode(root, 'hex') AS root FROM app.log_checkpoints ORDER BY size DESC LIMIT 1`,
  )
  return rows[0] ? { size: Number(rows[0].size), root: rows[0].root } : null
}

async function majorOf(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ major: number }>(
    `SELECT current_setting('server_version_num')::int / 10000 AS major`,
  )
  return rows[0]?.major ?? 0
}

async function manifestOf(
  { folder, tally }: Job,
  taken: Taken & Pick<BackupManifest, 'startedAt' | 'version'>,
): Promise<BackupManifest> {
  const checksums = await tally.list.write(folder)
  const { list, bytes, reused } = tally
  const finishedAt = systemClock.now().toISOString()
  return { format: FORMAT, ...taken, finishedAt, files: list.size, bytes, reused, checksums }
}
