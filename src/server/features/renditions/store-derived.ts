import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import type { NewBlob } from '#server/blobs/blob-rows.ts'
import type { BlobStore } from '#server/blobs/blob-store.ts'
import { openStaging } from '#server/blobs/staging.ts'
import { newId } from '#server/ids.ts'

/** Puts a file that was made from an original into the store, by its own digest as every other. */
export async function storeDerived(
  blobs: BlobStore,
  file: { readonly path: string; readonly mediaType: string; readonly at: string },
): Promise<NewBlob> {
  const handle = await openOwn(file.path)
  try {
    const { size } = await handle.stat()
    const [staging, id] = [openStaging(blobs), newId()]
    const onDurable = async () => undefined
    const source = handle.createReadStream({ autoClose: false, start: 0, highWaterMark: 1024 * 1024 })
    const { cut } = await staging.append({ id, at: 0, source, expected: size, onDurable })
    if (cut !== undefined) throw cut
    const digests = await staging.finish(id, size)
    await blobs.keepStaged(id, digests.sha256)
    return { ...digests, size, mediaType: file.mediaType, at: file.at }
  } finally {
    await handle.close()
  }
}

/** The same as bytes, for what is given away and not kept. */
export async function readDerived(path: string): Promise<Buffer> {
  const handle = await openOwn(path)
  try {
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

/** Who reads strange files may have been taken over: a link in place of its work would lead to files that only we may read. */
async function openOwn(path: string): Promise<FileHandle> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW)
  const found = await handle.stat()
  if (found.isFile() && found.nlink === 1) return handle
  await handle.close()
  throw new Error(`${path} is no file of its own`)
}
