import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { NewBlob } from '#server/blobs/blob-rows.ts'
import type { BlobStore } from '#server/blobs/blob-store.ts'
import { openStaging } from '#server/blobs/staging.ts'
import { newId } from '#server/ids.ts'

/** Puts a file that was made from an original into the store, by its own digest as every other. */
export async function storeDerived(
  blobs: BlobStore,
  file: { readonly path: string; readonly mediaType: string; readonly at: string },
): Promise<NewBlob> {
  const { size } = await stat(file.path)
  const [staging, id] = [openStaging(blobs), newId()]
  const onDurable = async () => undefined
  const source = createReadStream(file.path, { highWaterMark: 1024 * 1024 })
  const { cut } = await staging.append({ id, at: 0, source, expected: size, onDurable })
  if (cut !== undefined) throw cut
  const digests = await staging.finish(id, size)
  await blobs.keepStaged(id, digests.sha256)
  return { ...digests, size, mediaType: file.mediaType, at: file.at }
}
