import { openBlobStore } from './blobs/open-blob-store.ts'
import { systemClock } from './clock.ts'
import type { Settings } from './config.ts'
import type { Context } from './context.ts'
import type { Connected } from './db/connect.ts'
import { openDatabase } from './db/database.ts'
import { fontFolders, openTypesetter } from './features/documents/index.ts'
import { openLog } from './log.ts'

export type OpenContext = Context & { close(): Promise<void> }

/** Everything a command reaches, on the app role's own pool. */
export async function openContext(settings: Settings, connected: Connected): Promise<OpenContext> {
  const { config } = settings
  const log = openLog(config.logLevel)
  const blobs = await openBlobStore(config, settings.secrets, systemClock.now)
  const onConnectionLost = (error: Error) => log.warn({ reason: error.message }, 'a database connection was lost')
  const db = openDatabase({ connection: connected.connectionFor('app'), onConnectionLost })
  const typesetter = openTypesetter({ fontFolders: fontFolders(config.home) })
  const close = async () => {
    await typesetter.close()
    await db.close()
    await blobs.close()
  }
  return { config, db, blobs, clock: systemClock, log, typesetter, close }
}
