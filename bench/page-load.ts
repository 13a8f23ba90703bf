import { connect } from 'node:net'
import { parentPort, Worker, workerData } from 'node:worker_threads'

export type Load = { readonly port: number; readonly path: string; readonly connections: number; readonly ms: number }

/** Requests per second that a server on this machine answers, asked from a thread of its own over connections that stay open. */
export function requestsPerSecond(load: Load): Promise<number> {
  const worker = new Worker(new URL(import.meta.url), { workerData: load })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

const HEAD_END = '\r\n\r\n'

/** One connection: asks, reads the whole answer by its length, asks again until the time is over. */
function askUntil(load: Load, end: number): Promise<number> {
  const request = `GET ${load.path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`
  return new Promise((resolve, reject) => {
    let answered = 0
    let got: Buffer = Buffer.alloc(0)
    const socket = connect(load.port, '127.0.0.1', () => socket.write(request))
    const goOn = () => {
      answered += 1
      got = Buffer.alloc(0)
      if (performance.now() < end) return void socket.write(request)
      socket.destroy()
      resolve(answered)
    }
    socket.on('error', reject)
    socket.on('data', (chunk: Buffer) => {
      got = Buffer.concat([got, chunk])
      if (got.length >= (lengthOf(got) ?? Number.POSITIVE_INFINITY)) goOn()
    })
  })
}

function lengthOf(answer: Buffer): number | undefined {
  const head = answer.indexOf(HEAD_END)
  if (head < 0) return undefined
  const text = answer.subarray(0, head).toString('latin1')
  if (!text.startsWith('HTTP/1.1 200')) throw new Error(`the server answered ${text.slice(0, 60)}`)
  const length = /content-length: (\d+)/i.exec(text)?.[1]
  if (length === undefined) throw new Error('the answer has no length')
  return head + HEAD_END.length + Number(length)
}

if (parentPort) {
  const load = workerData as Load
  const started = performance.now()
  const counts = await Promise.all(Array.from({ length: load.connections }, () => askUntil(load, started + load.ms)))
  parentPort.postMessage((counts.reduce((sum, count) => sum + count, 0) * 1000) / (performance.now() - started))
}
