import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '#server/db/database.ts'
import { isServing, readPostmaster } from '#server/db/embedded/postmaster.ts'
import { startEmbedded } from '#server/db/embedded.ts'
import { migrate } from '#server/db/migrate.ts'
import { getOrMakeSecret } from '#server/db/secrets.ts'

export type TestCluster = {
  readonly host: string
  readonly port: number
  readonly ownerUser: string
  readonly ownerPassword: string
  readonly appPassword: string
  readonly portalPassword: string
  /** The migrated database that every test file copies. */
  readonly template: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: TestCluster
  }
}

const PREFIX = 'zhaofa-test-'

/** One cluster per run, one migrated template in it; the roles are made once, since they belong to the cluster. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  sweepDead()
  const home = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`))
  const embedded = await startEmbedded({ home, durable: false, say: (sentence) => console.error(sentence) })
  const { host = '', port = 0, user = '', password } = embedded.connection
  const [app, portal] = [getOrMakeSecret(home, 'database-app'), getOrMakeSecret(home, 'database-portal')]

  const admin = openDatabase({ connection: embedded.connection })
  await admin.query({ text: 'CREATE DATABASE template_zhaofa' })
  await admin.close()
  const owner = openDatabase({ connection: { ...embedded.connection, database: 'template_zhaofa' } })
  await migrate(owner, { app, portal })
  await owner.close()

  project.provide('cluster', {
    host,
    port,
    ownerUser: user,
    ownerPassword: String(password),
    appPassword: app,
    portalPassword: portal,
    template: 'template_zhaofa',
  })
  return async () => {
    await embedded.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

/** Removes clusters of runs that were killed; their names carry the run's process id. */
function sweepDead(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : 0
    if (pid > 0 && !isAlive(pid)) sweep(join(tmpdir(), name))
  }
}

function sweep(home: string): void {
  const postmaster = readPostmaster(join(home, 'database', 'data'))
  if (postmaster && isServing(postmaster, join(home, 'database', 'data'))) process.kill(postmaster.pid, 'SIGQUIT')
  rmSync(home, { recursive: true, force: true })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
