import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import type { BackupTally } from './backup-tally.ts'
import type { ReplicationSession } from './base-backup.ts'
import { copyFile } from './copy-file.ts'
import { filesBelow } from './files-below.ts'

export const DATABASE_TAR = 'database.tar'
export const WAL_FOLDER = 'wal'

/** The data folder as the server gives it, while everybody works on; answers where recovery has to begin. */
export async function storeDataFolder(
  session: ReplicationSession,
  backup: string,
  tally: BackupTally,
): Promise<{ readonly startLsn: string; readonly bytes: number }> {
  const { tar, startLsn } = session.streamDataFolder()
  const hash = createHash('sha256')
  let bytes = 0
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(undefined, chunk)
    },
  })
  await pipeline(tar, counted, createWriteStream(join(backup, DATABASE_TAR), { flags: 'wx', mode: 0o600 }))
  tally.count(DATABASE_TAR, bytes, hash.digest('hex'))
  return { startLsn: await startLsn, bytes }
}

export type Cut = { readonly asOf: string; readonly endLsn: string }

/** Ends the backup's share of the write-ahead log and copies it: what was committed before `asOf` is in it. */
export async function storeWal(
  owner: pg.Client,
  { backup, startLsn, tally }: { readonly backup: string; readonly startLsn: string; readonly tally: BackupTally },
): Promise<Cut> {
  const { asOf } = await one<{ asOf: string }>(owner, ASK_TIME)
  // A record of ours, so that there is something to switch behind.
  await owner.query(`SELECT pg_create_restore_point('zhaofa backup')`)
  const { endLsn } = await one<{ endLsn: string }>(owner, `SELECT pg_switch_wal()::text AS "endLsn"`)
  const span = await one<Span>(owner, ASK_SPAN, [startLsn, endLsn])
  await mkdir(join(backup, WAL_FOLDER), { mode: 0o700 })
  for await (const name of filesBelow(join(span.folder, 'pg_wal'), (path) => !isBetween(path, span))) {
    const { size, sha256 } = await copyFile(join(span.folder, 'pg_wal', name), join(backup, WAL_FOLDER, name))
    tally.count(`${WAL_FOLDER}/${name}`, size, sha256)
  }
  return { asOf, endLsn }
}

type Span = { readonly folder: string; readonly first: string; readonly last: string }

const ASK_TIME = `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "asOf"`
const ASK_SPAN = `SELECT current_setting('data_directory') AS folder,
  pg_walfile_name($1::pg_lsn) AS first, pg_walfile_name($2::pg_lsn) AS last`

/** Names of segments are hexadecimal and of one length, so that they sort as they follow each other. */
const isBetween = (name: string, { first, last }: Span): boolean =>
  /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last

async function one<Row extends pg.QueryResultRow>(owner: pg.Client, text: string, values: string[] = []): Promise<Row> {
  const { rows } = await owner.query<Row>(text, values)
  const [row] = rows
  if (!row) throw new Error('the server answered no row')
  return row
}
