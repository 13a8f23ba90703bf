// Started by upload.ts as a process of its own: `sink <folder>` or `product <folder> <database url>`; prints its port.
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pino } from 'pino'
import { buildApp } from '#server/app.ts'
import { openFolderStore } from '#server/blobs/folder-store.ts'
import { systemClock } from '#server/clock.ts'
import type { Context } from '#server/context.ts'
import { openDatabase } from '#server/db/database.ts'
import { PUBLIC_URL } from '../tests/support/evidence-officials.ts'

/** The least that does the same: both digests, every byte in the file, fsync before the answer. */
async function sink(folder: string): Promise<number> {
  const server = createServer(async (request, response) => {
    response.end(await swallow(request, join(folder, 'sink')))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

async function swallow(request: IncomingMessage, path: string): Promise<string> {
  const [sha256, sm3, file] = [createHash('sha256'), createHash('sm3'), await open(path, 'w')]
  for await (const chunk of request) {
    sha256.update(chunk)
    sm3.update(chunk)
    await file.write(chunk)
  }
  await file.sync()
  await file.close()
  return `${sha256.digest('hex')} ${sm3.digest('hex')}`
}

async function product(folder: string, databaseUrl: string): Promise<number> {
  const config = { publicUrl: PUBLIC_URL, portalPublicUrl: PUBLIC_URL } as Context['config']
  const db = openDatabase({ connection: { connectionString: databaseUrl } })
  const blobs = await openFolderStore(folder)
  // Nothing is typeset here.
  const typesetter = undefined as never
  const log = pino({ level: 'silent' })
  const app = await buildApp({ config, db, blobs, clock: systemClock, log, typesetter })
  await app.listen({ host: '127.0.0.1', port: 0 })
  return (app.server.address() as AddressInfo).port
}

const [kind, folder = '', databaseUrl = ''] = process.argv.slice(2)
console.log(await (kind === 'sink' ? sink(folder) : product(folder, databaseUrl)))
process.on('disconnect', () => process.exit(0))
