import type { TrailFileRow, TrailInput } from '#contract/trails.ts'
import { subjectText } from '#domain/trail/refuse-trail.ts'
import { isRefused, notFound, type Refused } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { newId } from '#server/ids.ts'
import { enqueue } from '#server/jobs/enqueue.ts'
import { findTrailFile } from './trail-files.ts'
import { rangeOf, refuseRange } from './trail-range.ts'
import { subjectFor } from './trail-subject.ts'

/** Has a trail of a period made as a file in the background; the wish stands in the trail itself. */
export async function askTrail(ctx: RequestContext, input: TrailInput): Promise<TrailFileRow | Refused> {
  const { from, until, format } = input
  return idempotent(ctx, async (tx) => {
    const named = await subjectFor(ctx, tx, input.subject)
    if (isRefused(named)) return named
    const bounds = rangeOf(input, ctx.clock.today())
    const wrong = refuseRange(bounds)
    if (wrong) return wrong
    const id = newId()
    const subject = subjectText(named.subject)
    ctx.audit({ subject, detail: { trail: id, format, from, until } })
    await tx.query({
      name: 'insert-trail',
      text: `INSERT INTO app.trails (id, agency_id, asked_by, asked_at, subject, title, from_on, until_on, format)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      values: [
        ...[id, ctx.actor.agencyId, ctx.actor.personId, ctx.clock.now().toISOString(), subject, named.title],
        ...[bounds.fromOn, bounds.untilOn, format],
      ],
    })
    await enqueue(tx, 'make-trail', { trailId: id }, { key: `trail:${id}` })
    return (await findTrailFile(tx, id, ctx.actor.personId)) ?? notFound('操作记录文件')
  })
}
