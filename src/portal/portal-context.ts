import type { FastifyBaseLogger } from 'fastify'
import type { NamedFiles } from '#server/blobs/named-files.ts'
import type { Database } from '#server/db/database.ts'

/** What the portal reaches: a pool on the role that sees the published schema only, and nothing of the office. */
export type PortalContext = {
  readonly config: { readonly host: string; readonly portalPort: number; readonly portalPublicUrl: string }
  readonly db: Database
  /** Tiles of the record log and public originals; what else lies there has no name that could be asked for. */
  readonly files: Pick<NamedFiles, 'read'>
  readonly clock: { now(): Date }
  readonly log: FastifyBaseLogger
}
