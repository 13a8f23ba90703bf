import { Readable } from 'node:stream'
import { type TarEntry, tarEnd, tarHead, tarPadding, tarSize } from './tar-format.ts'

export type TarFile = TarEntry & { open(): AsyncIterable<Uint8Array> }

/** A tar of files that are read only when their turn comes; the same files always give the same bytes. */
export function tarStream(
  files: readonly TarFile[],
  modifiedAt: Date,
): { readonly size: number; readonly body: Readable } {
  const body = Readable.from(pieces(files, modifiedAt), { objectMode: false })
  return { size: tarSize(files, modifiedAt), body }
}

async function* pieces(files: readonly TarFile[], modifiedAt: Date): AsyncGenerator<Uint8Array> {
  for (const file of files) {
    yield tarHead(file, modifiedAt)
    if (file.size > 0) yield* file.open()
    yield tarPadding(file.size)
  }
  yield tarEnd()
}
