import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { openDatabase } from '#server/db/database.ts'
import { startEmbedded } from '#server/db/embedded.ts'
import { migrate } from '#server/db/migrate.ts'
import { type Official, seedOfficials } from '../tests/support/evidence-officials.ts'
import { begin } from '../tests/support/tus-exchange.ts'
import type { Figure } from './figure.ts'

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

type Server = { readonly origin: string; readonly pid: number }

async function start(children: ChildProcess[], args: readonly string[]): Promise<Server> {
  const script = join(import.meta.dirname, 'upload-servers.ts')
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  children.push(child)
  const [port] = await once(child.stdout ?? child, 'data')
  return { origin: `http://127.0.0.1:${String(port).trim()}`, pid: child.pid ?? 0 }
}

/** Processor time that a process has used so far, all threads; Linux counts in hundredths of a second. */
async function cpuSeconds({ pid }: Server): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/^.*\) /, '').split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

type Round = { readonly seconds: number; readonly cpu: number }
type Rounds = { readonly sink: Round[]; readonly product: Round[] }

async function rounds(sink: Server, product: Server, official: Official): Promise<Rounds> {
  const made: Rounds = { sink: [], product: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    const content = randomBytes(MIB)
    made.sink.push(await timed(sink, () => send('POST', `${sink.origin}/`, {}, content)))
    made.product.push(await timed(product, () => upload(product.origin, official, content)))
  }
  return made
}

async function timed(server: Server, work: () => Promise<void>): Promise<Round> {
  const [start, cpu] = [performance.now(), await cpuSeconds(server)]
  await work()
  return { seconds: (performance.now() - start) / 1000, cpu: (await cpuSeconds(server)) - cpu }
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

const median = (rows: Round[], of: keyof Round): number =>
  rows.map((row) => row[of]).toSorted((a, b) => a - b)[ROUNDS >> 1] ?? Number.NaN

function figures({ sink, product }: Rounds): Figure[] {
  const [bare, ours] = [SIZE_MIB / median(sink, 'seconds'), SIZE_MIB / median(product, 'seconds')]
  const cpu = (rows: Round[]): number => Math.round((median(rows, 'cpu') / SIZE_MIB) * 1024 * 100) / 100
  return [
    { name: 'upload: bare sink, SHA-256 + SM3 + fsync', figure: Math.round(bare), unit: 'MiB/s', target: '—' },
    { name: 'upload: product, tus', figure: Math.round(ours), unit: 'MiB/s', target: '—' },
    { name: 'upload: product / sink', figure: Math.round((ours / bare) * 100), unit: '%', target: '≥ 75' },
    { name: 'upload: processor time, bare sink', figure: cpu(sink), unit: 's/GiB', target: '—' },
    { name: 'upload: processor time, product', figure: cpu(product), unit: 's/GiB', target: '—' },
  ]
}

if (import.meta.main) console.table(await measure())
