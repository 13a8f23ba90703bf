import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { openDatabase } from '#server/db/database.ts'
import { startEmbedded } from '#server/db/embedded.ts'
import { migrate } from '#server/db/migrate.ts'
import { type Official, seedOfficials } from '../tests/support/evidence-officials.ts'
import { begin } from '../tests/support/tus-exchange.ts'

export type Figure = { readonly name: string; readonly figure: number; readonly unit: string; readonly target: string }

const MIB = 1024 * 1024
const SIZE_MIB = 256
const ROUNDS = 5

/** Uploads 256 MiB in turn to a bare sink and to the product, each in a process of its own, five times; medians. */
export async function measure(): Promise<Figure[]> {
  const home = await mkdtemp(join(tmpdir(), 'zhaofa-bench-upload-'))
  const embedded = await startEmbedded({ home, durable: true, say: () => undefined })
  const children: ChildProcess[] = []
  try {
    const { official, url } = await prepare(embedded.connection)
    const sink = await start(children, ['sink', home])
    const product = await start(children, ['product', join(home, 'blobs'), url])
    return figures(await rounds(sink, product, official))
  } finally {
    for (const child of children) child.kill()
    await embedded.stop()
    await rm(home, { recursive: true, force: true })
  }
}

type Connection = Parameters<typeof openDatabase>[0]['connection']

async function prepare(connection: Connection): Promise<{ official: Official; url: string }> {
  const owner = openDatabase({ connection })
  const password = randomBytes(16).toString('hex')
  await migrate(owner, { app: password, portal: password })
  const [official] = await seedOfficials(owner)
  await owner.close()
  const { host = '', port = 0, database = '' } = connection
  const url = `postgres://zhaofa_app:${password}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
  return { official, url }
}

async function start(children: ChildProcess[], args: readonly string[]): Promise<string> {
  const script = join(import.meta.dirname, 'upload-servers.ts')
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  children.push(child)
  const [port] = await once(child.stdout ?? child, 'data')
  return `http://127.0.0.1:${String(port).trim()}`
}

type Seconds = { readonly sink: number[]; readonly product: number[] }

async function rounds(sink: string, product: string, official: Official): Promise<Seconds> {
  const seconds: Seconds = { sink: [], product: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    const content = randomBytes(MIB)
    seconds.sink.push(await timed(() => send('POST', `${sink}/`, {}, content)))
    seconds.product.push(await timed(() => upload(product, official, content)))
  }
  return seconds
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

async function upload(origin: string, { cookie, caseId }: Official, content: Buffer): Promise<void> {
  const metadata = { filename: '录像.mp4', caseId }
  const { url } = await begin({ origin, cookie, size: SIZE_MIB * MIB, metadata })
  const tus = { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }
  await send('PATCH', url, { cookie, origin, ...tus }, content)
}

async function send(method: string, url: string, headers: Record<string, string>, content: Buffer): Promise<void> {
  const sent = request(url, { method, headers: { ...headers, 'content-length': String(SIZE_MIB * MIB) } })
  const answered = once(sent, 'response')
  for (let piece = 0; piece < SIZE_MIB; piece += 1) if (!sent.write(content)) await once(sent, 'drain')
  sent.end()
  const [response] = await answered
  const body = await text(response)
  if (response.statusCode >= 300) throw new Error(`${url} answered ${response.statusCode}: ${body}`)
}

function figures({ sink, product }: Seconds): Figure[] {
  const speed = (seconds: number[]): number => SIZE_MIB / (seconds.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? Number.NaN)
  const [bare, ours] = [speed(sink), speed(product)]
  return [
    { name: 'upload: bare sink, SHA-256 + SM3 + fsync', figure: Math.round(bare), unit: 'MiB/s', target: '—' },
    { name: 'upload: product, tus', figure: Math.round(ours), unit: 'MiB/s', target: '—' },
    { name: 'upload: product / sink', figure: Math.round((ours / bare) * 100), unit: '%', target: '≥ 75' },
  ]
}

if (import.meta.main) console.table(await measure())
