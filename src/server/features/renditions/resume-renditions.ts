import type { Context } from '#server/context.ts'
import { enqueue } from '#server/jobs/enqueue.ts'
import { listUndone } from './rendition-store.ts'

/** At the start of a worker: what a killed worker had begun, and what waited for ffmpeg, is taken up at once. */
export async function resumeRenditions({ db }: Pick<Context, 'db'>): Promise<number> {
  const undone = await listUndone(db)
  for (const sha256 of undone) await enqueue(db, 'make-rendition', { sha256 }, { key: `make-rendition:${sha256}` })
  return undone.length
}
