import { readdirSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import S3rver from 's3rver'

export type S3Server = {
  readonly endpoint: string
  /** Method and path with query of everything asked so far. */
  readonly asked: string[]
  /** What happens to a request before the server sees it. */
  meddle: (request: IncomingMessage, response: ServerResponse) => 'handled' | undefined
  /** Uploads in parts that were begun and neither completed nor dropped. */
  unfinished(): string[]
  /** Refuses connections until `comeBack`. */
  goAway(): Promise<void>
  comeBack(): Promise<void>
  close(): Promise<void>
}

/** Keys that s3rver knows without being told. */
export const S3_KEYS = { accessKey: 'S3RVER', secretKey: 'S3RVER' }

/**
 * An S3 server of somebody else: s3rver. It checks buckets, ranges, the name of the key and the form of the signature. It does
 * **not** check the signature itself (vectors of Amazon's do, and the server in s3-store.test.ts), nor the digest of a payload, nor
 * id, ETags and sizes of parts, and it knows no dropping of an upload, which is done here.
 */
export async function s3Server(directory: string, bucket: string): Promise<S3Server> {
  const s3rver = new S3rver({ directory, silent: true, vhostBuckets: false, configureBuckets: [{ name: bucket }] })
  await s3rver.configureBuckets()
  const answer = s3rver.callback()
  const uploads = join(directory, bucket, '._S3rver_uploads')
  const asked: string[] = []
  const http: Server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    if (own.meddle(request, response) === 'handled') return
    const [, dropped] = request.method === 'DELETE' ? (/[?&]uploadId=([0-9a-f]+)/.exec(request.url ?? '') ?? []) : []
    if (dropped === undefined) return void answer(request, response)
    rmSync(join(uploads, dropped), { recursive: true, force: true })
    response.writeHead(204).end()
  })
  const listen = (port: number) => new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve))
  const goAway = () => {
    http.closeAllConnections()
    return new Promise<void>((resolve) => http.close(() => resolve()))
  }
  await listen(0)
  const { port } = http.address() as AddressInfo
  const own: S3Server = {
    endpoint: `http://127.0.0.1:${port}`,
    asked,
    meddle: () => undefined,
    unfinished: () => readIfThere(uploads),
    goAway,
    comeBack: () => listen(port),
    close: goAway,
  }
  return own
}

function readIfThere(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
