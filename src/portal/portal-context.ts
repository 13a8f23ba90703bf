import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '#server/db/database.ts'

/** What the portal reaches: a pool on the role that sees the published schema only, and nothing of the office. */
export type PortalContext = {
  readonly config: { readonly host: string; readonly portalPort: number; readonly portalPublicUrl: string }
  readonly db: Database
  readonly clock: { now(): Date }
  readonly log: FastifyBaseLogger
}
