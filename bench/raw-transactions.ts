// Started by load.ts as a process of its own: the transaction of the same shape by the driver alone, in five round trips.
import { json } from 'node:stream/consumers'
import pg from 'pg'

export type RawPlan = {
  readonly url: string
  readonly connections: number
  readonly perConnection: number
  readonly ids: readonly string[]
}

/** CPU seconds are those of the client. */
export type RawResult = { readonly seconds: number; readonly cpu: number }

async function run({ url, connections, perConnection, ids }: RawPlan): Promise<RawResult> {
  const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: url }))
  await Promise.all(clients.map((client) => client.connect()))
  const sample = await clients[0]?.query('SELECT events FROM bench.sample')
  const events = JSON.stringify(sample?.rows[0].events)
  const share = Math.floor(ids.length / connections)
  const [started, used] = [performance.now(), process.cpuUsage()]
  await Promise.all(
    clients.map((client, index) => drive(client, ids.slice(index * share, (index + 1) * share), perConnection, events)),
  )
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(used)
  await Promise.all(clients.map((client) => client.end()))
  return { seconds, cpu: (user + system) / 1e6 }
}

async function drive(client: pg.Client, ids: readonly string[], count: number, events: string): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await move(client, ids[turn % ids.length], events)
}

async function move(client: pg.Client, id: string | undefined, events: string): Promise<void> {
  await client.query({ name: 'begin', text: 'BEGIN' })
  const { rows } = await client.query({
    name: 'lock',
    text: 'SELECT version, state FROM bench.cases WHERE id = $1 FOR UPDATE',
    values: [id],
  })
  await client.query({ name: 'tell', text: INSERT, values: [id, rows[0].version, events] })
  await client.query({
    name: 'move',
    text: 'UPDATE bench.cases SET version = version + $2, state = $3 WHERE id = $1',
    values: [id, JSON.parse(events).length, JSON.stringify(rows[0].state)],
  })
  await client.query({ name: 'commit', text: 'COMMIT' })
}

const INSERT = `INSERT INTO bench.events (case_id, seq, body)
  SELECT $1, $2 + e.ordinal, e.body FROM jsonb_array_elements($3) WITH ORDINALITY AS e(body, ordinal)`

if (import.meta.main) console.log(JSON.stringify(await run((await json(process.stdin)) as RawPlan)))
