import { SNIFF_BYTES, sniffMedia } from '#domain/evidence/sniff-media.ts'
import type { NewBlob } from '#server/blobs/blob-rows.ts'
import { openStaging } from '#server/blobs/staging.ts'
import { storageFaultOf } from '#server/blobs/storage-fault.ts'
import type { Context } from '#server/context.ts'
import { newId } from '#server/ids.ts'
import type { ListedFile } from './listed-file.ts'

/** A file whose bytes are those of the list: staged, digested, and moved into the store by `keep`. */
export type TakenFile = { readonly blob: NewBlob; keep(): Promise<void>; discard(): Promise<void> }

/** Reads a file once into the staging, digesting while it is written; a sentence when it cannot be taken. */
export async function takeFile(ctx: Context, file: ListedFile): Promise<TakenFile | string> {
  if ((await ctx.blobs.freeBytes()) <= file.size) return '存储空间放不下这个文件；请腾出空间，再运行一次。'
  try {
    return await stage(ctx, file)
  } catch (error) {
    const fault = storageFaultOf(error)
    if (fault) return fault.sentence
    throw error
  }
}

async function stage(ctx: Context, { handle, size }: ListedFile): Promise<TakenFile> {
  const [staging, id] = [openStaging(ctx.blobs), newId()]
  const discard = () => staging.discard(id)
  try {
    const source = handle.createReadStream({ autoClose: false, start: 0, highWaterMark: 1024 * 1024 })
    const arrived = await staging.append({ id, at: 0, source, expected: size, onDurable: async () => undefined })
    if (arrived.cut !== undefined) throw arrived.cut
    const digests = await staging.finish(id, arrived.size)
    const mediaType = sniffMedia(await staging.part(id, 0, SNIFF_BYTES))
    const blob = { ...digests, size: arrived.size, mediaType, at: ctx.clock.now().toISOString() }
    return { blob, discard, keep: async () => void (await ctx.blobs.keepStaged(id, digests.sha256)) }
  } catch (error) {
    await discard()
    throw error
  }
}
