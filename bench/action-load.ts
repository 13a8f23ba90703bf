// Started by load.ts as a process of its own; the plan comes on stdin, the result goes to stdout.
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { json } from 'node:stream/consumers'

/** One connection, which sends one request after the other. */
export type Lane = {
  /** Fixed header lines without the changing ones. */
  readonly headers: string
  /** Taken in turn, with the version that each has now and the body to send. */
  readonly targets: { readonly path: string; version: number; readonly body: string }[]
}
export type Plan = { readonly port: number; readonly perLane: number; readonly lanes: readonly Lane[] }
export type Result = {
  readonly seconds: number
  readonly latenciesMs: readonly number[]
  readonly versions: Readonly<Record<string, number>>
}

async function run({ port, perLane, lanes }: Plan): Promise<Result> {
  const sockets = await Promise.all(lanes.map(() => open(port)))
  const latenciesMs: number[] = []
  const started = performance.now()
  await Promise.all(lanes.map((lane, index) => drive(sockets[index], lane, perLane, latenciesMs)))
  const seconds = (performance.now() - started) / 1000
  for (const socket of sockets) socket.destroy()
  const versions = Object.fromEntries(lanes.flatMap((lane) => lane.targets.map((each) => [each.path, each.version])))
  return { seconds, latenciesMs, versions }
}

async function open(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  return socket
}

/** HTTP is written by hand, so that this side costs next to nothing. */
async function drive(socket: Socket | undefined, lane: Lane, count: number, latenciesMs: number[]): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) {
    const target = lane.targets[turn % lane.targets.length]
    if (!socket || !target) throw new Error('a lane needs a socket and a target')
    const sent = performance.now()
    const head = await exchange(socket, requestText(lane.headers, target))
    latenciesMs.push(performance.now() - sent)
    target.version = Number(/^etag: "(\d+)"/im.exec(head)?.[1])
  }
}

function requestText(headers: string, { path, version, body }: Lane['targets'][number]): string {
  const own = `if-match: "${version}"\r\nidempotency-key: ${randomUUID()}\r\ncontent-length: ${Buffer.byteLength(body)}`
  return `POST ${path} HTTP/1.1\r\n${headers}\r\n${own}\r\n\r\n${body}`
}

/** Sends one request and gives the head of a 200; throws with the whole answer of anything else. */
async function exchange(socket: Socket, request: string): Promise<string> {
  socket.write(request)
  let got = Buffer.alloc(0)
  while (true) {
    got = Buffer.concat([got, await nextChunk(socket)])
    const head = wholeHead(got)
    if (head?.startsWith('HTTP/1.1 200')) return head
    if (head !== undefined) throw new Error(got.toString('utf8'))
  }
}

function nextChunk(socket: Socket): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const cut = () => reject(new Error('the server closed the connection'))
    socket.once('data', (chunk: Buffer) => {
      socket.off('close', cut)
      resolve(chunk)
    })
    socket.once('close', cut)
  })
}

/** The head of an answer that has come in whole. */
function wholeHead(got: Buffer): string | undefined {
  const end = got.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = got.toString('latin1', 0, end)
  const length = Number(/^content-length: (\d+)/im.exec(head)?.[1])
  return got.length < end + 4 + length ? undefined : head
}

if (import.meta.main) console.log(JSON.stringify(await run((await json(process.stdin)) as Plan)))
