import { chmod, chown, type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { BlobStore } from '#server/blobs/blob-store.ts'
import { workerIds } from './run-media.ts'

/** Gives the work a folder of its own and the original, open for reading; the folder is gone afterwards, whatever happened. */
export async function withSource<T>(
  blobs: BlobStore,
  sha256: string,
  work: (source: { readonly sourceFd: number; readonly folder: string }) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'zhaofa-rendition-'))
  let original: FileHandle | undefined
  try {
    original = (await blobs.openLocal(sha256)) ?? (await fetched(blobs, sha256, folder))
    const ids = workerIds()
    if (ids) await chown(folder, ...ids)
    return await work({ sourceFd: original.fd, folder })
  } finally {
    await original?.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Of a bucket: a copy that goes with the folder. */
async function fetched(blobs: BlobStore, sha256: string, folder: string): Promise<FileHandle> {
  const path = join(folder, 'original')
  const copy = await open(path, 'wx', 0o600)
  await pipeline(blobs.openRange(sha256), copy.createWriteStream())
  await chmod(path, 0o444)
  return open(path, 'r')
}
