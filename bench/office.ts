import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBlobStore } from '#server/blobs/open-blob-store.ts'
import { systemClock } from '#server/clock.ts'
import { readSettings } from '#server/config.ts'
import type { Context } from '#server/context.ts'
import { type Database, openDatabase } from '#server/db/database.ts'
import { startEmbedded } from '#server/db/embedded.ts'
import { migrate } from '#server/db/migrate.ts'
import { seedDemo } from '#server/features/demo/seed-demo.ts'
import { openLog } from '#server/log.ts'

/** A database of the bench's own with the demo region in it, as durable as one in service. */
export type Office = {
  readonly home: string
  readonly owner: Database
  /** Of the app role. */
  readonly url: string
  readonly postmaster: number
}

/** Runs the work on a fresh embedded database and removes it whatever happens. */
export async function withOffice<T>(work: (office: Office) => Promise<T>): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), 'zhaofa-bench-'))
  const embedded = await startEmbedded({ home, durable: true, say: () => undefined })
  const owner = openDatabase({ connection: embedded.connection, max: 3 })
  try {
    const password = randomBytes(16).toString('hex')
    await migrate(owner, { app: password, portal: password })
    await seed(owner, home)
    const { host = '', port = 0, database = '' } = embedded.connection
    const url = `postgres://zhaofa_app:${password}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
    const [pid] = (await readFile(join(home, 'database/data/postmaster.pid'), 'utf8')).split('\n')
    return await work({ home, owner, url, postmaster: Number(pid) })
  } finally {
    await owner.close()
    await embedded.stop()
    await rm(home, { recursive: true, force: true })
  }
}

async function seed(owner: Database, home: string): Promise<void> {
  const { config, secrets } = readSettings({ ZHAOFA_HOME: home, LOG_LEVEL: 'silent' })
  const blobs = await openBlobStore(config, secrets, systemClock.now)
  // Nothing is typeset while rows are loaded.
  const typesetter = undefined as never
  const context: Context = { config, db: owner, blobs, clock: systemClock, log: openLog(config.logLevel), typesetter }
  await seedDemo(context)
  await blobs.close()
}
