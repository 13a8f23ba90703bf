import type { Digests } from './blob-store.ts'
import type { DigestThreads } from './digest-threads.ts'
import { pour } from './pour.ts'

/** Both digests of all bytes of a stream; throws what broke the stream. */
export async function digestOfStream(source: AsyncIterable<Uint8Array>, threads: DigestThreads): Promise<Digests> {
  const digest = threads.begin()
  try {
    const { cut } = await pour(source, (bytes) => digest.update(bytes), Number.MAX_SAFE_INTEGER)
    if (cut !== undefined) throw cut
    return await digest.finish()
  } catch (error) {
    digest.drop()
    throw error
  }
}
