import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { S3_KEYS, type S3Server, s3Server } from '../../../tests/support/s3-server.ts'
import type { BlobStore } from './blob-store.ts'
import { openFolderStore } from './folder-store.ts'
import { openBlobStore } from './open-blob-store.ts'
import { openS3Store } from './s3-store.ts'
import { openStaging } from './staging.ts'
import { storeBytes } from './store-bytes.ts'

const MIB = 1024 * 1024
const PART = 5 * MIB
let home: string
let server: S3Server
let blobs: BlobStore
const now = () => new Date()

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'zhaofa-s3rver-'))
  server = await s3Server(join(home, 'bucket'), 'zhengju')
  const bucket = { endpoint: server.endpoint, bucket: 'zhengju', region: 'us-east-1', ...S3_KEYS, now }
  blobs = openS3Store(bucket, await openFolderStore(join(home, 'local')), PART)
})
afterEach(() => {
  server.meddle = () => undefined
  server.asked.length = 0
})
afterAll(async () => {
  await blobs?.close()
  await server?.close()
  await rm(home, { recursive: true, force: true })
})

const open = (bucket: string, accessKey = S3_KEYS.accessKey) =>
  openBlobStore(
    { blobStore: { kind: 's3', endpoint: server.endpoint, bucket, region: 'us-east-1' }, home },
    { s3: { ...S3_KEYS, accessKey } },
    now,
  )

const staged = (): Promise<string[]> => readdir(join(home, 'local', 'staging'))
const partsAsked = (): string[] => server.asked.flatMap((line) => /^PUT .*partNumber=(\d+)/.exec(line)?.[1] ?? [])

/** A file that has arrived whole and is not in the store yet. */
async function arrived(id: string, bytes: Buffer): Promise<string> {
  const staging = openStaging(blobs)
  const source = (async function* () {
    yield bytes
  })()
  await staging.append({ id, at: 0, source, expected: bytes.length, onDurable: async () => undefined })
  return (await staging.finish(id, bytes.length)).sha256
}

/** Breaks the connection of one part, once. */
function breakPart(part: number): void {
  server.meddle = (request) => {
    if (!request.url?.includes(`partNumber=${part}`)) return undefined
    server.meddle = () => undefined
    request.socket.destroy()
    return 'handled'
  }
}

describe('a bucket on a server of somebody else', () => {
  it('takes a blob once and gives it whole and in part', async () => {
    const bytes = randomBytes(300_000)
    const { sha256 } = await storeBytes(blobs, 'a-1', bytes)
    await storeBytes(blobs, 'a-2', bytes)
    expect(server.asked.filter((line) => line.startsWith('PUT'))).toHaveLength(1)
    expect((await buffer(blobs.openRange(sha256))).equals(bytes)).toBe(true)
    expect(await buffer(blobs.openRange(sha256, { start: 7, end: 200_000 }))).toEqual(bytes.subarray(7, 200_001))
    expect(await blobs.verify(sha256)).toBe('sound')
    expect(await blobs.verify('0'.repeat(64))).toBe('missing')
  })

  it('keeps, replaces and drops the named files of the log', async () => {
    await blobs.named.keep([{ name: 'log/tile/0/000', bytes: Buffer.from('tile') }])
    await blobs.named.replace({ name: 'log/checkpoint', bytes: Buffer.from('1') })
    await blobs.named.replace({ name: 'log/checkpoint', bytes: Buffer.from('2') })
    expect(String(await blobs.named.read('log/checkpoint'))).toBe('2')
    await blobs.named.remove('log/checkpoint')
    expect(await blobs.named.read('log/checkpoint')).toBeUndefined()
  })

  it('is refused at the start with a sentence when the key is wrong or the bucket is not there', async () => {
    await expect(open('zhengju', 'unknown')).rejects.toThrow('请检查地址、桶名和钥匙')
    await expect(open('nowhere')).rejects.toThrow('没有这个桶')
    await (await open('zhengju')).close()
  })
})

describe('a file that is larger than one part', () => {
  it('goes in parts and comes out whole, with nothing left over', async () => {
    const bytes = randomBytes(2 * PART + 12_345)
    const sha256 = await arrived('b-1', bytes)
    expect(await blobs.keepStaged('b-1', sha256)).toBe('stored')
    expect(partsAsked()).toEqual(['1', '2', '3'])
    expect((await buffer(blobs.openRange(sha256))).equals(bytes)).toBe(true)
    expect([await staged(), server.unfinished()]).toEqual([[], []])
  })

  it('that breaks off goes on with the part that is missing, also from another process', async () => {
    const bytes = randomBytes(3 * PART)
    const sha256 = await arrived('b-2', bytes)
    breakPart(2)
    await expect(blobs.keepStaged('b-2', sha256)).rejects.toThrow()
    expect(await blobs.has(sha256)).toBe(false)
    expect(await staged()).toEqual(['b-2', 'b-2-parts'])
    server.asked.length = 0
    expect(await blobs.keepStaged('b-2', sha256)).toBe('stored')
    expect(partsAsked()).toEqual(['2', '3'])
    expect(await blobs.verify(sha256)).toBe('sound')
    expect([await staged(), server.unfinished()]).toEqual([[], []])
  })

  it('whose parts the bucket has dropped meanwhile begins anew', async () => {
    const sha256 = await arrived('b-3', randomBytes(2 * PART))
    breakPart(2)
    await expect(blobs.keepStaged('b-3', sha256)).rejects.toThrow()
    server.meddle = (request, response) => {
      if (!request.url?.includes('partNumber=2')) return undefined
      server.meddle = () => undefined
      response.writeHead(404).end()
      return 'handled'
    }
    await expect(blobs.keepStaged('b-3', sha256)).rejects.toThrow('S3 PUT answered 404')
    server.asked.length = 0
    expect(await blobs.keepStaged('b-3', sha256)).toBe('stored')
    expect(partsAsked()).toEqual(['1', '2'])
  })

  it('is not taken for stored when the bucket fails after it has said 200', async () => {
    const sha256 = await arrived('b-4', randomBytes(PART + 1))
    server.meddle = (request, response) => {
      if (request.method !== 'POST' || !request.url?.includes('uploadId=')) return undefined
      request.resume()
      response.writeHead(200).end('<Error><Code>InternalError</Code></Error>')
      return 'handled'
    }
    await expect(blobs.keepStaged('b-4', sha256)).rejects.toThrow('did not complete')
    server.meddle = () => undefined
    expect(await blobs.keepStaged('b-4', sha256)).toBe('stored')
    expect(await blobs.verify(sha256)).toBe('sound')
  })

  it.each(['b-5', 'b-5-parts'])('that is given up by the clean-up of %s leaves no parts in the bucket', async (id) => {
    const before = server.unfinished()
    const sha256 = await arrived('b-5', randomBytes(2 * PART))
    breakPart(2)
    await expect(blobs.keepStaged('b-5', sha256)).rejects.toThrow()
    expect(server.unfinished()).toHaveLength(before.length + 1)
    await blobs.discardStaged(id)
    expect(server.unfinished()).toEqual(before)
    await blobs.discardStaged('b-5')
    expect(await staged()).toEqual([])
  })
})

describe('a bucket that goes away', () => {
  it('and comes back takes the file that had arrived meanwhile', async () => {
    const bytes = randomBytes(100_000)
    const sha256 = await arrived('c-1', bytes)
    await server.goAway()
    await expect(blobs.keepStaged('c-1', sha256)).rejects.toThrow()
    expect(await staged()).toEqual(['c-1'])
    await server.comeBack()
    expect(await blobs.keepStaged('c-1', sha256)).toBe('stored')
    expect((await buffer(blobs.openRange(sha256))).equals(bytes)).toBe(true)
  })

  it('in the middle of a read breaks it instead of ending it early', async () => {
    const { sha256 } = await storeBytes(blobs, 'c-2', randomBytes(4 * MIB))
    server.meddle = (_request, response) => {
      response.writeHead(200, { 'content-length': String(4 * MIB) })
      response.write(Buffer.alloc(MIB), () => response.destroy())
      return 'handled'
    }
    await expect(buffer(blobs.openRange(sha256))).rejects.toThrow()
  })
})
