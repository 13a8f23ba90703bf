import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createSocket } from 'node:net'
import { ADD_CHECKPOINT_LIMIT } from '#domain/record-log/add-checkpoint.ts'
import { formatVkey } from '#domain/record-log/vkey.ts'
import type { Logger } from '../../log.ts'
import { OperatorError } from '../../operator-error.ts'
import { addCheckpoint, type Witnessing } from './add-checkpoint.ts'

export type ServedWitness = { readonly address: string; close(): Promise<void> }

export type WitnessPlace = {
  readonly folder: string
  readonly host: string
  readonly port: number
  readonly log: Logger
}

const PATIENCE_MS = 10_000

/** Serves one witness until closed; a second process on the same folder is refused. */
export async function serveWitness(
  witnessing: Witnessing,
  { folder, host, port, log }: WitnessPlace,
): Promise<ServedWitness> {
  const claim = await claimFolder(folder)
  const server = createServer({ requestTimeout: PATIENCE_MS, headersTimeout: PATIENCE_MS }, (request, response) => {
    void answer(witnessing, request, response).catch((error: unknown) => {
      log.error({ err: error }, 'the witness could not answer')
      send(response, 500, 'text/plain; charset=utf-8', '见证方现在不能会签。\n')
    })
  })
  try {
    // What it remembers is looked at before it serves: a damaged file is told now.
    for (const { name } of witnessing.logs) await witnessing.state.latest(name)
    server.listen(port, host)
    await once(server, 'listening')
  } catch (error) {
    await close(claim)
    throw error
  }
  const { port: taken } = server.address() as AddressInfo
  return {
    address: `http://${host}:${taken}`,
    close: async () => {
      server.closeAllConnections()
      await close(server)
      await close(claim)
    },
  }
}

/** A name that the system gives back when the process ends, however it ends. */
async function claimFolder(folder: string): Promise<Server | ReturnType<typeof createSocket>> {
  const claim = createSocket()
  claim.listen(`\0zhaofa-witness-${createHash('sha256').update(folder).digest('hex')}`)
  try {
    await once(claim, 'listening')
    return claim
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new OperatorError(`${folder} 已由另一个见证进程使用；请先停止它，或用 ZHAOFA_HOME 另选目录。`)
  }
}

async function close(server: { close(done: () => void): unknown }): Promise<void> {
  await new Promise<void>((resolve) => server.close(() => resolve()))
}

async function answer(witnessing: Witnessing, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method, url = '' } = request
  const path = url.split('?')[0]
  if (method === 'GET' && path === '/vkey') {
    return send(response, 200, 'text/plain; charset=utf-8', `${formatVkey(witnessing.key.vkey)}\n`)
  }
  if (path !== '/add-checkpoint') return send(response, 404, 'text/plain; charset=utf-8', '没有这个地址。\n')
  if (method !== 'POST') return send(response, 405, 'text/plain; charset=utf-8', '只接受 POST。\n')
  const body = await bodyOf(request)
  if (body === undefined) {
    response.setHeader('connection', 'close')
    return send(response, 413, 'text/plain; charset=utf-8', '请求太长。\n')
  }
  const { status, type, body: text } = await addCheckpoint(witnessing, textOf(body))
  return send(response, status, type, text)
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Empty, which is no request, for what is no UTF-8. */
function textOf(body: Uint8Array): string {
  try {
    return UTF8.decode(body)
  } catch {
    return ''
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  if (response.headersSent) return
  response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff' }).end(body)
}

/** The bytes of the body; undefined when there are more than any request has. */
async function bodyOf(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > ADD_CHECKPOINT_LIMIT) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
