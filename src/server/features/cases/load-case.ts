import type { AgencyOnTheDay, Person } from '#domain/case/environment.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { AgencyBlock } from '#domain/document/merge-data.ts'
import type { Queryable } from '#server/db/database.ts'

/** The agency as the engine judges it and as its documents print it. */
export type CaseAgency = AgencyOnTheDay & AgencyBlock

export type LoadedCase = {
  readonly version: number
  readonly state: CaseState
  readonly unitId: string
  readonly agency: CaseAgency
  readonly people: readonly Person[]
}

/** $2 is the agency, $4 today. */
export const AGENCY = `(SELECT jsonb_build_object('id', a.id, 'name', a.name, 'word', a.word, 'regionName', r.name,
    'address', a.address, 'phone', a.phone, 'postcode', a.postcode, 'uscc', a.uscc, 'reviewBody', a.review_body,
    'court', a.court, 'payee', a.payee, 'isQualified', a.qualified_from_on <= $4 AND (a.qualified_until_on IS NULL OR a.qualified_until_on >= $4))
  FROM app.agencies a JOIN app.regions r ON r.code = a.region_code WHERE a.id = $2)`

const PEOPLE = `(SELECT jsonb_agg(app.person_on_the_day(p.id, $4)) FROM (
    SELECT unnest($3::uuid[]) AS id UNION SELECT person_id FROM app.case_people WHERE case_id = c.id) p)`

const READ = `SELECT c.version, c.state, c.unit_id AS "unitId",
  ${AGENCY} || jsonb_build_object('unit', (SELECT u.name FROM app.units u WHERE u.id = c.unit_id)) AS agency, ${PEOPLE} AS people
  FROM app.cases c WHERE c.id = $1 AND c.agency_id = $2`

type Wanted = {
  readonly caseId: string
  readonly agencyId: string
  /** People beside those of the case: the actor and whoever is named in the input. */
  readonly people: readonly string[]
  readonly today: string
}

/** All that a decision needs, in one read; undefined for another agency's case. */
export async function findCase(db: Queryable, wanted: Wanted): Promise<LoadedCase | undefined> {
  return read(db, 'case-read', READ, wanted)
}

/** The same, and nobody else moves the case until the transaction ends. */
export async function lockCase(tx: Queryable, wanted: Wanted): Promise<LoadedCase | undefined> {
  return read(tx, 'case-lock', `${READ} FOR UPDATE OF c`, wanted)
}

async function read(db: Queryable, name: string, text: string, wanted: Wanted): Promise<LoadedCase | undefined> {
  const { caseId, agencyId, people, today } = wanted
  const { rows } = await db.query<LoadedCase>({ name, text, values: [caseId, agencyId, people, today] })
  const row = rows[0]
  return row && { ...row, people: (row.people ?? []).filter((person) => person !== null) }
}
