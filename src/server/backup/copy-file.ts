import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'

export type Copied = { readonly size: number; readonly sha256: string }

const PIECE = 1024 * 1024

/** Copies a file that must not be there yet, and answers size and digest of what was copied. Not synced: see `syncBelow`. */
export async function copyFile(from: string, to: string, mode = 0o600): Promise<Copied> {
  const source = await open(from, 'r')
  try {
    const target = await open(to, 'wx', mode)
    try {
      return await pump(source, target)
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

/** While one piece is written the next is read and counted into the digest. */
async function pump(source: FileHandle, target: FileHandle): Promise<Copied> {
  const hash = createHash('sha256')
  const { size: known } = await source.stat()
  const length = Math.max(1, Math.min(PIECE, known))
  const pieces = [Buffer.allocUnsafe(length), Buffer.allocUnsafe(length)]
  let written: Promise<void> = Promise.resolve()
  let size = 0
  for (let turn = 0; ; turn = 1 - turn) {
    const piece = pieces[turn] as Buffer
    const { bytesRead } = await source.read(piece, 0, length, size)
    await written
    if (bytesRead === 0) break
    written = writeAll(target, piece.subarray(0, bytesRead), size)
    // Its failure is thrown at the next turn; until then it must not end the process.
    written.catch(() => undefined)
    hash.update(piece.subarray(0, bytesRead))
    size += bytesRead
  }
  return { size, sha256: hash.digest('hex') }
}

async function writeAll(target: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await target.write(bytes, done, bytes.length - done, at + done)
    done += bytesWritten
  }
}
