import { OperatorError } from '../operator-error.ts'
import type { Database, Queryable } from './database.ts'

export const APP_ROLE = 'zhaofa_app'
export const PORTAL_ROLE = 'zhaofa_portal'

/** Undefined: the operator gave the role's own connection and keeps its password. */
export type RolePasswords = { readonly app: string | undefined; readonly portal: string | undefined }

/** Makes the two serving roles; they belong to the whole cluster, so they may stand already. */
export async function ensureRoles(owner: Queryable, passwords: RolePasswords): Promise<void> {
  await ensureRole(owner, APP_ROLE, passwords.app)
  await ensureRole(owner, PORTAL_ROLE, passwords.portal)
}

async function ensureRole(owner: Queryable, role: string, password: string | undefined): Promise<void> {
  const { rowCount } = await owner.query({ text: 'SELECT 1 FROM pg_roles WHERE rolname = $1', values: [role] })
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER'
  if (verb === 'ALTER' && password === undefined) return
  const secret = password === undefined ? '' : ` PASSWORD ${literal(password)}`
  try {
    await owner.query({ text: `${verb} ROLE ${role} LOGIN NOINHERIT${secret}` })
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error
    throw new OperatorError(
      `数据库用户没有建立角色的权限，请由管理员执行：CREATE ROLE ${role} LOGIN NOINHERIT PASSWORD '…'; 并在 ` +
        `DATABASE_URL_APP 与 DATABASE_URL_PORTAL 中给出两个角色的连接。`,
    )
  }
}

/** A template's copy keeps the grants on schemas and tables, but not those on the database itself. */
export async function grantConnect(owner: Database): Promise<void> {
  const { rows } = await owner.query<{ name: string }>({ text: 'SELECT quote_ident(current_database()) AS name' })
  await owner.query({ text: `GRANT CONNECT ON DATABASE ${rows[0]?.name} TO ${APP_ROLE}, ${PORTAL_ROLE}` })
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
