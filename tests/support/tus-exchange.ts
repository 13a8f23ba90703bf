import { type IncomingHttpHeaders, request } from 'node:http'
import { buffer } from 'node:stream/consumers'

export type Reply = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer }

export type Exchange = {
  readonly method: string
  readonly url: string
  readonly cookie: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Buffer
  /** Breaks the connection after this many bytes of the body; the exchange then has no reply. */
  readonly cutAfter?: number
}

/** One request as a browser of the desk would send it, by hand, so that it can be broken off anywhere. */
export function exchange(order: Exchange): Promise<Reply | undefined> {
  const { origin } = new URL(order.url)
  const length = order.body === undefined ? {} : { 'content-length': String(order.body.length) }
  const headers = { cookie: order.cookie, origin, 'tus-resumable': '1.0.0', ...length, ...order.headers }
  return new Promise((resolve, reject) => {
    const sent = request(order.url, { method: order.method, headers, agent: false }, (reply) => {
      buffer(reply).then((body) => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body }), reject)
    })
    sent.on('error', (error) => (order.cutAfter === undefined ? reject(error) : resolve(undefined)))
    if (order.cutAfter === undefined) sent.end(order.body)
    else sent.write(order.body?.subarray(0, order.cutAfter), () => sent.destroy())
  })
}

const encode = (metadata: Readonly<Record<string, string>>): string =>
  Object.entries(metadata)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',')

export type Opening = {
  readonly origin: string
  readonly cookie: string
  readonly size: number
  readonly metadata: Readonly<Record<string, string>>
}

/** Begins an upload; the answer's location is absolute. */
export async function begin({ origin, cookie, size, metadata }: Opening): Promise<Reply & { readonly url: string }> {
  const headers = { 'upload-length': String(size), 'upload-metadata': encode(metadata) }
  const reply = await exchange({ method: 'POST', url: `${origin}/api/uploads`, cookie, headers, body: Buffer.alloc(0) })
  if (!reply) throw new Error('no reply')
  return { ...reply, url: `${origin}${reply.headers.location ?? ''}` }
}

type Piece = {
  readonly url: string
  readonly cookie: string
  readonly at: number
  readonly body: Buffer
  readonly cutAfter?: number
}

/** Sends bytes from an offset on. */
export function append({ at, ...piece }: Piece): Promise<Reply | undefined> {
  const headers = { 'upload-offset': String(at), 'content-type': 'application/offset+octet-stream' }
  return exchange({ method: 'PATCH', headers, ...piece })
}

/** How many bytes the server has; undefined when it does not know the upload. */
export async function offsetOf(url: string, cookie: string): Promise<number | undefined> {
  const reply = await exchange({ method: 'HEAD', url, cookie })
  return reply?.status === 200 ? Number(reply.headers['upload-offset']) : undefined
}

/** The sentence and code of a problem answer. */
export function problemIn(reply: Reply | undefined): {
  code: string
  status: number
  detail: string
  errors?: { sentence: string }[]
} {
  return JSON.parse(reply?.body.toString() ?? '')
}
