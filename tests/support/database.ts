import { inject } from 'vitest'
import { type Database, openDatabase } from '#server/db/database.ts'
import { grantConnect } from '#server/db/roles.ts'
import { oneConnectionEach } from './one-connection.ts'

export type TestDatabase = {
  readonly owner: Database
  readonly app: Database
  readonly portal: Database
  /** Name and address, for a program that is started beside the test. */
  readonly urls: { readonly owner: string; readonly app: string; readonly portal: string }
  /** Closes the three pools and drops the copy. */
  drop(): Promise<void>
}

let copies = 0

/** A fresh copy of the migrated, empty database, reached as each of the three roles. Call `drop` in `afterAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  const cluster = inject('cluster')
  copies += 1
  const database = `test_${process.pid}_${process.env.VITEST_WORKER_ID ?? '0'}_${copies}_${Date.now()}`
  await asAdmin(`CREATE DATABASE ${database} TEMPLATE ${cluster.template}`)
  const connect = (user: string, password: string, searchPath: string): Database =>
    openDatabase({
      connection: { host: cluster.host, port: cluster.port, user, password, database },
      max: 5,
      searchPath,
    })
  const url = (user: string, password: string): string =>
    `postgres://${user}:${password}@/${database}?host=${encodeURIComponent(cluster.host)}&port=${cluster.port}`

  const owner = connect(cluster.ownerUser, cluster.ownerPassword, 'app')
  const app = oneConnectionEach(connect('zhaofa_app', cluster.appPassword, 'app'))
  const portal = connect('zhaofa_portal', cluster.portalPassword, 'published')
  await grantConnect(owner)
  return {
    owner,
    app,
    portal,
    urls: {
      owner: url(cluster.ownerUser, cluster.ownerPassword),
      app: url('zhaofa_app', cluster.appPassword),
      portal: url('zhaofa_portal', cluster.portalPassword),
    },
    drop: async () => {
      await Promise.all([owner.close(), app.close(), portal.close()])
      await asAdmin(`DROP DATABASE ${database} WITH (FORCE)`)
    },
  }
}

/** Runs the work on a copy of its own and drops the copy whatever happens. */
export async function withDatabase<T>(work: (database: TestDatabase) => Promise<T>): Promise<T> {
  const database = await testDatabase()
  try {
    return await work(database)
  } finally {
    await database.drop()
  }
}

async function asAdmin(text: string): Promise<void> {
  const { host, port, ownerUser, ownerPassword } = inject('cluster')
  const admin = openDatabase({
    connection: { host, port, user: ownerUser, password: ownerPassword, database: 'postgres' },
    max: 1,
  })
  try {
    await admin.query({ text })
  } finally {
    await admin.close()
  }
}
