// Started by log.ts as a process of its own: callers that each commit small transactions with leaves, as case commands do.
import { createHash, randomBytes } from 'node:crypto'
import { json } from 'node:stream/consumers'
import pg from 'pg'

export type CallersPlan = {
  readonly url: string
  readonly callers: number
  readonly transactions: number
  readonly leaves: number
  /** Between two transactions of one caller. */
  readonly pauseMs: number
  /** Instead of a pause: each caller begins one transaction every so often, however long the last one took. */
  readonly periodMs?: number
  /** Log: leaves only. Chain: each leaf locks the head row and hashes it into the next. */
  readonly way: 'log' | 'chain'
  readonly prefix: string
}

/** When each transaction was committed, by the subject of its last leaf. */
export type CallersResult = { readonly seconds: number; readonly committed: readonly (readonly [string, number])[] }

async function run(plan: CallersPlan): Promise<CallersResult> {
  const clients = Array.from({ length: plan.callers }, () => new pg.Client({ connectionString: plan.url }))
  await Promise.all(clients.map((client) => client.connect()))
  const committed: [string, number][] = []
  const started = performance.now()
  await Promise.all(clients.map((client, nth) => drive(client, plan, `${plan.prefix}${nth}`, committed)))
  const seconds = (performance.now() - started) / 1000
  await Promise.all(clients.map((client) => client.end()))
  return { seconds, committed }
}

type Leaf = { readonly subject: string; readonly salt: string; readonly digest: string }

/** Until the next turn begins. */
async function rest({ pauseMs, periodMs }: CallersPlan, begun: number, turn: number): Promise<void> {
  const ms = periodMs === undefined ? pauseMs : begun + (turn + 1) * periodMs - performance.now()
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms))
}

async function drive(client: pg.Client, plan: CallersPlan, name: string, committed: [string, number][]): Promise<void> {
  const begun = performance.now()
  for (let turn = 0; turn < plan.transactions; turn += 1) {
    const leaves = Array.from({ length: plan.leaves }, (_, nth) => leafOf(`event:${name}:${turn}-${nth}`))
    await (plan.way === 'log' ? append(client, leaves) : chain(client, leaves))
    committed.push([leaves.at(-1)?.subject ?? '', Date.now()])
    await rest(plan, begun, turn)
  }
}

function leafOf(subject: string): Leaf {
  const salt = randomBytes(16)
  return {
    subject,
    salt: salt.toString('hex'),
    digest: createHash('sha256').update(salt).update(subject).digest('hex'),
  }
}

const APPEND = `INSERT INTO app.leaves (kind, subject, salt, digest)
  SELECT 'event', l.subject, decode(l.salt, 'hex'), decode(l.digest, 'hex')
  FROM jsonb_to_recordset($1) AS l(subject text, salt text, digest text)`

const append = (client: pg.Client, leaves: readonly Leaf[]) =>
  client.query({ name: 'append', text: APPEND, values: [JSON.stringify(leaves)] })

async function chain(client: pg.Client, leaves: readonly Leaf[]): Promise<void> {
  await client.query({ name: 'begin', text: 'BEGIN' })
  for (const { subject, digest } of leaves) {
    const { rows } = await client.query({ name: 'head', text: 'SELECT seq, hash FROM bench.head FOR UPDATE' })
    const hash = createHash('sha256').update(rows[0].hash).update(digest).digest()
    const values = [rows[0].seq, subject, hash]
    await client.query({
      name: 'link',
      text: 'INSERT INTO bench.chain (seq, subject, hash) VALUES ($1, $2, $3)',
      values,
    })
    await client.query({ name: 'move', text: 'UPDATE bench.head SET seq = seq + 1, hash = $1', values: [hash] })
  }
  await client.query({ name: 'commit', text: 'COMMIT' })
}

if (import.meta.main) console.log(JSON.stringify(await run((await json(process.stdin)) as CallersPlan)))
