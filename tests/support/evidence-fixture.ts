import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { buildApp } from '#server/app.ts'
import type { BlobStore } from '#server/blobs/blob-store.ts'
import { openFolderStore } from '#server/blobs/folder-store.ts'
import { systemClock } from '#server/clock.ts'
import type { Context } from '#server/context.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { type Official, PUBLIC_URL, seedOfficials } from './evidence-officials.ts'

export type { Official }

export type RunningServer = { readonly origin: string; readonly blobs: BlobStore; close(): Promise<void> }

export type EvidenceFixture = {
  readonly database: TestDatabase
  readonly root: string
  /** Two handlers of one agency with a case each, and one of another agency. */
  readonly officials: readonly [Official, Official, Official]
  /** A server of its own on the same database and store, as another process would be. */
  serve(): Promise<RunningServer>
  contextOf(blobs: BlobStore): Context
  drop(): Promise<void>
}

/** Plainly invented agencies and handlers, each signed in, on a fresh database and folder. */
export async function evidenceFixture(folder?: string): Promise<EvidenceFixture> {
  const database = await testDatabase()
  const root = folder ?? (await mkdtemp(join(tmpdir(), 'zhaofa-evidence-')))
  const officials = await seedOfficials(database.owner)
  const contextOf = (blobs: BlobStore): Context => {
    const config = { publicUrl: PUBLIC_URL, portalPublicUrl: 'http://127.0.0.1:2' } as Context['config']
    // Nothing is typeset here.
    const typesetter = undefined as never
    return { config, db: database.app, blobs, clock: systemClock, log: pino({ level: 'silent' }), typesetter }
  }
  return {
    database,
    root,
    officials,
    contextOf,
    async serve() {
      const blobs = await openFolderStore(root)
      const app = await buildApp(contextOf(blobs))
      await app.listen({ host: '127.0.0.1', port: 0 })
      const { port } = app.server.address() as AddressInfo
      return {
        origin: `http://127.0.0.1:${port}`,
        blobs,
        close: async () => {
          await app.close()
          await blobs.close()
        },
      }
    },
    async drop() {
      await database.drop()
      if (folder === undefined) await rm(root, { recursive: true, force: true })
    },
  }
}
