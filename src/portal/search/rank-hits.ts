import type { Queryable } from '#server/db/database.ts'
import { LINE, type Line } from '../published-queries.ts'
import type { Search } from './read-search.ts'
import type { SearchToken } from './search-token.ts'

/** Only so many of the newest hits are put in order of how well they fit. */
export const RANKED = 200

export type RankedLine = Line & { readonly seq: number; readonly score: number; readonly content: string }

/** A page of hits: those that bear the words in title, name or number first, then the newest. */
export async function rankHits(
  db: Queryable,
  search: Search,
  page: { readonly seqs: readonly number[]; readonly after: SearchToken['after']; readonly limit: number },
): Promise<readonly RankedLine[]> {
  const { rows } = await db.query<RankedLine>({
    name: 'portal-search-rank',
    text: `SELECT * FROM (
        SELECT ${LINE}, s.seq, s.content,
          (SELECT count(*) FROM unnest($2::text[]) term
            WHERE strpos(lower(concat_ws(' ', d.title, d.party_name, d.number, d.party_code)), term) > 0)
          + CASE WHEN d.number = $3 OR d.party_code = upper($3) THEN 100 ELSE 0 END AS score
        FROM (SELECT seq, decision_id, content FROM published.search_text WHERE seq = ANY ($1::bigint[])) s
        JOIN published.decisions d ON d.id = s.decision_id) ranked
      WHERE $4::int IS NULL OR (score, seq) < ($4::int, $5::bigint)
      ORDER BY score DESC, seq DESC LIMIT $6`,
    values: [
      page.seqs,
      search.terms.map((term) => term.toLowerCase()),
      search.text,
      page.after?.score ?? null,
      page.after?.seq ?? null,
      page.limit,
    ],
  })
  return rows
}
