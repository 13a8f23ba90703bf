import type { PartyLine, PartyLinesAnswer, PartyLinesQuery } from '#contract/parties.ts'
import { type PlainDate, parsePlainDate } from '#domain/calendar/plain-date.ts'
import { documentTitleOf } from '#domain/document/document-title.ts'
import { coveredBy, PARTY_LINE_KINDS } from '#domain/party/party-line.ts'
import { currentProcedure } from '#domain/procedure/procedures.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { notFound, type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { unionOf } from './merges-store.ts'
import { findParty } from './parties-store.ts'

const PAGE = 40

type Row = {
  readonly kind: PartyLine['kind']
  readonly id: string
  readonly on: PlainDate
  readonly title: string
  readonly code: string | null
  readonly note: string | null
  readonly caseId: string | null
  readonly agency: string
  readonly isOwn: boolean
}

/** Cases that the viewer may be told of in full: of the own agency, or, to a supervisor, of the region. $1 entries of the party, $2 agency, $3 region. */
const CASES = `SELECT DISTINCT ON (c.id) c.*, a.short_name AS agency, c.agency_id = $2 AS is_own FROM app.case_parties p JOIN app.cases c ON c.id = p.case_id
  JOIN app.agencies a ON a.id = c.agency_id
  WHERE p.party_id = ANY ($1::uuid[]) AND (c.agency_id = $2 OR ($3::text IS NOT NULL AND a.region_code LIKE $3::text || '%'))`

const LICENCES = `('licence-decision', 'licence-certificate')`
const ofCase = `c.id AS case_id, c.agency, c.is_own`

/** Of other agencies only what is public, and only of organisations: a natural person is public without a name. */
const LINES = `
  SELECT 'case' AS kind, c.id::text AS id, c.opened_on AS "on", c.name AS title, c.procedure_code AS code, c.number AS note, ${ofCase} FROM mine c
  UNION ALL
  SELECT CASE WHEN d.code IN ${LICENCES} THEN 'licence' ELSE 'document' END, d.id::text, d.issued_on, '', d.code, d.number, ${ofCase}
  FROM mine c JOIN app.documents d ON d.case_id = c.id AND (d.party_id IS NULL OR d.party_id = ANY ($1::uuid[])) AND d.voided_at IS NULL
  UNION ALL
  SELECT DISTINCT ON (r.id) 'recording', r.id::text, (r.captured_at AT TIME ZONE 'Asia/Shanghai')::date, r.file_name, NULL, r.place, ${ofCase}
  FROM mine c JOIN app.standing_bindings b ON b.case_id = c.id JOIN app.recordings r ON r.id = b.recording_id
  UNION ALL
  SELECT 'thing', t ->> 'id', coalesce((t ->> 'listedOn')::date, c.opened_on), t ->> 'name', NULL, t ->> 'spec', ${ofCase}
  FROM mine c CROSS JOIN jsonb_array_elements(coalesce(c.state -> 'things', '[]')) t
  UNION ALL
  SELECT DISTINCT 'disclosure', s.id::text, (s.published_at AT TIME ZONE 'Asia/Shanghai')::date, s.record ->> 'title', NULL, s.record ->> 'number',
    CASE WHEN c.agency_id = $2 THEN c.id END, a.short_name, c.agency_id = $2
  FROM app.case_parties p JOIN app.cases c ON c.id = p.case_id JOIN app.disclosures s ON s.case_id = c.id AND s.state = 'published'
  JOIN app.agencies a ON a.id = c.agency_id JOIN app.parties y ON y.id = p.party_id
  WHERE p.party_id = ANY ($1::uuid[]) AND (c.agency_id = $2 OR y.kind <> 'person' OR $3::text IS NOT NULL)`

/** 一户式: everything of one party that this viewer may know, the newest first, forty lines a page, with the counts of each kind. */
export async function readPartyLines(
  ctx: RequestContext,
  id: string,
  query: PartyLinesQuery,
): Promise<PartyLinesAnswer | Refused> {
  const place = placeOf(query.after)
  if (!place) return refused('invalid-input', '翻页标记不对，请从第一页重新开始。')
  if (!(await findParty(ctx.db, id))) return notFound('当事人')
  ctx.audit({ subject: `party:${id}` })
  const region = ctx.actor.roles.includes('supervisor') ? coveredBy(ctx.actor.regionCode) : null
  const shared = [await unionOf(ctx.db, id), ctx.actor.agencyId, region]
  const [rows, counts] = await Promise.all([findLines(ctx, shared, query.kind, place), countLines(ctx, shared)])
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return { lines: shown.map(lineOf), counts, next: rows.length > PAGE && last ? `${last.on}_${last.id}` : null }
}

type LinePlace = { readonly on: string | null; readonly id: string | null }

function placeOf(token: string | undefined): LinePlace | undefined {
  if (token === undefined) return { on: null, id: null }
  const [on = '', id = ''] = token.split('_')
  return parsePlainDate(on) === undefined ? undefined : { on, id }
}

async function findLines(
  ctx: RequestContext,
  shared: readonly unknown[],
  kind: PartyLine['kind'] | undefined,
  { on, id }: LinePlace,
): Promise<readonly Row[]> {
  const { rows } = await ctx.db.query<Row>({
    name: 'party-lines',
    text: `WITH mine AS MATERIALIZED (${CASES})
        SELECT l.kind, l.id, l."on", l.title, l.code, l.note, l.case_id AS "caseId", l.agency, l.is_own AS "isOwn" FROM (${LINES}) l
        WHERE ($4::text IS NULL OR l.kind = $4::text) AND ($5::date IS NULL OR (l."on", l.id) < ($5::date, $6::text))
        ORDER BY l."on" DESC, l.id DESC LIMIT ${PAGE + 1}`,
    values: [...shared, kind ?? null, on, id],
  })
  return rows
}

async function countLines(ctx: RequestContext, shared: readonly unknown[]): Promise<PartyLinesAnswer['counts']> {
  const { rows } = await ctx.db.query<{ kind: PartyLine['kind']; n: number }>({
    name: 'party-line-counts',
    text: `WITH mine AS MATERIALIZED (${CASES}) SELECT l.kind, count(*)::int AS n FROM (${LINES}) l GROUP BY l.kind`,
    values: shared,
  })
  const counted = new Map(rows.map(({ kind, n }) => [kind, n]))
  return Object.fromEntries(
    PARTY_LINE_KINDS.map((kind) => [kind, counted.get(kind) ?? 0]),
  ) as PartyLinesAnswer['counts']
}

function lineOf({ kind, id, on, title, code, note, caseId, agency, isOwn }: Row): PartyLine {
  const words = { kind, id, on, note: note ?? '', caseId: isOwn ? caseId : null, agency, isOwn }
  if (kind === 'document' || kind === 'licence') return { ...words, title: documentTitleOf(code ?? '', on) }
  if (kind !== 'case') return { ...words, title: title ?? '' }
  const procedure = currentProcedure(PROCEDURES, code ?? '', on)?.title
  return { ...words, title, note: [procedure, note].filter(Boolean).join(' ') }
}
