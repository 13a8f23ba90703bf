import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { buildApp } from '#server/app.ts'
import { openBlobStore } from '#server/blobs/open-blob-store.ts'
import { type Clock, dateInShanghai } from '#server/clock.ts'
import { readSettings } from '#server/config.ts'
import type { Context } from '#server/context.ts'
import { seedDemo } from '#server/features/demo/seed-demo.ts'
import { fontFolders, openTypesetter } from '#server/features/documents/index.ts'
import { openSession } from '#server/http/session.ts'
import { sessionCookieName } from '#server/http/session-cookie.ts'
import { openLog } from '#server/log.ts'
import { type TestDatabase, testDatabase } from './database.ts'

export type Send = Omit<InjectOptions, 'url' | 'method'>
export type Caller = {
  get(url: string, more?: Send): Promise<LightMyRequestResponse>
  /** Any other method, with the desk's Origin and a fresh Idempotency-Key unless given. */
  send(
    method: NonNullable<InjectOptions['method']>,
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>
  readonly cookie: string
}
export type TestDesk = {
  readonly app: FastifyInstance
  readonly context: Context
  readonly database: TestDatabase
  readonly origin: string
  /** A signed-in person of the demo region, or nobody. */
  as(login: string): Promise<Caller>
  nobody: Caller
  /** Over a real socket, which the upload protocol needs; answers the status. */
  wire(method: string, url: string, headers: Record<string, string>): Promise<number>
  /** Moves the office's clock on. */
  pass(minutes: number): void
  close(): Promise<void>
}

/** The desk's server on a database of its own with the demo region in it; requests are injected, the clock stands still. */
export async function testDesk(at = '2026-03-10T02:00:00Z', env: Record<string, string> = {}): Promise<TestDesk> {
  const database = await testDatabase()
  const home = mkdtempSync(join(tmpdir(), 'zhaofa-desk-'))
  const { config, secrets } = readSettings({ ZHAOFA_HOME: home, LOG_LEVEL: 'silent', ...env })
  let now = new Date(at)
  const clock: Clock = { now: () => new Date(now), today: () => dateInShanghai(now) }
  const blobs = await openBlobStore(config, secrets, clock.now)
  // Starts no process before the first document.
  const typesetter = openTypesetter({ fontFolders: fontFolders(home) })
  const context: Context = { config, db: database.app, blobs, clock, log: openLog(config.logLevel), typesetter }
  await seedDemo(context)
  const app = await buildApp(context)
  const origin = new URL(config.publicUrl).origin
  return {
    app,
    context,
    database,
    origin,
    as: async (login) => callerOf(app, origin, await cookieOf(context, login)),
    nobody: callerOf(app, origin, ''),
    wire: (method, url, headers) => sendOverWire(app, method, url, headers),
    pass: (minutes) => {
      now = new Date(now.getTime() + minutes * 60_000)
    },
    close: async () => {
      await app.close()
      await typesetter.close()
      await blobs.close()
      await database.drop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

async function cookieOf(context: Context, login: string): Promise<string> {
  const { rows } = await context.db.query<{ id: string }>({
    text: 'SELECT id FROM app.accounts WHERE login = $1',
    values: [login],
  })
  if (!rows[0]) throw new Error(`no demo login ${login}`)
  const token = await openSession(context.db, rows[0].id, context.clock.now())
  return `${sessionCookieName(context.config.publicUrl)}=${token}`
}

async function sendOverWire(app: FastifyInstance, method: string, path: string, headers: Record<string, string>) {
  if (!app.server.listening) await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  return new Promise<number>((resolve, reject) => {
    const sent = httpRequest({ port, host: '127.0.0.1', method, path, headers, agent: false }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0))
    })
    sent.on('error', reject).end()
  })
}

function callerOf(app: FastifyInstance, origin: string, cookie: string): Caller {
  return {
    cookie,
    get: (url, more = {}) => app.inject({ method: 'GET', url, ...more, headers: { cookie, ...more.headers } }),
    send: (method, url, body, headers = {}) => {
      const own = { cookie, origin, 'idempotency-key': randomUUID(), ...headers }
      if (body === undefined) return app.inject({ method, url, headers: own })
      const payload = typeof body === 'string' ? body : JSON.stringify(body)
      return app.inject({ method, url, payload, headers: { 'content-type': 'application/json', ...own } })
    },
  }
}
