import type { AgencyOnTheDay, Person, Visit } from '#domain/case/environment.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { AgencyBlock } from '#domain/document/merge-data.ts'
import type { AgencyCatalogue } from '#domain/item/item.ts'
import type { Licence, LicenceRegister } from '#domain/licence/licence.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { ANSWERING, answering, type RegisteredAgency } from '#server/db/answering-agency.ts'
import type { Queryable } from '#server/db/database.ts'
import { ENTRUSTED_BY } from '#server/db/entrusted-by.ts'
import { ITEM, standingItem } from '#server/features/catalogue/index.ts'

/** The agency as the engine judges it and as its documents print it. */
export type CaseAgency = AgencyOnTheDay & AgencyBlock

export type LoadedCase = {
  readonly version: number
  readonly state: CaseState
  readonly unitId: string
  readonly agency: CaseAgency
  readonly people: readonly Person[]
  /** The case from which it has come. */
  readonly origin: CaseState | null
  readonly visits: readonly Visit[] | null
  /** Reviews of and lawsuits against its decision, and what has changed it. */
  readonly disputes: readonly CaseState[] | null
  /** Cases that were taken into it. */
  readonly joined: readonly CaseState[] | null
  /** Its licence, as the register has it. */
  readonly register: LicenceRegister
  /** Its item, as the catalogue has it today. */
  readonly catalogue?: AgencyCatalogue
}

/** $2 is the agency, $4 today. */
const agencyWith = (
  more = '',
) => `(SELECT json_build_object('id', a.id, 'name', a.name, 'word', a.word, 'regionName', r.name,
    'address', a.address, 'phone', a.phone, 'postcode', a.postcode, 'uscc', a.uscc, 'payee', a.payee, ${ANSWERING},
    'isQualified', a.qualified_from_on <= $4 AND (a.qualified_until_on IS NULL OR a.qualified_until_on >= $4)${more})
  FROM app.agencies a JOIN app.regions r ON r.code = a.region_code WHERE a.id = $2)`
export const AGENCY = agencyWith()

/** A row `p` of `app.people` as it stands on the day `$4`. Plain json is put together in half the time that jsonb takes. */
export const PERSON = `json_build_object('id', p.id, 'name', p.name, 'agency', p.agency_id, 'employment', p.employment,
    'hasLawLicence', p.has_law_licence,
    'posts', coalesce((
      SELECT json_agg(json_build_object('role', t.role, 'unit', t.unit_id,
        'unitName', (SELECT u.name FROM app.units u WHERE u.id = t.unit_id), 'isPrincipal', t.is_principal,
        'entrustedBy', ${ENTRUSTED_BY})) FROM app.posts t
      WHERE t.person_id = p.id AND t.from_on <= $4 AND (t.until_on IS NULL OR t.until_on >= $4)), '[]'),
    'certificates', coalesce((
      SELECT json_agg(json_build_object('kind', e.kind, 'number', e.number, 'validFromOn', e.valid_from_on,
        'validUntilOn', e.valid_until_on, 'state', e.state)) FROM app.certificates e WHERE e.person_id = p.id), '[]'))`
export const STILL_HERE = '(p.left_on IS NULL OR p.left_on > $4)'

const PEOPLE = `(SELECT json_agg(${PERSON}) FROM app.people p WHERE ${STILL_HERE}
    AND p.id = ANY ($3::uuid[] || ARRAY(SELECT person_id FROM app.case_people WHERE case_id = c.id)))`

/** Procedures that contest or alter the decision of their origin, as their definitions say. */
const CONTESTING = [...PROCEDURES.values()]
  .filter(({ contests, alters }) => contests || alters)
  .map(({ code }) => `'${code}'`)
  .join(', ')

/** Earlier inspections of the same parties by the same agency that were approved; of other procedures nobody asks. */
const VISITS = `CASE WHEN c.procedure_code = 'inspection' THEN (
    SELECT json_agg(json_build_object('party', theirs.party_id, 'on', left(coalesce(f.facts->>'planned-on', ''), 10),
      'source', f.facts->>'source', 'officers', coalesce(f.facts->'officers', f.facts->'approved-officers'),
      'foundNothing', coalesce(o.state#>>'{runs,0,result}', o.outcome, '') = 'no-problem'))
    FROM app.case_parties mine JOIN app.case_parties theirs ON theirs.party_id = mine.party_id
    JOIN app.cases o ON o.id = theirs.case_id
    CROSS JOIN LATERAL (SELECT o.state#>'{runs,0,facts,case}' AS facts) f
    WHERE mine.case_id = c.id AND o.id <> c.id AND o.agency_id = c.agency_id
      AND o.procedure_code = 'inspection' AND o.stage NOT IN ('planned', 'dropped')) END AS visits`
/** A row `l` of `app.licences`. */
export const LICENCE = `json_build_object('id', l.id, 'number', l.number, 'item', l.item, 'conditions', l.conditions,
    'grantedOn', l.granted_on, 'validUntil', l.valid_until, 'renewalAskedOn', l.renewal_asked_on,
    'endedHow', l.ended_how, 'endedOn', l.ended_on)`

// A number that is being typed in comes before the one that the case has.
const ITS_LICENCE = `CASE WHEN c.procedure_code LIKE 'licence%' THEN (SELECT ${LICENCE} FROM app.licences l
    WHERE l.agency_id = $2 AND l.number = coalesce($5, c.state #>> '{runs,0,facts,case,licence-number}')) END`

const ITS_ITEM = `CASE WHEN c.state ? 'item' THEN (SELECT json_build_object(${ITEM}, 'standing', i.id)
    ${standingItem('c.agency_id', "(c.state #>> '{item,code}')", '$4')}) END`

/** Who answers them is this agency; a lawsuit may follow a review, and a change of the decision either of them. */
export const DISPUTES = `(WITH RECURSIVE about AS (
      SELECT d.id, d.state FROM app.cases d
      WHERE d.origin_case_id = c.id AND d.agency_id = c.agency_id AND d.procedure_code IN (${CONTESTING})
      UNION ALL
      SELECT d.id, d.state FROM about JOIN app.cases d ON d.origin_case_id = about.id
      WHERE d.agency_id = c.agency_id AND d.procedure_code IN (${CONTESTING}))
    SELECT json_agg(about.state) FROM about) AS disputes`

const READ = `SELECT c.version, c.state, c.unit_id AS "unitId",
  ${agencyWith(", 'unit', (SELECT u.name FROM app.units u WHERE u.id = c.unit_id)")} AS agency, ${PEOPLE} AS people,
  CASE WHEN c.origin_case_id IS NOT NULL THEN (SELECT o.state FROM app.cases o WHERE o.id = c.origin_case_id) END AS origin,
  CASE WHEN c.state ? 'joined' THEN (SELECT json_agg(j.state) FROM app.cases j WHERE j.merged_into = c.id) END AS joined,
  ${VISITS}, ${DISPUTES}, ${ITS_LICENCE} AS licence, ${ITS_ITEM} AS item
  FROM app.cases c WHERE c.id = $1 AND c.agency_id = $2`

type Wanted = {
  readonly caseId: string
  readonly agencyId: string
  /** People beside those of the case: the actor and whoever is named in the input. */
  readonly people: readonly string[]
  readonly today: string
  /** The number of a licence that is being typed in. */
  readonly licenceNumber?: string | undefined
}

type Row = Omit<LoadedCase, 'register' | 'catalogue' | 'agency'> & {
  readonly agency: CaseAgency & RegisteredAgency
  readonly licence: Licence | null
  readonly item: NonNullable<AgencyCatalogue['item']> | null
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
  const { caseId, agencyId, people, today, licenceNumber = null } = wanted
  const values = [caseId, agencyId, people, today, licenceNumber]
  const { rows } = await db.query<Row>({ name, text, values, opens: true })
  const [row] = rows
  if (!row) return undefined
  const { licence, item, ...loaded } = row
  return {
    ...loaded,
    agency: answering(row.agency),
    people: row.people ?? [],
    register: { bars: [], ...(licence && { licence }) },
    ...(item && { catalogue: { isKept: true, item } }),
  }
}
