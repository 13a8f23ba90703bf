import type { Procedures } from '#domain/procedure/procedures.ts'
import type { Context } from '#server/context.ts'
import { listWaiting, type Waiting } from './disclosures-queries.ts'
import { publishAgencies } from './publish-agencies.ts'
import { publishOne } from './publish-one.ts'
import { publishReceipts } from './publish-receipts.ts'
import { removeWithdrawnFiles } from './remove-withdrawn-files.ts'
import { takeDownExpired } from './take-down-expired.ts'
import { withdrawVoided } from './withdraw-voided.ts'

export type PublishReport = {
  readonly published: number
  readonly withdrawn: number
  readonly expired: number
  readonly late: number
}

const BATCH = 200

/** Publishes every decision that may be public, each in a transaction of its own; one that fails does not hold up the others. */
export async function publishDue(ctx: Context, procedures: Procedures): Promise<PublishReport> {
  await publishAgencies(ctx.db)
  const withdrawn = await withdrawVoided(ctx)
  await removeWithdrawnFiles(ctx)
  const expired = await takeDownExpired(ctx)
  const today = ctx.clock.today()
  let [published, late] = [0, 0]
  for await (const { id, dueOn } of waitingOnes(ctx)) {
    const isPublished = await tryPublish(ctx, procedures, id)
    published += Number(isPublished)
    late += Number(!isPublished && dueOn < today)
  }
  await publishReceipts(ctx)
  if (late > 0) ctx.log.warn({ late }, 'decisions are past their day of disclosure')
  return { published, withdrawn, expired, late }
}

async function* waitingOnes(ctx: Context): AsyncGenerator<Waiting> {
  let batch: readonly Waiting[]
  let after = ''
  do {
    batch = await listWaiting(ctx.db, after, BATCH)
    yield* batch
    after = batch.at(-1)?.id ?? ''
  } while (batch.length === BATCH)
}

async function tryPublish(ctx: Context, procedures: Procedures, id: string): Promise<boolean> {
  try {
    return await publishOne(ctx, procedures, id)
  } catch (error) {
    ctx.log.error({ err: error, disclosure: id }, 'a decision could not be published')
    return false
  }
}
