import type { PublicRecord } from '#domain/disclosure/public-record.ts'
import { sanctionKindsOf } from '#domain/disclosure/sanction-kinds.ts'
import { agencyLexeme, kindLexeme, lexemesOf, partyLexeme, yearLexeme } from '#domain/disclosure/search-lexemes.ts'
import { windowLexemes } from '#domain/disclosure/search-windows.ts'
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

/** Another stands in the place of a replaced one: whoever looks finds that, which names its number. */
type Waiting = Searchable & { readonly isReplaced: boolean }

const BATCH = 100

/** Puts everything published or withdrawn since the last time into the search, oldest first; returns how many. */
export async function indexSearch(db: Database): Promise<number> {
  let indexed = 0
  let done: number
  do {
    done = await db.transaction(indexOldest)
    indexed += done
  } while (done === BATCH)
  return indexed
}

/** What another worker is at is left to it; a fault leaves all of the batch waiting. */
async function indexOldest(tx: Tx): Promise<number> {
  const { rows } = await tx.query<Waiting>({
    name: 'next-to-index',
    text: `SELECT d.id, d.title, d.kind, d.number, d.agency_name AS "agencyName", d.decided_on AS "decidedOn", d.body,
        d.later_effect IS NOT DISTINCT FROM 'replaced' AS "isReplaced"
      FROM app.search_waiting w JOIN published.decisions d ON d.id = w.decision_id
      ORDER BY d.published_at, d.id LIMIT ${BATCH} FOR UPDATE OF w SKIP LOCKED`,
  })
  if (rows.length === 0) return 0
  const ids = rows.map((row) => row.id)
  await write(tx, rows, await placesOf(tx, ids))
  await tx.query({
    name: 'index-done',
    text: 'DELETE FROM app.search_waiting WHERE decision_id = ANY ($1::uuid[])',
    values: [ids],
  })
  return rows.length
}

/** A decision keeps its place in the order when it is indexed again; new ones get the next, in the order given. */
async function placesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await tx.query<{ id: string; seq: number }>({
    name: 'places-in-search',
    text: `SELECT o.id, COALESCE(o.seq, nextval('published.search_text_seq_seq')) AS seq FROM (
        SELECT i.id, s.seq FROM unnest($1::uuid[]) WITH ORDINALITY i(id, nr)
        LEFT JOIN published.search_text s ON s.decision_id = i.id ORDER BY i.nr OFFSET 0) o`,
    values: [ids],
  })
  return new Map(rows.map(({ id, seq }) => [id, seq]))
}

async function write(tx: Tx, rows: readonly Waiting[], places: ReadonlyMap<string, number>): Promise<void> {
  const texts = rows.map((row) => {
    const { lexemes, ...text } = searchTextOf(row)
    const seq = places.get(row.id) ?? 0
    const found = row.isReplaced ? [] : [...lexemes, ...windowLexemes(seq)]
    return { ...text, seq, id: row.id, agency: row.agencyName, lexemes: found }
  })
  await tx.query({
    name: 'write-search-text',
    text: `INSERT INTO published.search_text (seq, decision_id, agency_name, year, kinds, content, tokens)
      SELECT seq, id, agency, year, kinds, content, array_to_tsvector(lexemes)
      FROM jsonb_to_recordset($1::jsonb)
        AS t(seq bigint, id uuid, agency text, year smallint, kinds text[], content text, lexemes text[])
      ORDER BY seq
      ON CONFLICT (decision_id) DO UPDATE SET kinds = excluded.kinds, content = excluded.content, tokens = excluded.tokens`,
    values: [JSON.stringify(texts)],
  })
}

/** What one decision is found by. */
export function searchTextOf(row: Searchable) {
  const { parties = [], causes = [], facts = [], sanctions = [], bases = [], earlier = [] } = row.body
  const year = Number(row.decidedOn.slice(0, 4))
  const isWithdrawn = row.body.title === undefined
  const kinds = isWithdrawn ? [] : sanctionKindsOf(sanctions, row.kind)
  const content = [
    row.title,
    row.number,
    ...earlier.map(({ number }) => number),
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
