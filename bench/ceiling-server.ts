// Started by server-process.ts as a process of its own: `<port> <database url>`.
import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import pg from 'pg'

const [port, connectionString] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString, max: 10 })
const sample = await pool.query('SELECT events, answer FROM bench.sample')
const { events, answer }: { events: unknown; answer: unknown } = sample.rows[0]
const [eventsText, answerText] = [JSON.stringify(events), JSON.stringify(answer)]

async function move(request: IncomingMessage): Promise<number> {
  const { id } = JSON.parse(await text(request)) as { id: string }
  const { rows } = await pool.query<{ version: number }>({
    name: 'move',
    text: 'SELECT bench.move($1, $2) AS version',
    values: [id, eventsText],
  })
  return rows[0]?.version ?? 0
}

const server = createServer(async (request, response) => {
  const version = await move(request)
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answerText) }
  response.writeHead(200, { ...headers, etag: `"${version}"` }).end(answerText)
})
server.listen(Number(port), '127.0.0.1', () => console.error(`listening on ${port}`))
process.on('SIGTERM', () => {
  server.close()
  server.closeAllConnections()
  void pool.end()
})
