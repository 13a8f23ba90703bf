import { PORTAL_SETTINGS } from '#portal/portal-settings.ts'
import { openNamedFiles } from '#server/blobs/open-named-files.ts'
import { systemClock } from '#server/clock.ts'
import { refuseOpenDemo, type Settings } from '#server/config.ts'
import type { Connected } from '#server/db/connect.ts'
import { openDatabase } from '#server/db/database.ts'
import { refuseUnmigrated } from '#server/db/migrate.ts'
import { openLog } from '#server/log.ts'
import { type OpenContext, openContext } from '#server/open-context.ts'
import type { RunningParts } from './running-parts.ts'

// Each part is loaded only where it runs: a portal alone never loads the office.

/** The context of the office's own processes; refused while the database is not of this program's shape. */
export async function openOffice(settings: Settings, connected: Connected, parts: RunningParts): Promise<OpenContext> {
  const context = await openContext(settings, connected)
  parts.add('数据库连接', () => context.close())
  await refuseUnmigrated(context.db)
  return context
}

export async function openDesk(context: OpenContext, parts: RunningParts): Promise<string> {
  refuseOpenDemo(context.config, await hasDemoLogins(context))
  const { serveDesk } = await import('#server/main.ts')
  const desk = await serveDesk(context)
  parts.add('办案端', () => desk.close())
  return desk.address
}

async function hasDemoLogins({ db }: OpenContext): Promise<boolean> {
  const { rows } = await db.query<{ has: boolean }>({
    text: 'SELECT EXISTS (SELECT FROM app.accounts WHERE is_demo AND NOT is_disabled) AS has',
  })
  return rows[0]?.has === true
}

export async function openWorker(context: OpenContext, parts: RunningParts): Promise<void> {
  const { runWorker } = await import('#server/main.ts')
  const worker = await runWorker(context)
  parts.add('后台作业', () => worker.close())
}

/** The portal has a pool of its own on the role that sees the published schema only. */
export async function openPortal(settings: Settings, connected: Connected, parts: RunningParts): Promise<string> {
  const { config } = settings
  const log = openLog(config.logLevel)
  const db = openDatabase({
    connection: connected.connectionFor('portal'),
    searchPath: 'published',
    settings: PORTAL_SETTINGS,
    onConnectionLost: (error) => log.warn({ err: error }, 'a database connection was lost'),
  })
  parts.add('门户的数据库连接', () => db.close())
  const { servePortal } = await import('#portal/serve-portal.ts')
  const files = openNamedFiles(config, settings.secrets, systemClock.now)
  const portal = await servePortal({ config, db, files, clock: systemClock, log })
  parts.add('公示门户', () => portal.close())
  return portal.address
}
