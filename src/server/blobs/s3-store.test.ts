import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BlobStore } from './blob-store.ts'
import { openBlobStore } from './open-blob-store.ts'
import { signS3 } from './s3-signature.ts'
import { storeBytes } from './store-bytes.ts'

const KEYS = { accessKey: 'demo', secretKey: 'demo-secret', region: 'cn-north-1' }
const objects = new Map<string, Buffer>()
const notYet = new Set<string>()
let puts = 0
let bucket: Server
let home: string
let blobs: BlobStore

/** What an S3 server does with our requests: check the signature and the payload's digest, keep, give, give a part, drop. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await buffer(request)
  const path = request.url ?? ''
  if (!isSigned(request)) return void response.writeHead(403).end()
  if (request.method === 'PUT') return putObject(request, response, path, body)
  if (request.method === 'DELETE') return dropObject(response, path)
  // Somebody stores it between our question and our request.
  if (request.method === 'HEAD' && notYet.delete(path)) return giveObject(request, response, undefined)
  return giveObject(request, response, path === '/zhengju/' ? Buffer.alloc(0) : objects.get(path))
}

function giveObject(request: IncomingMessage, response: ServerResponse, object: Buffer | undefined): void {
  if (!object) return void response.writeHead(404).end()
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')
  const part = range ? object.subarray(Number(range[1]), Number(range[2]) + 1) : object
  response.writeHead(range ? 206 : 200, { 'content-length': part.length })
  response.end(request.method === 'HEAD' ? undefined : part)
}

function dropObject(response: ServerResponse, path: string): void {
  response.writeHead(objects.delete(path) ? 204 : 404).end()
}

function putObject(request: IncomingMessage, response: ServerResponse, path: string, body: Buffer): void {
  puts += 1
  if (request.headers['if-none-match'] === '*' && objects.has(path)) return void response.writeHead(412).end()
  const isWhole = createHash('sha256').update(body).digest('hex') === request.headers['x-amz-content-sha256']
  if (isWhole) objects.set(path, body)
  response.writeHead(isWhole ? 200 : 400).end()
}

function isSigned({ method, url, headers }: IncomingMessage): boolean {
  const stamp = String(headers['x-amz-date']).replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z')
  const signed = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? '')?.[1]?.split(';') ?? []
  const own = signed.filter((name) => !name.startsWith('x-amz-')).map((name) => [name, String(headers[name])])
  const call = { method: method as 'GET', path: url ?? '', headers: Object.fromEntries(own) }
  const payloadSha256 = String(headers['x-amz-content-sha256'])
  return signS3({ ...call, payloadSha256 }, KEYS, new Date(stamp)).authorization === headers.authorization
}

const settings = (secretKey: string) => {
  const endpoint = `http://127.0.0.1:${(bucket.address() as AddressInfo).port}`
  const blobStore = { kind: 's3', endpoint, bucket: 'zhengju', region: KEYS.region } as const
  return [{ blobStore, home }, { s3: { accessKey: KEYS.accessKey, secretKey } }, () => new Date()] as const
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'zhaofa-s3-'))
  bucket = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => bucket.listen(0, '127.0.0.1', resolve))
  blobs = await openBlobStore(...settings(KEYS.secretKey))
})

afterAll(async () => {
  await blobs?.close()
  bucket?.closeAllConnections()
  bucket?.close()
  await rm(home, { recursive: true, force: true })
})

describe('the S3 store', () => {
  it('keeps a blob under its digest, once, and gives it whole and in part', async () => {
    const bytes = Buffer.from('执法记录仪'.repeat(200_000))
    const { sha256 } = await storeBytes(blobs, 'a-1', bytes)
    await storeBytes(blobs, 'a-2', bytes)
    expect([...objects.keys()]).toEqual([`/zhengju/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`])
    expect(puts).toBe(1)
    expect(await readdir(join(home, 'blobs', 'staging'))).toEqual([])
    expect((await buffer(blobs.openRange(sha256))).equals(bytes)).toBe(true)
    expect(await buffer(blobs.openRange(sha256, { start: 5, end: 1_000_004 }))).toEqual(bytes.subarray(5, 1_000_005))
    expect(await blobs.stat(sha256)).toEqual({ size: bytes.length })
  })

  it('notices a changed and a missing blob, and finishes a move twice', async () => {
    const { sha256 } = await storeBytes(blobs, 'b-1', Buffer.from('原始录音'))
    expect(await blobs.verify(sha256)).toBe('sound')
    expect(await blobs.keepStaged('b-1', sha256)).toBe('known')
    for (const [path, object] of objects) if (path.endsWith(sha256)) object.writeUInt8(0, 0)
    expect(await blobs.verify(sha256)).toBe('altered')
    expect(await blobs.verify('0'.repeat(64))).toBe('missing')
    await expect(buffer(blobs.openRange('0'.repeat(64)))).rejects.toThrow('S3 GET answered 404')
    await expect(blobs.keepStaged('b-2', '1'.repeat(64))).rejects.toThrow('is gone')
  })

  it('never writes over what somebody stored between the question and the request', async () => {
    const bytes = Buffer.from('同时存入的原件')
    const { sha256 } = await storeBytes(blobs, 'd-1', bytes)
    const [path = ''] = [...objects.keys()].filter((key) => key.endsWith(sha256))
    const theirs = objects.get(path)
    notYet.add(path)
    await storeBytes(blobs, 'd-2', bytes)
    expect(objects.get(path)).toBe(theirs)
  })

  it('is refused at the start with a sentence when the keys are wrong or nobody answers', async () => {
    await expect(openBlobStore(...settings('wrong'))).rejects.toThrow('请检查地址、桶名和钥匙')
    const [place, keys, now] = settings(KEYS.secretKey)
    const blobStore = { ...place.blobStore, endpoint: 'http://127.0.0.1:9' }
    await expect(openBlobStore({ ...place, blobStore }, keys, now)).rejects.toThrow('存储桶 zhengju')
    await expect(openBlobStore(place, { s3: undefined }, now)).rejects.toThrow('缺少钥匙')
  })
})

describe('named files in a bucket', () => {
  it('are kept once, never overwritten, and replaced only where they may change', async () => {
    const { named } = blobs
    await named.keep([{ name: 'log/tile/0/000.p/1', bytes: Buffer.from('a') }])
    const before = puts
    await named.keep([{ name: 'log/tile/0/000.p/1', bytes: Buffer.from('a') }])
    expect(puts).toBe(before)
    await expect(named.keep([{ name: 'log/tile/0/000.p/1', bytes: Buffer.from('b') }])).rejects.toThrow('other bytes')
    await named.replace({ name: 'log/checkpoint', bytes: Buffer.from('1') })
    await named.replace({ name: 'log/checkpoint', bytes: Buffer.from('2') })
    expect(String(await named.read('log/checkpoint'))).toBe('2')
    expect(objects.has('/zhengju/log/checkpoint')).toBe(true)
  })

  it('are dropped, and absent ones read as absent', async () => {
    await blobs.named.replace({ name: 'decisions/1.pdf', bytes: Buffer.from('x') })
    await blobs.named.remove('decisions/1.pdf')
    await blobs.named.remove('decisions/1.pdf')
    expect(await blobs.named.read('decisions/1.pdf')).toBeUndefined()
  })
})
