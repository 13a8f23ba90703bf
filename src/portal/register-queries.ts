import type { Queryable } from '#server/db/database.ts'
import { LINE, type Line } from './published-queries.ts'

export type Officer = {
  readonly certificateNumber: string
  readonly name: string
  readonly agencyName: string
  readonly kind: 'enforcement' | 'supervision'
  readonly validFromOn: string
  readonly validUntilOn: string
  readonly state: 'valid' | 'suspended' | 'revoked' | 'left'
}

export const MOST_OFFICERS = 50

/** Officers with exactly this name or certificate number, or whose number or name begins so; one more than are shown. */
export async function findOfficers(db: Queryable, text: string): Promise<readonly Officer[]> {
  const { rows } = await db.query<Officer>({
    name: 'portal-officers',
    text: `SELECT o.certificate_number AS "certificateNumber", o.name, a.name AS "agencyName", o.kind,
        o.valid_from_on AS "validFromOn", o.valid_until_on AS "validUntilOn", o.state
      FROM published.officers o JOIN published.agencies a ON a.id = o.agency_id
      WHERE o.name = $1 OR o.certificate_number = upper($1)
        OR (length($1) > 1 AND (starts_with(o.name, $1) OR starts_with(o.certificate_number, upper($1))))
      ORDER BY o.state <> 'valid', o.name, o.certificate_number LIMIT ${MOST_OFFICERS + 1}`,
    values: [text],
  })
  return rows
}

export type Monitor = {
  readonly id: string
  readonly code: string
  readonly place: string
  readonly agencyName: string
  readonly sign: string
  readonly standard: string
  readonly legalNumber: string
  readonly technicalNumber: string
  readonly publishedOn: string
  readonly fromOn: string
  readonly untilOn: string | null
}

export const MOST_MONITORS = 300

/** Where monitoring devices stand, by agency and place: all of them, or those whose place, agency or code says so. */
export async function findMonitors(db: Queryable, text: string): Promise<readonly Monitor[]> {
  const { rows } = await db.query<Monitor>({
    name: 'portal-monitors',
    text: `SELECT m.id, m.code, m.place, a.name AS "agencyName", m.sign, m.standard, m.legal_number AS "legalNumber",
        m.technical_number AS "technicalNumber", m.published_on AS "publishedOn", m.from_on AS "fromOn", m.until_on AS "untilOn"
      FROM published.monitors m JOIN published.agencies a ON a.id = m.agency_id
      WHERE (m.until_on IS NULL OR m.until_on >= m.from_on)
        AND ($1 = '' OR position(lower($1) IN lower(m.place || ' ' || m.code || ' ' || a.name)) > 0)
      ORDER BY m.until_on IS NOT NULL, a.name, m.place, m.from_on DESC LIMIT ${MOST_MONITORS + 1}`,
    values: [text],
  })
  return rows
}

/** Everything published about an organisation, the last decision first; `before` is where the page begins. */
export async function listOfParty(
  db: Queryable,
  wanted: { readonly lexeme: string; readonly before: number | undefined; readonly limit: number },
): Promise<readonly (Line & { readonly seq: number; readonly decidedOn: string; readonly parties: PartyNames })[]> {
  const { rows } = await db.query<Line & { seq: number; decidedOn: string; parties: PartyNames }>({
    name: 'portal-party',
    text: `SELECT ${LINE}, d.decided_on AS "decidedOn", d.body -> 'parties' AS parties, s.seq
      FROM (SELECT seq, decision_id FROM published.search_text
        WHERE tokens @@ $1::tsquery AND seq < $2 ORDER BY seq DESC LIMIT $3) s
      JOIN published.decisions d ON d.id = s.decision_id ORDER BY s.seq DESC`,
    values: [wanted.lexeme, wanted.before ?? Number.MAX_SAFE_INTEGER, wanted.limit],
  })
  return rows
}

type PartyNames = readonly { readonly name: string; readonly code?: string }[] | null
