import type { BlobStore } from './blobs/blob-store.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Database } from './db/database.ts'
import type { Typesetter } from './features/documents/typesetter.ts'
import type { Logger } from './log.ts'

/** What every command and query may reach; there is no other global state. */
export type Context = {
  readonly config: Config
  readonly db: Database
  readonly blobs: BlobStore
  readonly clock: Clock
  readonly log: Logger
  /** Its child process starts with the first document. */
  readonly typesetter: Typesetter
}
