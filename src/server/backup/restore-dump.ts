import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Settings } from '../config.ts'
import type { Connected } from '../db/connect.ts'
import { openDatabase } from '../db/database.ts'
import { explainDatabase } from '../db/explain-database.ts'
import { ensureRoles } from '../db/roles.ts'
import { getOrMakeSecret } from '../db/secrets.ts'
import { OperatorError } from '../operator-error.ts'
import { DATABASE_DUMP, findProgram, runProgram } from './dump-database.ts'

type DumpPlace = { readonly backup: string; readonly major: number; readonly sha256: string | undefined }

/** Throws an OperatorError unless the database of DATABASE_URL has room for a dump; asked before anything is copied. */
export async function refuseFullDatabase(settings: Settings): Promise<void> {
  const owner = openDatabase({ connection: { connectionString: settings.secrets.databaseUrl }, max: 1 })
  try {
    const { rowCount } = await owner.query({ text: `SELECT FROM pg_namespace WHERE nspname = 'app'` })
    if (rowCount > 0) throw new OperatorError('DATABASE_URL 指定的数据库里已有昭法的表，不会覆盖；请给出一个空库。')
  } catch (error) {
    throw error instanceof OperatorError ? error : explainDatabase(error, 'DATABASE_URL')
  } finally {
    await owner.close()
  }
}

/** Loads a dump into the empty database of DATABASE_URL: roles first, since the dump grants to them. */
export async function restoreDump(settings: Settings, connected: Connected, place: DumpPlace): Promise<void> {
  const { secrets, config } = settings
  const dump = join(place.backup, DATABASE_DUMP)
  const program = findProgram('pg_restore', place.major)
  if ((await digestOf(dump)) !== place.sha256) {
    throw new OperatorError(`备份里的 ${DATABASE_DUMP} 已损坏（与 SHA256SUMS 不符）；请换一份备份。`)
  }
  const connection = connected.connectionFor('owner')
  const owner = openDatabase({ connection, max: 1 })
  try {
    await ensureRoles(owner, {
      app: secrets.databaseUrlApp ? undefined : getOrMakeSecret(config.home, 'database-app'),
      portal: secrets.databaseUrlPortal ? undefined : getOrMakeSecret(config.home, 'database-portal'),
    })
  } finally {
    await owner.close()
  }
  await runProgram(program, ['--no-owner', '--exit-on-error', dump], connection)
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
