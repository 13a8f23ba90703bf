import type { Queryable } from '#server/db/database.ts'
import type { RequestContext } from '#server/http/request-context.ts'

/** The first time a grant is used becomes a step of its request; every later look stands in the trail alone. */
export async function noteUse(db: Queryable, ctx: RequestContext, requestId: string): Promise<void> {
  await db.query({
    name: 'access-used',
    text: `INSERT INTO app.access_steps (request_id, number, kind, by_id, at)
      SELECT $1, max(number) + 1, 'used', $2, $3 FROM app.access_steps WHERE request_id = $1
      HAVING NOT bool_or(kind = 'used') ON CONFLICT DO NOTHING`,
    values: [requestId, ctx.actor.personId, ctx.clock.now().toISOString()],
  })
}
