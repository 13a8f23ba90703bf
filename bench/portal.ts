import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { servePortal } from '#portal/serve-portal.ts'
import { systemClock } from '#server/clock.ts'
import { type Database, openDatabase } from '#server/db/database.ts'
import { startEmbedded } from '#server/db/embedded.ts'
import { migrate } from '#server/db/migrate.ts'
import { openLog } from '#server/log.ts'
import { fillPublished, PUBLISHED } from '../tests/support/published-rows.ts'
import { type Figure, median, round } from './figure.ts'
import { requestsPerSecond } from './page-load.ts'

const CONNECTIONS = 16
const ROUND_MS = 800
const ROUNDS = 9
const ROWS = 20_000

/** One decision's page from the database against node:http with the same indexed read, in turn, at 16 connections. */
export async function measure(): Promise<readonly Figure[]> {
  const home = mkdtempSync(join(tmpdir(), 'zhaofa-bench-portal-'))
  const embedded = await startEmbedded({ home, durable: false, say: () => undefined })
  const owner = openDatabase({ connection: embedded.connection })
  try {
    await migrate(owner, { app: 'bench-app', portal: 'bench-portal' })
    await fillPublished(owner)
    await fillMany(owner)
    const connection = { ...embedded.connection, user: 'zhaofa_portal', password: 'bench-portal' }
    return await inTurn(openDatabase({ connection, searchPath: 'published' }))
  } finally {
    await owner.close()
    await embedded.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

async function fillMany(owner: Database): Promise<void> {
  await owner.query({
    text: `INSERT INTO published.decisions (id, status, title, kind, agency_name, party_name, decided_on, published_at, body)
      SELECT gen_random_uuid(), 'published', title || n, kind, agency_name, party_name, decided_on,
        published_at - n * interval '1 minute', body
      FROM published.decisions, generate_series(1, $1::int) n WHERE id = $2`,
    values: [ROWS, PUBLISHED[0]?.id],
  })
}

async function inTurn(db: Database): Promise<readonly Figure[]> {
  const config = { host: '127.0.0.1', portalPort: 0, portalPublicUrl: '' }
  const portal = await servePortal({
    config,
    db,
    files: { read: async () => undefined },
    clock: systemClock,
    log: openLog('silent'),
  })
  const bare = await serveBare(db)
  const ask = (port: number): Promise<number> =>
    requestsPerSecond({ port, path: `/decisions/${PUBLISHED[0]?.id}`, connections: CONNECTIONS, ms: ROUND_MS })
  const rounds: { bare: number; portal: number }[] = []
  for (let turn = 0; turn <= ROUNDS; turn += 1) {
    const made = {
      bare: await ask((bare.address() as AddressInfo).port),
      portal: await ask(Number(new URL(portal.address).port)),
    }
    // The first turn warms both up.
    if (turn > 0) rounds.push(made)
  }
  await portal.close()
  bare.close()
  bare.closeAllConnections()
  await db.close()
  const ratio = median(rounds.map((made) => made.portal / made.bare))
  return [
    {
      name: `门户决定页，${CONNECTIONS} 个连接（参照：node:http 加一次索引读；比值 ${round(ratio * 100)} % 为各轮中位数）`,
      figure: round(median(rounds.map((made) => made.portal))),
      unit: '页/秒',
      yardstick: round(median(rounds.map((made) => made.bare))),
      target: '≥ 60 %',
      held: ratio >= 0.6,
    },
  ]
}

/** The yardstick: the same row by the same index, answered as JSON, and nothing else. */
function serveBare(db: Database): Promise<Server> {
  const server = createServer(async (request, response) => {
    const { rows } = await db.query({
      name: 'bench-decision',
      text: 'SELECT * FROM published.decisions WHERE id = $1',
      values: [request.url?.split('/').at(-1)],
    })
    const body = JSON.stringify(rows[0])
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body)
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}
