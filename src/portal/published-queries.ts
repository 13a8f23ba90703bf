import type { PublicRecord } from '#domain/disclosure/public-record.ts'
import type { Queryable } from '#server/db/database.ts'
import type { PageToken } from './page-token.ts'

export type Line = {
  readonly id: string
  readonly status: 'published' | 'withdrawn'
  readonly title: string
  readonly kind: string
  readonly agencyName: string
  readonly partyName: string
  readonly number: string | null
  readonly summary: string
  readonly publishedAt: string
}
export type PublishedDecision = Line & {
  readonly reason: string | null
  readonly decidedOn: string
  readonly withdrawnAt: string | null
  /** Empty when withdrawn. */
  readonly body: PublicRecord
}
export type Agency = {
  readonly id: string
  readonly name: string
  readonly uscc: string
  readonly address: string
  readonly phone: string
}

const LINE = `id, status, title, kind, agency_name AS "agencyName", party_name AS "partyName", number, summary,
  published_at AS "publishedAt"`
const BEFORE = `($1::timestamptz IS NULL OR (published_at, id) < ($1::timestamptz, $2::uuid))`
const NEWEST = 'ORDER BY published_at DESC, id DESC'

/** Newest first, older than the token. */
export async function listNewest(db: Queryable, limit: number, before?: PageToken): Promise<readonly Line[]> {
  const { rows } = await db.query<Line>({
    name: 'portal-newest',
    text: `SELECT ${LINE} FROM published.decisions WHERE ${BEFORE} ${NEWEST} LIMIT $3`,
    values: [before?.at ?? null, before?.id ?? null, limit],
  })
  return rows
}

export async function findDecision(db: Queryable, id: string): Promise<PublishedDecision | undefined> {
  const { rows } = await db.query<PublishedDecision>({
    name: 'portal-decision',
    text: `SELECT ${LINE}, reason, decided_on AS "decidedOn", withdrawn_at AS "withdrawnAt", body
      FROM published.decisions WHERE id = $1`,
    values: [id],
  })
  return rows[0]
}

/** Decisions with exactly this document number or credit code. */
export async function findByCode(db: Queryable, text: string, limit: number): Promise<readonly Line[]> {
  const { rows } = await db.query<Line>({
    name: 'portal-by-code',
    text: `SELECT ${LINE} FROM published.decisions WHERE number = $1 OR party_code = upper($1) ${NEWEST} LIMIT $2`,
    values: [text, limit],
  })
  return rows
}

/** How many decisions one search looks through; the next page goes on where it ended. */
export const WINDOW = 5000

export type Found = { readonly lines: readonly Line[]; readonly oldest: PageToken | undefined }

/** Decisions among the next WINDOW that hold all words; `oldest` is set when there are still older ones to look through. */
export async function searchWords(
  db: Queryable,
  words: readonly string[],
  limit: number,
  before?: PageToken,
): Promise<Found> {
  const { rows } = await db.query<Line & { readonly last: PageToken | null }>({
    name: 'portal-search',
    text: `WITH looked AS MATERIALIZED (
        SELECT * FROM published.decisions WHERE ${BEFORE} ${NEWEST} LIMIT ${WINDOW})
      SELECT ${LINE}, NULL::jsonb AS last FROM (
        SELECT * FROM looked WHERE concat_ws(' ', title, party_name, number, agency_name) ILIKE ALL ($3::text[])
        ${NEWEST} LIMIT $4) hits
      UNION ALL
      SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
        (SELECT jsonb_build_object('at', to_char(published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'id', id)
         FROM looked ORDER BY published_at, id LIMIT 1)
      WHERE (SELECT count(*) FROM looked) = ${WINDOW}`,
    values: [before?.at ?? null, before?.id ?? null, words.map(likePattern), limit],
  })
  const lines = rows.filter((row) => row.last === null)
  return { lines, oldest: rows.find((row) => row.last !== null)?.last ?? undefined }
}

function likePattern(word: string): string {
  return `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`
}

export async function listAgencies(db: Queryable): Promise<readonly Agency[]> {
  const { rows } = await db.query<Agency>({
    name: 'portal-agencies',
    text: 'SELECT id, name, uscc, address, phone FROM published.agencies ORDER BY name, id LIMIT 500',
  })
  return rows
}

/** The place that the portal is for: where most of its agencies are. */
export async function findPlace(db: Queryable): Promise<string | undefined> {
  const { rows } = await db.query<{ name: string }>({
    name: 'portal-place',
    text: `SELECT region_name AS name FROM published.agencies GROUP BY region_name ORDER BY count(*) DESC, 1 LIMIT 1`,
  })
  return rows[0]?.name
}
