import type { NoticeCount, ReadNoticesInput } from '#contract/notices.ts'
import type { Refused } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'

/** Marks the caller's own notices as read: those that are named, or all that are shown. */
export async function markRead(ctx: RequestContext, { ids }: ReadNoticesInput): Promise<NoticeCount | Refused> {
  return idempotent(ctx, async (tx) => {
    const now = ctx.clock.now()
    await tx.query({
      name: 'notices-read',
      text: `UPDATE app.notices SET read_at = $2 WHERE person_id = $1 AND read_at IS NULL AND shown_at <= $2
        AND ($3::uuid[] IS NULL OR id = ANY ($3))`,
      values: [ctx.actor.personId, now, ids ?? null],
    })
    ctx.audit({ subject: `person:${ctx.actor.personId}`, detail: { notices: ids?.length ?? 'all' } })
    const { rows } = await tx.query<NoticeCount>({
      name: 'notices-left',
      text: 'SELECT count(*)::int AS unread FROM app.notices WHERE person_id = $1 AND read_at IS NULL AND shown_at <= $2',
      values: [ctx.actor.personId, now],
    })
    return rows[0] ?? { unread: 0 }
  })
}
