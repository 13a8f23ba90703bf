import type { NoticeCount, NoticeRow, NoticesAnswer, NoticesQuery } from '#contract/notices.ts'
import { RefusedError, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'

const PAGE = 30
const MANY = 100

/** How many the bell shows; one look into the index of what is unread. */
export async function countNotices(ctx: RequestContext): Promise<NoticeCount> {
  const { rows } = await ctx.db.query<NoticeCount>({
    name: 'notices-count',
    text: `SELECT count(*)::int AS unread FROM (SELECT FROM app.notices
      WHERE person_id = $1 AND read_at IS NULL AND shown_at <= $2 LIMIT ${MANY}) n`,
    values: [ctx.actor.personId, ctx.clock.now()],
  })
  return rows[0] ?? { unread: 0 }
}

/** The caller's own, the newest first; pages by the last row seen. */
export async function readNotices(ctx: RequestContext, { only, after }: NoticesQuery): Promise<NoticesAnswer> {
  const place = placeOf(after)
  const { rows } = await ctx.db.query<NoticeRow>({
    name: `notices-${only}`,
    text: `SELECT id, kind, case_id AS "caseId", sentence, due_on AS "dueOn",
        to_char(shown_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "shownAt", read_at AS "readAt"
      FROM app.notices WHERE person_id = $1 AND shown_at <= $2 ${only === 'unread' ? 'AND read_at IS NULL' : ''}
        AND (shown_at, id) < ($3::timestamptz, $4::uuid)
      ORDER BY shown_at DESC, id DESC LIMIT ${PAGE + 1}`,
    values: [ctx.actor.personId, ctx.clock.now(), place.at, place.id],
  })
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > PAGE && last ? `${last.shownAt}_${last.id}` : null }
}

const NEWEST = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
const PLACE = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

function placeOf(after: string | undefined): { readonly at: string; readonly id: string } {
  if (after === undefined) return NEWEST
  const [, at, id] = PLACE.exec(after) ?? []
  if (at && id && isInstant(at)) return { at, id }
  throw new RefusedError(refused('invalid-input', '翻页位置不对，请从第一页看起'))
}

/** A day that no month has is taken for one of the next month by the parser, and refused by the database. */
function isInstant(text: string): boolean {
  const parsed = new Date(text)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 19) === text.slice(0, 19)
}
