import { OperatorError } from '../operator-error.ts'
import type { Database, Queryable } from './database.ts'
import { type MigrationFile, readMigrations } from './migration-files.ts'
import { APP_ROLE, ensureRoles, grantConnect, PORTAL_ROLE, type RolePasswords } from './roles.ts'
import { installWorker, openWorkerToApp } from './worker-access.ts'

export type MigrationReport = { readonly applied: readonly string[]; readonly total: number }

const LOCK = 0x7a66_0001
const OLDEST_MAJOR = 15

/**
 * Brings a database to this program's shape as its owner: roles, schemas, our migrations in order, the job tables.
 * Several at once wait for each other. Throws an OperatorError when an applied migration was changed or is missing here.
 */
export async function migrate(
  owner: Database,
  passwords: RolePasswords,
  files: readonly MigrationFile[] = readMigrations(),
): Promise<MigrationReport> {
  await refuseOldServer(owner)
  const lock = await owner.pool.connect()
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [LOCK])
    await ensureRoles(owner, passwords)
    await grantConnect(owner)
    await owner.query({ text: FOUNDATION })
    const pending = await pendingOf(owner, files)
    for (const file of pending) await apply(owner, file)
    await installWorker(owner)
    await openWorkerToApp(owner)
    return { applied: pending.map((file) => file.name), total: files.length }
  } finally {
    // Ends the session, and with it the lock, whatever happened.
    lock.release(true)
  }
}

const FOUNDATION = `
  CREATE SCHEMA IF NOT EXISTS app;
  CREATE SCHEMA IF NOT EXISTS published;
  GRANT USAGE ON SCHEMA app TO ${APP_ROLE};
  GRANT USAGE ON SCHEMA published TO ${APP_ROLE}, ${PORTAL_ROLE};
  CREATE TABLE IF NOT EXISTS app.migrations (
    name text PRIMARY KEY,
    checksum text NOT NULL CHECK (checksum ~ '^[0-9a-f]{64}$'),
    applied_at timestamptz NOT NULL DEFAULT now()
  );
  COMMENT ON TABLE app.migrations IS 'Applied migrations; the checksum refuses a file that was edited afterwards.';
  GRANT SELECT ON app.migrations TO ${APP_ROLE};
`

async function refuseOldServer(owner: Queryable): Promise<void> {
  const { rows } = await owner.query<{ version: number }>({
    text: `SELECT current_setting('server_version_num')::int / 10000 AS version`,
  })
  const version = rows[0]?.version ?? 0
  if (version < OLDEST_MAJOR) {
    throw new OperatorError(`数据库是 PostgreSQL ${version}，需要 ${OLDEST_MAJOR} 或更高版本。`)
  }
}

export type AppliedMigration = { readonly name: string; readonly checksum: string }

export async function appliedMigrations(db: Queryable): Promise<AppliedMigration[]> {
  const { rows } = await db.query<AppliedMigration>({ text: 'SELECT name, checksum FROM app.migrations ORDER BY name' })
  return rows
}

async function pendingOf(owner: Queryable, files: readonly MigrationFile[]): Promise<MigrationFile[]> {
  const applied = await appliedMigrations(owner)
  const here = new Map(files.map((file) => [file.name, file]))
  for (const { name, checksum } of applied) {
    const file = here.get(name)
    if (!file) throw new OperatorError(`数据库已执行迁移 ${name}，但本程序没有这个文件；请使用不低于数据库的程序版本。`)
    if (file.checksum !== checksum) {
      throw new OperatorError(`迁移 ${name} 执行之后又被改动；请恢复原文件，改动另写一个新的迁移。`)
    }
  }
  const done = new Set(applied.map((migration) => migration.name))
  return files.filter((file) => !done.has(file.name))
}

async function apply(owner: Database, file: MigrationFile): Promise<void> {
  try {
    await owner.transaction(async (tx) => {
      await tx.query({ text: file.sql })
      await tx.query({
        text: 'INSERT INTO app.migrations (name, checksum) VALUES ($1, $2)',
        values: [file.name, file.checksum],
      })
    })
  } catch (error) {
    throw explain(error, file)
  }
}

function explain(error: unknown, file: MigrationFile): Error {
  const { message, position } = error as { message: string; position?: string }
  if (!position) return new OperatorError(`迁移 ${file.name} 失败：${message}`)
  const line = file.sql.slice(0, Number(position)).split('\n').length
  return new OperatorError(`迁移 ${file.name} 第 ${line} 行失败：${message}`)
}

/** For processes that only serve: they never migrate, so they wait for one that does. */
export async function refuseUnmigrated(db: Queryable): Promise<void> {
  const missing = await unapplied(db)
  if (missing.length === 0) return
  throw new OperatorError(`数据库还缺迁移 ${missing.join('、')}；请先执行 npm run -s zhaofa -- migrate。`)
}

/** Names of the migrations that this program brings and the database has not had. */
export async function unapplied(db: Queryable): Promise<string[]> {
  const { rows } = await db.query<{ table: string | null }>({ text: `SELECT to_regclass('app.migrations') AS "table"` })
  const done = new Set(rows[0]?.table ? (await appliedMigrations(db)).map((migration) => migration.name) : [])
  return readMigrations()
    .map((file) => file.name)
    .filter((name) => !done.has(name))
}
