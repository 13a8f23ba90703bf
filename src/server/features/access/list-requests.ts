import type { AccessAnswer, AccessQuery } from '#contract/access.ts'
import { type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { isId } from '#server/ids.ts'
import { accessActor } from './access-actor.ts'
import { accessRow, seerOf } from './access-row.ts'
import { IS_SEEN, REQUEST_COLUMNS, REQUEST_TABLES, type StoredRequest, seerValues } from './stored-request.ts'

const PAGE = 30

/** $5 now, $6 whether the caller grants for the agency. */
const step = (kinds: string) =>
  `EXISTS (SELECT FROM app.access_steps s WHERE s.request_id = r.id AND s.kind IN (${kinds}))`
const ENDED = step(`'refused', 'withdrawn', 'revoked', 'returned'`)
const ACTIVE = `EXISTS (SELECT FROM app.access_steps s WHERE s.request_id = r.id AND s.kind = 'granted' AND s.until_at > $5)`
const UNDECIDED = `NOT ${ENDED} AND NOT ${step(`'granted'`)}`
const TO_ENDORSE = `${UNDECIDED} AND r.needs_endorsement AND NOT ${step(`'endorsed'`)}
  AND r.unit_id = ANY ($3::uuid[]) AND r.requested_by <> $2`
const TO_APPROVE = `${UNDECIDED} AND $6 AND (NOT r.needs_endorsement OR ${step(`'endorsed'`)}) AND r.requested_by <> $2`
const TABS: Readonly<Record<AccessQuery['tab'], string>> = {
  mine: `r.requested_by = $2`,
  endorse: TO_ENDORSE,
  approve: TO_APPROVE,
  open: `NOT ${ENDED} AND ${ACTIVE}`,
  ended: `(${ENDED} OR (${step(`'granted'`)} AND NOT ${ACTIVE}))`,
}

/** Requests that the caller may see, the newest first, thirty a page. */
export async function listRequests(ctx: RequestContext, { tab, after }: AccessQuery): Promise<AccessAnswer | Refused> {
  const [at, id] = after === undefined ? [null, null] : after.split('_')
  const isToken = after === undefined || (!Number.isNaN(Date.parse(at ?? '')) && isId(id ?? ''))
  if (!isToken) return refused('invalid-input', '翻页标记不对，请从第一页重新开始。')
  const now = ctx.clock.now().toISOString()
  const mayGrant = accessActor(ctx).posts.some(({ role }) => role === 'agency-head')
  const shared = [...seerValues(seerOf(ctx)), now, mayGrant]
  const [{ rows }, counts] = await Promise.all([
    ctx.db.query<StoredRequest>({
      name: `access-requests-${tab}`,
      text: `SELECT ${REQUEST_COLUMNS} FROM ${REQUEST_TABLES} WHERE ${IS_SEEN} AND ${TABS[tab]} AND ${KNOWN}
        AND ($7::timestamptz IS NULL OR (r.requested_at, r.id) < ($7::timestamptz, $8::uuid))
        ORDER BY r.requested_at DESC, r.id DESC LIMIT ${PAGE + 1}`,
      values: [...shared, at, id],
    }),
    countWaiting(ctx, shared),
  ])
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  const next = rows.length > PAGE && last ? `${last.requestedAt}_${last.id}` : null
  return { rows: shown.map((row) => accessRow(row, now)), counts, next }
}

/** Every tab binds the same values; PostgreSQL must know the type of those that a tab does not use. */
const KNOWN = `($5::timestamptz IS NOT NULL AND $6::boolean IS NOT NULL)`

async function countWaiting(ctx: RequestContext, shared: readonly unknown[]): Promise<AccessAnswer['counts']> {
  const { rows } = await ctx.db.query<AccessAnswer['counts']>({
    name: 'access-requests-counts',
    text: `SELECT count(*) FILTER (WHERE ${TO_ENDORSE})::int AS endorse, count(*) FILTER (WHERE ${TO_APPROVE})::int AS approve,
        (SELECT count(*)::int FROM app.loans l WHERE l.agency_id = $1 AND $4 AND l.due_on < $7::date
          AND NOT EXISTS (SELECT FROM app.loan_returns b WHERE b.loan_id = l.id)) AS "overdueLoans"
      FROM app.access_requests r WHERE ${IS_SEEN} AND ${KNOWN} AND ${UNDECIDED}`,
    values: [...shared, ctx.clock.today()],
  })
  return rows[0] ?? { endorse: 0, approve: 0, overdueLoans: 0 }
}
