import { allOf, quoted } from '#domain/disclosure/search-lexemes.ts'
import { NEAREST, nextReach, type Reach, windowsBelow } from '#domain/disclosure/search-windows.ts'
import type { Queryable } from '#server/db/database.ts'
import type { Search } from './read-search.ts'

/** Hits are counted, and facets told, up to here. */
export const MOST_COUNTED = 1000
/** Of a phrase every candidate's text is read, so fewer are looked at in one go. */
const MOST_READ = 250

export type FacetCounts = readonly (readonly [value: string, count: number])[]
export type Hits = {
  /** Of the newest hits, newest first; at most one more than is counted. */
  readonly seqs: readonly number[]
  readonly agencies: FacetCounts
  readonly years: FacetCounts
  readonly kinds: FacetCounts
  /** The oldest that was looked at, when older hits are left. */
  readonly oldest: number | undefined
}

const NONE: Hits = { seqs: [], agencies: [], years: [], kinds: [], oldest: undefined }

/** The newest hits below a place in the order: in the newest thousands of the filter first, by the whole index only when too few stand there. */
export async function findHits(db: Queryable, search: Search, below?: number): Promise<Hits> {
  const top = await newestSeq(db, search, below)
  if (top === undefined) return NONE
  let reach: Reach | undefined = NEAREST
  let found = NONE
  while (reach !== undefined) {
    found = await gather(db, search, top + 1, reach)
    if (found.oldest !== undefined) return found
    reach = nextReach(reach, found.seqs.length, mostOf(search))
  }
  return found
}

const mostOf = ({ phrases }: Search): number => (phrases.length > 0 ? MOST_READ : MOST_COUNTED)

/** The newest of the year and of the agency, by an index each, so that the walk begins where there is something. */
async function newestSeq(db: Queryable, { filters }: Search, below?: number): Promise<number | undefined> {
  const { rows } = await db.query<{ seq: number | null }>({
    name: 'portal-search-top',
    text: `SELECT LEAST(
        CASE WHEN $1::int IS NULL THEN (SELECT max(seq) FROM published.search_text WHERE seq < $3)
          ELSE COALESCE((SELECT max(seq) FROM published.search_text WHERE year = $1 AND seq < $3), -1) END,
        CASE WHEN $2::text IS NOT NULL
          THEN COALESCE((SELECT max(seq) FROM published.search_text WHERE agency_name = $2 AND seq < $3), -1) END) AS seq`,
    values: [filters.year ?? null, filters.agency ?? null, below ?? Number.MAX_SAFE_INTEGER],
  })
  const seq = rows[0]?.seq ?? -1
  return seq < 0 ? undefined : seq
}

type Gathered = Omit<Hits, 'oldest'> & { readonly oldest: number | null; readonly looked: number }

/**
 * `seq + 0` keeps the planner from walking the rows in their order, which reads the words of each: what is left is the index,
 * and one plan for all words.
 */
async function gather(db: Queryable, search: Search, below: number, reach: Reach): Promise<Hits> {
  const limit = mostOf(search) + 1
  const { rows } = await db.query<Gathered>({
    name: 'portal-search-hits',
    text: `WITH looked AS MATERIALIZED (
        SELECT seq, agency_name, year, kinds, content FROM published.search_text
        WHERE tokens @@ $1::tsquery AND seq + 0 < $2 ORDER BY seq + 0 DESC LIMIT $4),
      hits AS MATERIALIZED (
        SELECT * FROM looked WHERE (SELECT bool_and(strpos(lower(content), phrase) > 0) FROM unnest($3::text[]) phrase) IS NOT FALSE)
      SELECT COALESCE((SELECT jsonb_agg(seq ORDER BY seq DESC) FROM hits), '[]') AS seqs,
        ${facet('agency_name', 'hits')} AS agencies, ${facet('year::text', 'hits')} AS years,
        ${facet('kind', 'hits, unnest(kinds) kind')} AS kinds,
        (SELECT count(*) FROM looked) AS looked, (SELECT min(seq) FROM looked) AS oldest`,
    values: [queryOf(search, below, reach), below, search.phrases, limit],
  })
  const [row] = rows
  if (!row) return NONE
  const { looked, oldest, ...hits } = row
  return { ...hits, oldest: looked >= limit && oldest !== null ? oldest : undefined }
}

const facet = (value: string, from: string): string =>
  `COALESCE((SELECT jsonb_agg(jsonb_build_array(value, count) ORDER BY count DESC, value) FROM
    (SELECT ${value} AS value, count(*) AS count FROM ${from} GROUP BY 1) f), '[]')`

function queryOf({ lexemes }: Search, below: number, reach: Reach): string {
  const windows = windowsBelow(below, reach)
  const within = windows.length > 0 ? [`(${windows.map(quoted).join(' | ')})`] : []
  return [...(lexemes.length > 0 ? [allOf(lexemes)] : []), ...within].join(' & ')
}
