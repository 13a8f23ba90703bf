import { createHash, createHmac } from 'node:crypto'

export type S3Keys = { readonly accessKey: string; readonly secretKey: string; readonly region: string }

export type S3Method = 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE'

export type S3Call = {
  readonly method: S3Method
  /** Path with bucket and key; only characters that need no encoding. */
  readonly path: string
  /** As `queryOf` makes it. */
  readonly query?: string
  /** Lower-case names; all of them are signed. */
  readonly headers: Readonly<Record<string, string>>
  readonly payloadSha256: string
}

export const EMPTY_SHA256 = createHash('sha256').digest('hex')

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

/** Names and values in the order and spelling in which they are signed. */
export function queryOf(values: Readonly<Record<string, string>>): string {
  const names = Object.keys(values).sort()
  return names.map((name) => `${encoded(name)}=${encoded(values[name] ?? '')}`).join('&')
}

const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** The headers of a call with its AWS Signature Version 4 (service s3). */
export function signS3(call: S3Call, keys: S3Keys, at: Date): Record<string, string> {
  const stamp = at.toISOString().replace(/[-:]|\.\d{3}/g, '')
  const day = stamp.slice(0, 8)
  const headers: Record<string, string> = {
    ...call.headers,
    'x-amz-content-sha256': call.payloadSha256,
    'x-amz-date': stamp,
  }
  const names = Object.keys(headers).sort()
  const canonical = [
    call.method,
    call.path,
    call.query ?? '',
    ...names.map((name) => `${name}:${headers[name]?.trim()}`),
    '',
    names.join(';'),
    call.payloadSha256,
  ].join('\n')
  const scope = `${day}/${keys.region}/s3/aws4_request`
  const digest = createHash('sha256').update(canonical).digest('hex')
  const key = hmac(hmac(hmac(hmac(`AWS4${keys.secretKey}`, day), keys.region), 's3'), 'aws4_request')
  const signature = hmac(key, ['AWS4-HMAC-SHA256', stamp, scope, digest].join('\n')).toString('hex')
  const authorization = `AWS4-HMAC-SHA256 Credential=${keys.accessKey}/${scope},SignedHeaders=${names.join(';')},Signature=${signature}`
  return { ...headers, authorization }
}
