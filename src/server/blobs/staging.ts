import type { BlobStore, Digests, StagedFile } from './blob-store.ts'
import { type Checkpoints, openCheckpoints } from './checkpoints.ts'
import type { Digest } from './digest-threads.ts'
import { type Poured, pour } from './pour.ts'
import { prefixOf } from './staged-prefix.ts'

const LIVE_DIGESTS = 256
const CHECKPOINT_BYTES = 64 * 1024 * 1024

export type AppendOrder = {
  readonly id: string
  /** The size that is known to be durable; what lies behind it in the file is thrown away. */
  readonly at: number
  readonly source: AsyncIterable<Uint8Array>
  /** No source brings more than this many bytes. */
  readonly expected: number
  /** Called now and then with a size that survives a power cut, and awaited before the append returns. */
  onDurable(size: number): Promise<void>
}

export type Staging = {
  /** Appends and syncs before it returns; `size` is the size of the whole staged file. */
  append(order: AppendOrder): Promise<Poured>
  /** Digests of the first `size` bytes of the staged file. */
  finish(id: string, size: number): Promise<Digests>
  /** The bytes of a staged file from one place to another, as far as there are any. */
  part(id: string, from: number, to: number): Promise<Uint8Array>
  discard(id: string): Promise<void>
}

type Live = { readonly digest: Digest; readonly size: number }

/**
 * Digests live in memory between two requests of an upload. They cannot be saved, so after a restart, or when another
 * process went on with the upload, the stored prefix is read again.
 */
export function openStaging(blobs: BlobStore, checkpointBytes = CHECKPOINT_BYTES): Staging {
  const live = new Map<string, Live>()
  const forget = (id: string): void => {
    live.get(id)?.digest.drop()
    live.delete(id)
  }
  const remember = (id: string, state: Live): void => {
    live.set(id, state)
    const oldest = live.size > LIVE_DIGESTS ? live.keys().next().value : undefined
    if (oldest !== undefined) forget(oldest)
  }
  const take = async (file: StagedFile, id: string, size: number): Promise<Digest> => {
    const state = live.get(id)
    live.delete(id)
    if (state?.size === size) return state.digest
    state?.digest.drop()
    return digestPrefix(blobs, file, size)
  }
  return {
    append: (order) =>
      withStaged(blobs, order.id, async (file) => {
        const digest = await take(file, order.id, order.at)
        try {
          await file.truncate(order.at)
          const checkpoints = openCheckpoints(file, order.at, checkpointBytes, order.onDurable)
          const poured = await appendTo(file, digest, order, checkpoints)
          remember(order.id, { digest, size: poured.size })
          return poured
        } catch (error) {
          digest.drop()
          throw error
        }
      }),
    finish: (id, size) => withStaged(blobs, id, async (file) => (await take(file, id, size)).finish()),
    part: (id, from, to) =>
      withStaged(blobs, id, async (file) => {
        const bytes = new Uint8Array(to - from)
        return bytes.subarray(0, await file.read(bytes, from))
      }),
    async discard(id) {
      forget(id)
      await blobs.discardStaged(id)
    },
  }
}

async function withStaged<T>(blobs: BlobStore, id: string, work: (file: StagedFile) => Promise<T>): Promise<T> {
  const file = await blobs.openStaged(id)
  try {
    return await work(file)
  } finally {
    await file.close()
  }
}

async function appendTo(
  file: StagedFile,
  digest: Digest,
  order: AppendOrder,
  checkpoints: Checkpoints,
): Promise<Poured> {
  try {
    const poured = await pour(order.source, inOrder(file, digest, order.at, checkpoints), order.expected)
    await checkpoints.settle()
    await file.sync()
    return { ...poured, size: order.at + poured.size }
  } catch (error) {
    // Frees what a full disk could not complete; what was durable stays and can be resumed.
    await checkpoints.settle().catch(() => undefined)
    await file.truncate(checkpoints.durable()).catch(() => undefined)
    throw error
  }
}

/** Each piece counts as done only when all pieces before it are. */
function inOrder(file: StagedFile, digest: Digest, at: number, checkpoints: Checkpoints) {
  let before: Promise<unknown> = Promise.resolve()
  return async (bytes: Uint8Array<SharedArrayBuffer>, from: number): Promise<void> => {
    const done = allSettled([before, digest.update(bytes), file.write(bytes, at + from)])
    before = done
    await done
    checkpoints.wrote(at + from + bytes.length)
  }
}

/** Fails only when nothing is under way any more: a late write must not lengthen a file that was cut back meanwhile. */
async function allSettled(works: readonly Promise<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(works)).find((outcome) => outcome.status === 'rejected')
  if (failed) throw failed.reason
}

async function digestPrefix(blobs: BlobStore, file: StagedFile, size: number): Promise<Digest> {
  const digest = blobs.digests.begin()
  const { cut, size: read } = await pour(prefixOf(file, size), (bytes) => digest.update(bytes), size)
  if (cut !== undefined) throw cut
  if (read < size) throw new Error(`staged file holds ${read} of the ${size} bytes that were acknowledged`)
  return digest
}
