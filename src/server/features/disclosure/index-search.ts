import type { PublicRecord } from '#domain/disclosure/public-record.ts'
import { sanctionKindsOf } from '#domain/disclosure/sanction-kinds.ts'
import { agencyLexeme, kindLexeme, lexemesOf, partyLexeme, yearLexeme } from '#domain/disclosure/search-lexemes.ts'
import { farLexeme, nearLexeme } from '#domain/disclosure/search-windows.ts'
import { cutEveryWord } from '#server/db/chinese-words.ts'
import type { Database, Tx } from '#server/db/database.ts'

export type Searchable = {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly number: string | null
  readonly agencyName: string
  readonly decidedOn: string
  /** Empty when withdrawn: then only number and agency are left to find it by. */
  readonly body: Partial<PublicRecord>
}

/** Puts everything published or withdrawn since the last time into the search, oldest first; returns how many. */
export async function indexSearch(db: Database): Promise<number> {
  let indexed = 0
  while (await db.transaction(indexOldest)) indexed += 1
  return indexed
}

/** One at a time: whoever is at one already keeps it, and a fault leaves it waiting. */
async function indexOldest(tx: Tx): Promise<boolean> {
  const { rows } = await tx.query<Searchable>({
    name: 'next-to-index',
    text: `SELECT d.id, d.title, d.kind, d.number, d.agency_name AS "agencyName", d.decided_on AS "decidedOn", d.body
      FROM app.search_waiting w JOIN published.decisions d ON d.id = w.decision_id
      ORDER BY d.published_at, d.id LIMIT 1 FOR UPDATE OF w SKIP LOCKED`,
  })
  const [row] = rows
  if (!row) return false
  await write(tx, row)
  await tx.query({
    name: 'index-done',
    text: 'DELETE FROM app.search_waiting WHERE decision_id = $1',
    values: [row.id],
  })
  return true
}

/** A decision keeps its place in the order when it is indexed again. */
async function write(tx: Tx, row: Searchable): Promise<void> {
  const { rows } = await tx.query<{ seq: number }>({
    name: 'place-in-search',
    text: `SELECT COALESCE((SELECT seq FROM published.search_text WHERE decision_id = $1),
      nextval('published.search_text_seq_seq')) AS seq`,
    values: [row.id],
  })
  const seq = rows[0]?.seq ?? 0
  const { content, kinds, year, lexemes } = searchTextOf(row)
  await tx.query({
    name: 'write-search-text',
    text: `INSERT INTO published.search_text (seq, decision_id, agency_name, year, kinds, content, tokens)
      VALUES ($1, $2, $3, $4, $5, $6, array_to_tsvector($7::text[]))
      ON CONFLICT (decision_id) DO UPDATE SET kinds = excluded.kinds, content = excluded.content, tokens = excluded.tokens`,
    values: [seq, row.id, row.agencyName, year, kinds, content, [...lexemes, nearLexeme(seq), farLexeme(seq)]],
  })
}

/** What one decision is found by. */
export function searchTextOf(row: Searchable) {
  const { parties = [], causes = [], facts = [], sanctions = [], bases = [] } = row.body
  const year = Number(row.decidedOn.slice(0, 4))
  const isWithdrawn = row.body.title === undefined
  const kinds = isWithdrawn ? [] : sanctionKindsOf(sanctions, row.kind)
  const content = [
    row.title,
    row.number,
    row.agencyName,
    ...parties.flatMap(({ name, code }) => [name, code]),
    ...causes,
    ...sanctions,
    ...facts.map((fact) => fact.text),
    ...bases,
  ]
    .filter((part) => part !== undefined && part !== null && part !== '')
    .join('\n')
  const codes = parties.map((party) => party.code).filter((code) => code !== undefined)
  const lexemes = new Set([
    ...lexemesOf(content, cutEveryWord),
    agencyLexeme(row.agencyName),
    yearLexeme(year),
    ...kinds.map(kindLexeme),
    ...codes.map(partyLexeme),
  ])
  return { content, kinds, year, lexemes }
}
