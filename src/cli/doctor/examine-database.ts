import type { Database } from '#server/db/database.ts'
import { unapplied } from '#server/db/migrate.ts'
import { type Finding, good, wanting } from './finding.ts'

/** Shape and rights of the database, seen as the app role. */
export async function examineDatabase(app: Database): Promise<Finding[]> {
  return [
    await version(app),
    await migrations(app),
    await appendOnly(app),
    await portalRights(app),
    await workerPolicies(app),
  ]
}

async function version(app: Database): Promise<Finding> {
  const [row] = await rowsOf<{ version: string; name: string }>(
    app,
    `SELECT current_setting('server_version') AS version, current_user AS name`,
  )
  return good('database', `PostgreSQL ${row?.version}，以 ${row?.name} 连接。`)
}

async function migrations(app: Database): Promise<Finding> {
  const missing = await unapplied(app)
  if (missing.length === 0) return good('migrations', '迁移全部执行。')
  return wanting('migrations', `还缺迁移 ${missing.join('、')}；请执行 npm run -s zhaofa -- migrate。`)
}

const APPEND_ONLY = ['app.events', 'app.leaves', 'app.audit_entries', 'app.migrations']

/** What was recorded can be added to and never changed, by right and not by promise. */
async function appendOnly(app: Database): Promise<Finding> {
  const open = await rowsOf<{ table: string }>(
    app,
    `SELECT t AS "table" FROM unnest($1::text[]) t WHERE to_regclass(t) IS NOT NULL
       AND has_table_privilege('zhaofa_app', to_regclass(t), 'UPDATE, DELETE, TRUNCATE')`,
    [APPEND_ONLY],
  )
  if (open.length === 0) return good('append-only', '只增的表没有修改和删除的权限。')
  const names = open.map((row) => row.table).join('、')
  return wanting('append-only', `应用角色可以修改或删除 ${names}；请由管理员收回 UPDATE、DELETE、TRUNCATE 权限。`)
}

async function portalRights(app: Database): Promise<Finding> {
  const open = await rowsOf<{ name: string }>(
    app,
    `SELECT n.nspname AS name FROM pg_namespace n
     WHERE n.nspname IN ('app', 'graphile_worker') AND has_schema_privilege('zhaofa_portal', n.oid, 'USAGE')`,
  )
  if (open.length === 0) return good('portal-role', '门户角色只能看到公示数据。')
  return wanting(
    'portal-role',
    `门户角色进得了 ${open.map((row) => row.name).join('、')}；请由管理员收回其 USAGE 权限。`,
  )
}

async function workerPolicies(app: Database): Promise<Finding> {
  const closed = await rowsOf<{ table: string }>(
    app,
    `SELECT c.relname AS "table" FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'graphile_worker' AND c.relrowsecurity
       AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)`,
  )
  if (closed.length === 0) return good('jobs', '后台作业的表已向应用角色开放。')
  return wanting(
    'jobs',
    `作业表 ${closed.map((row) => row.table).join('、')} 缺少策略；请执行 npm run -s zhaofa -- migrate。`,
  )
}

async function rowsOf<Row>(app: Database, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  return (await app.query<Row>({ text, values })).rows
}
