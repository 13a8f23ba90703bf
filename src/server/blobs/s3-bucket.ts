import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { pipeline } from 'node:stream/promises'
import { EMPTY_SHA256, queryOf, type S3Keys, type S3Method, signS3 } from './s3-signature.ts'

export type S3Bucket = S3Keys & {
  /** `https://host[:port]`; the bucket is the first part of the path. */
  readonly endpoint: string
  readonly bucket: string
  now(): Date
}

/** A store that says nothing for so long is taken for dead. */
const SILENCE_MS = 60_000

export type S3Order = {
  readonly method: S3Method
  readonly key: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly payload?: { readonly sha256: string; readonly source: AsyncIterable<Uint8Array> }
}

/** Sends one signed request; the answer's body is still to be read. The store compares a payload with its digest. */
export async function callS3(bucket: S3Bucket, order: S3Order): Promise<IncomingMessage> {
  const url = new URL(`/${bucket.bucket}/${order.key}`, bucket.endpoint)
  url.search = order.query ? queryOf(order.query) : ''
  const call = {
    method: order.method,
    path: url.pathname,
    query: url.search.slice(1),
    headers: { ...order.headers, host: url.host },
    payloadSha256: order.payload?.sha256 ?? EMPTY_SHA256,
  }
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  const sent = request(url, { method: order.method, headers: signS3(call, bucket, bucket.now()) })
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    sent.on('response', resolve).on('error', reject)
    sent.setTimeout(SILENCE_MS, () => sent.destroy(new Error('S3 没有应答')))
  })
  if (order.payload) await Promise.race([pipeline(order.payload.source, sent), answered])
  else sent.end()
  return answered
}

/** Drops the rest of an answer, so that its connection can be used again. */
export function drain(answer: IncomingMessage): void {
  answer.resume()
}
