import { openBlobStore } from './blobs/open-blob-store.ts'
import { systemClock } from './clock.ts'
import type { Settings } from './config.ts'
import type { Context } from './context.ts'
import type { Connected } from './db/connect.ts'
import { openDatabase } from './db/database.ts'
import { openLog } from './log.ts'
import { OperatorError } from './operator-error.ts'

export type OpenContext = Context & { close(): Promise<void> }

/** Everything a command reaches, on the app role's own pool. */
export async function openContext(settings: Settings, connected: Connected): Promise<OpenContext> {
  const { config } = settings
  const log = openLog(config.logLevel)
  const blobs = await openBlobStore(blobAddress(settings))
  const onConnectionLost = (error: Error) => log.warn({ err: error }, 'a database connection was lost')
  const db = openDatabase({ connection: connected.connectionFor('app'), onConnectionLost })
  const close = async () => {
    await db.close()
    await blobs.close()
  }
  return { config, db, blobs, clock: systemClock, log, close }
}

function blobAddress({ config }: Settings): string {
  if (config.blobStore.kind === 'file') return `file:${config.blobStore.folder}`
  throw new OperatorError('BLOB_STORE 的 s3: 存储尚未支持；请用 file:<文件夹>，例如 file:/var/lib/zhaofa/blobs。')
}
