import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PORTAL_SETTINGS } from '#portal/portal-settings.ts'
import { servePortal } from '#portal/serve-portal.ts'
import { openNamedFolder } from '#server/blobs/named-files.ts'
import { systemClock } from '#server/clock.ts'
import { openDatabase } from '#server/db/database.ts'
import { startEmbedded } from '#server/db/embedded.ts'
import { migrate } from '#server/db/migrate.ts'
import { openLog } from '#server/log.ts'
import { fillPublished } from './published-rows.ts'

/** The portal alone on a database of its own with the invented decisions; `work` gets its address. */
export async function withPortal(work: (address: string) => Promise<void>): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'zhaofa-portal-'))
  const embedded = await startEmbedded({ home, durable: false, say: () => undefined })
  const owner = openDatabase({ connection: embedded.connection })
  try {
    await migrate(owner, { app: 'test-app', portal: 'test-portal' })
    await fillPublished(owner)
    const connection = { ...embedded.connection, user: 'zhaofa_portal', password: 'test-portal' }
    const db = openDatabase({ connection, searchPath: 'published', settings: PORTAL_SETTINGS })
    const config = { host: '127.0.0.1', portalPort: 0, portalPublicUrl: '' }
    const portal = await servePortal({
      config,
      db,
      files: openNamedFolder(home),
      clock: systemClock,
      log: openLog('warn'),
    })
    try {
      await work(portal.address)
    } finally {
      await portal.close()
      await db.close()
    }
  } finally {
    await owner.close()
    await embedded.stop()
    rmSync(home, { recursive: true, force: true })
  }
}
