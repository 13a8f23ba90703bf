import { createHash } from 'node:crypto'
import type { BlobStore } from '#server/blobs/blob-store.ts'

/** SM3 of a file in the store that was kept under its SHA-256 alone: a typeset document of some ten thousand bytes. */
export async function sm3Of(blobs: Pick<BlobStore, 'openRange'>, sha256: string): Promise<string> {
  const hash = createHash('sm3')
  for await (const piece of blobs.openRange(sha256)) hash.update(piece as Buffer)
  return hash.digest('hex')
}
