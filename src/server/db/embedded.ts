import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { PoolConfig } from 'pg'
import { createCluster, OWNER } from './embedded/create-cluster.ts'
import { findPlace } from './embedded/place.ts'
import { runnableBinaries } from './embedded/runnable-binaries.ts'
import { startServer, stopServer } from './embedded/start-server.ts'
import { refuseHalfRestored } from './half-restored.ts'
import { getOrMakeSecret } from './secrets.ts'

export type EmbeddedConfig = {
  readonly home: string
  /** False only for tests: a power cut would lose the cluster. */
  readonly durable?: boolean
  /** Hears single sentences for the operator. */
  readonly say: (sentence: string) => void
}

export type Embedded = {
  /** Owner's connection to the database `postgres`. */
  readonly connection: PoolConfig
  readonly how: 'started' | 'attached'
  /** Stops the server for everybody; whether one may, `holdHome` knows. */
  stop(): Promise<void>
}

/** Starts the home's own PostgreSQL 18, creating it first if there is none. Throws an OperatorError with what to do. */
export async function startEmbedded({ home, durable = true, say }: EmbeddedConfig): Promise<Embedded> {
  refuseHalfRestored(home)
  const place = await findPlace(resolve(home), say)
  const binaries = await runnableBinaries(place, say)
  const password = getOrMakeSecret(home, 'database-owner')
  if (!existsSync(place.data)) await createCluster(place, binaries, password, durable)
  const { postmaster, how } = await startServer(place, binaries, durable)
  return {
    connection: { host: postmaster.sockets, port: postmaster.port, user: OWNER, password, database: 'postgres' },
    how,
    stop: () => stopServer(place, binaries),
  }
}
