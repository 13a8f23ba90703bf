import type { BlobStore, Digests } from './blob-store.ts'
import { openStaging } from './staging.ts'

/** Stores bytes that are in memory already (a typeset document); `id` names the staged file and must be new. */
export async function storeBytes(blobs: BlobStore, id: string, bytes: Uint8Array): Promise<Digests> {
  const staging = openStaging(blobs)
  const source = (async function* () {
    yield bytes
  })()
  const { cut } = await staging.append({ id, at: 0, source, expected: bytes.length, onDurable: async () => undefined })
  if (cut !== undefined) throw cut
  const digests = await staging.finish(id, bytes.length)
  await blobs.keepStaged(id, digests.sha256)
  return digests
}
