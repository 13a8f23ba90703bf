import type { StagedFile } from './blob-store.ts'

const READ_BYTES = 1024 * 1024

/** The first `size` bytes, or as many as there are; each piece is overwritten by the next. */
export async function* prefixOf(file: StagedFile, size: number): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(Math.min(READ_BYTES, Math.max(1, size)))
  for (let at = 0; at < size; ) {
    const read = await file.read(buffer.subarray(0, Math.min(buffer.length, size - at)), at)
    if (read === 0) return
    yield buffer.subarray(0, read)
    at += read
  }
}

/** So many bytes from a position on, or as many as there are; each piece is its own, since a socket keeps it while it sends. */
export async function* sliceOf(file: StagedFile, start: number, length: number): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < length; ) {
    const piece = new Uint8Array(Math.min(READ_BYTES, length - done))
    const read = await file.read(piece, start + done)
    if (read === 0) return
    yield piece.subarray(0, read)
    done += read
  }
}
