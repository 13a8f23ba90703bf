import type { PoolConfig } from 'pg'
import pg from 'pg'
import type { Settings } from '../config.ts'
import { OperatorError } from '../operator-error.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import { explainDatabase } from './explain-database.ts'
import { enterHome } from './home-lock.ts'
import { APP_ROLE, PORTAL_ROLE } from './roles.ts'
import { findSecret, type SecretName } from './secrets.ts'

export type Role = 'owner' | 'app' | 'portal'

/** A database that answered, and how to reach it as each role. */
export type Connected = {
  readonly kind: 'embedded' | 'external'
  /** Throws an OperatorError when that role was never made here. */
  connectionFor(role: Role): PoolConfig
  /** Call when all pools are closed: the last one out stops the embedded database. */
  release(): Promise<void>
}

export type ConnectOptions = {
  /** Of the command, shown to others who find the home in use. */
  readonly name: string
  /** Claims the home for one `start`; without effect on an external database. */
  readonly alone?: boolean
  readonly say: (sentence: string) => void
}

/** Reaches the database of `DATABASE_URL`, or starts the home's own. Throws an OperatorError with what to do. */
export async function connect(settings: Settings, options: ConnectOptions): Promise<Connected> {
  const { databaseUrl, databaseUrlApp, databaseUrlPortal } = settings.secrets
  if (databaseUrl ?? databaseUrlApp ?? databaseUrlPortal) return connectExternal(settings)
  return connectEmbedded(settings, options)
}

const URL_NAMES = { owner: 'DATABASE_URL', app: 'DATABASE_URL_APP', portal: 'DATABASE_URL_PORTAL' } as const

async function connectExternal(settings: Settings): Promise<Connected> {
  const { secrets, config } = settings
  const given = { owner: secrets.databaseUrl, app: secrets.databaseUrlApp, portal: secrets.databaseUrlPortal }
  const first = (['owner', 'app', 'portal'] as const).find((role) => given[role] !== undefined) ?? 'owner'
  await probe({ connectionString: given[first] }, URL_NAMES[first])
  return {
    kind: 'external',
    connectionFor: (role) => {
      if (given[role]) return { connectionString: given[role] }
      if (!given.owner || role === 'owner') throw new OperatorError(`这个命令需要环境变量 ${URL_NAMES[role]}。`)
      return { connectionString: withRole(given.owner, role, passwordOf(config.home, role)) }
    },
    release: async () => undefined,
  }
}

async function connectEmbedded(settings: Settings, options: ConnectOptions): Promise<Connected> {
  const { home } = settings.config
  const embedded = await startEmbedded({ home, say: options.say })
  try {
    await makeDatabase(embedded.connection)
    const connection = { ...embedded.connection, database: DATABASE }
    const presence = await enterHome(connection, options.name, options.alone === true)
    return {
      kind: 'embedded',
      connectionFor: (role) =>
        role === 'owner' ? connection : { ...connection, user: ROLE_NAMES[role], password: passwordOf(home, role) },
      release: async () => {
        if (await presence.leave()) await embedded.stop()
      },
    }
  } catch (error) {
    if (embedded.how === 'started') await embedded.stop()
    throw error
  }
}

const DATABASE = 'zhaofa'
const ROLE_NAMES = { app: APP_ROLE, portal: PORTAL_ROLE } as const
const SECRET_NAMES: Readonly<Record<'app' | 'portal', SecretName>> = { app: 'database-app', portal: 'database-portal' }

async function makeDatabase(connection: Embedded['connection']): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`)
  } catch (error) {
    // Another process made it in between.
    if ((error as { code?: string }).code !== '42P04') throw error
  } finally {
    await client.end()
  }
}

function passwordOf(home: string, role: 'app' | 'portal'): string {
  const password = findSecret(home, SECRET_NAMES[role])
  if (password) return password
  throw new OperatorError(
    `${home}/secrets 中没有数据库角色 ${ROLE_NAMES[role]} 的密码；请先执行 npm run -s zhaofa -- migrate，或设置 ${URL_NAMES[role]}。`,
  )
}

/** Socket addresses have no host before the slash, which the URL parser refuses; `host=` in the query still wins. */
function withRole(databaseUrl: string, role: 'app' | 'portal', password: string): string {
  const url = new URL(databaseUrl.replace('@/', '@localhost/'))
  url.username = ROLE_NAMES[role]
  url.password = password
  return url.href
}

async function probe(connection: PoolConfig, name: string): Promise<void> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('SELECT 1')
  } catch (error) {
    throw explainDatabase(error, name)
  } finally {
    await client.end().catch(() => undefined)
  }
}
