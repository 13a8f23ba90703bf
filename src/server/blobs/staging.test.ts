import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BlobStore } from './blob-store.ts'
import { openFolderStore } from './folder-store.ts'
import { openStaging, type Staging } from './staging.ts'

let root: string
let blobs: BlobStore

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'zhaofa-staging-'))
  blobs = await openFolderStore(root)
})

afterAll(async () => {
  await blobs.close()
  await rm(root, { recursive: true, force: true })
})

const hex = (algorithm: string, bytes: Uint8Array): string => createHash(algorithm).update(bytes).digest('hex')

const bytesOf = (length: number, seed: number): Buffer => {
  const bytes = Buffer.alloc(length)
  let state = seed >>> 0
  for (let at = 0; at < length; at += 1) {
    state = (state * 1664525 + 1013904223) >>> 0
    bytes[at] = state >>> 24
  }
  return bytes
}

/** The network: chunks of one size, then an end or a break. */
async function* arriving(bytes: Buffer, chunk: number, breaks: boolean): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk)
  if (breaks) throw new Error('connection lost')
}

const nothing = async (): Promise<void> => undefined
let uploads = 0

type Cut = { readonly share: number; readonly chunk: number; readonly breaks: boolean; readonly restarts: boolean }

async function upload(whole: Buffer, cuts: readonly Cut[]): Promise<{ id: string; staging: Staging }> {
  uploads += 1
  const id = `upload-${uploads}`
  let staging = openStaging(blobs)
  let at = 0
  for (const cut of [...cuts, { share: 1, chunk: 65_536, breaks: false, restarts: false }]) {
    if (cut.restarts) staging = openStaging(blobs)
    const piece = whole.subarray(at, at + Math.ceil((whole.length - at) * cut.share))
    const source = arriving(piece, cut.chunk, cut.breaks)
    const poured = await staging.append({ id, at, source, expected: whole.length - at, onDurable: nothing })
    expect(poured.cut !== undefined).toBe(cut.breaks)
    at = poured.size
  }
  expect(at).toBe(whole.length)
  return { id, staging }
}

const anyCut = fc.record({
  share: fc.double({ min: 0, max: 0.9, noNaN: true }),
  chunk: fc.integer({ min: 1000, max: 200_000 }),
  breaks: fc.boolean(),
  restarts: fc.boolean(),
})

describe('a staged upload', () => {
  it('keeps both digests through any number of cuts and restarts', async () => {
    const property = fc.asyncProperty(
      fc.integer({ min: 1, max: 2_200_000 }),
      fc.array(anyCut, { maxLength: 6 }),
      async (length, cuts) => {
        const whole = bytesOf(length, length)
        const { id, staging } = await upload(whole, cuts)
        expect(await staging.finish(id, length)).toEqual({ sha256: hex('sha256', whole), sm3: hex('sm3', whole) })
        await staging.discard(id)
      },
    )
    await fc.assert(property, { seed: 20261121, numRuns: 16 })
  })

  it('reads the stored prefix again when a new process finishes it', async () => {
    const whole = bytesOf(2_500_001, 7)
    const { id } = await upload(whole, [{ share: 0.4, chunk: 9999, breaks: true, restarts: false }])
    expect((await openStaging(blobs).finish(id, whole.length)).sha256).toBe(hex('sha256', whole))
  })

  it('throws away what was written but never acknowledged', async () => {
    const whole = bytesOf(300_000, 3)
    const staging = openStaging(blobs)
    const append = (at: number, bytes: Buffer) =>
      staging.append({
        id: 'tail',
        at,
        source: arriving(bytes, 50_000, false),
        expected: 300_000,
        onDurable: nothing,
      })
    await append(0, bytesOf(400_000, 99))
    await append(0, whole.subarray(0, 100_000))
    await append(100_000, whole.subarray(100_000))
    expect((await staging.finish('tail', whole.length)).sha256).toBe(hex('sha256', whole))
    expect(await blobs.stagedSize('tail')).toBe(whole.length)
  })

  it('refuses to go on where acknowledged bytes are missing', async () => {
    const staging = openStaging(blobs)
    const order = { id: 'gone', at: 500, source: arriving(bytesOf(10, 1), 10, false), expected: 10, onDurable: nothing }
    await expect(staging.append(order)).rejects.toThrow('0 of the 500 bytes')
  })

  it('reports durable sizes while a long append goes on, each one synced and in order', async () => {
    const sizes: number[] = []
    const onDurable = async (size: number): Promise<void> => {
      sizes.push(size)
      expect((await blobs.stagedSize('long')) ?? 0).toBeGreaterThanOrEqual(size)
    }
    const staging = openStaging(blobs, 2_000_000)
    const whole = bytesOf(12_000_000, 5)
    const source = arriving(whole, 65_536, false)
    const { size } = await staging.append({ id: 'long', at: 0, source, expected: whole.length, onDurable })
    expect(size).toBe(whole.length)
    expect(sizes.length).toBeGreaterThan(0)
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
    expect(sizes[0]).toBeGreaterThanOrEqual(2_000_000)
    await staging.discard('long')
  })
})
