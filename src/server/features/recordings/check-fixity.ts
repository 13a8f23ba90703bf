import type { FixityAnswer } from '#contract/viewings.ts'
import type { Digests } from '#server/blobs/blob-store.ts'
import { digestOfStream } from '#server/blobs/digest-of-stream.ts'
import type { Queryable } from '#server/db/database.ts'
import { isRefused, type Refused } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { admitViewer } from './load-viewed.ts'

/** Reads the stored original again and compares both digests with those that were registered when it came in. */
export async function checkFixity(ctx: RequestContext, id: string): Promise<FixityAnswer | Refused> {
  const admitted = await admitViewer(ctx, ctx.db, id)
  if (isRefused(admitted)) return admitted
  const { sha256 } = admitted.recording
  // Reading hours of video takes minutes; no transaction waits for it.
  const found = (await ctx.blobs.has(sha256))
    ? await digestOfStream(ctx.blobs.openRange(sha256), ctx.blobs.digests)
    : undefined
  return idempotent(ctx, async (tx) => {
    const soundness = await judge(tx, sha256, found)
    ctx.audit({ subject: `recording:${id}`, detail: { soundness, ...found } })
    return {
      soundness,
      sha256: found?.sha256 ?? null,
      sm3: found?.sm3 ?? null,
      checkedAt: ctx.clock.now().toISOString(),
      sentence: SENTENCES[soundness],
    }
  })
}

const SENTENCES: Readonly<Record<FixityAnswer['soundness'], string>> = {
  sound: '刚刚重新计算了原件的 SHA-256 和 SM3，都与登记的一致。',
  altered: '原件的摘要与登记的不一致：文件已经被改动或者损坏，请立即报告系统管理员，不要再使用这份文件。',
  missing: '存储里找不到原件；请立即报告系统管理员，从备份恢复。',
}

async function judge(db: Queryable, sha256: string, found: Digests | undefined): Promise<FixityAnswer['soundness']> {
  if (!found) return 'missing'
  const { rows } = await db.query<{ sm3: string }>({
    name: 'registered-sm3',
    text: 'SELECT sm3 FROM app.blobs WHERE sha256 = $1',
    values: [sha256],
  })
  return found.sha256 === sha256 && found.sm3 === rows[0]?.sm3 ? 'sound' : 'altered'
}
