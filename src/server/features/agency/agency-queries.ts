import type { AgencyAnswer, AgencyRecord, AgencyUnit } from '#contract/agency.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { STANDINGS } from '#domain/document/agency-standing.ts'
import { ANSWERING, answering, type RegisteredAgency } from '#server/db/answering-agency.ts'
import type { Queryable } from '#server/db/database.ts'

type Registered = Omit<AgencyAnswer, 'version' | 'standing' | 'reviewBody' | 'court' | 'record' | 'earlier' | 'units'>
type Row = Registered & RegisteredAgency

const AGENCY = `'name', a.name, 'uscc', a.uscc, 'word', a.word, 'nature', a.nature, 'qualifiedFromOn', a.qualified_from_on,
  'qualifiedUntilOn', a.qualified_until_on, 'address', a.address, 'phone', a.phone, 'postcode', a.postcode,
  'regionName', (SELECT r.name FROM app.regions r WHERE r.code = a.region_code)`

/** What is registered of an agency, as it stands today and as it stood, with its units and who works there today. */
export async function agencyOf(db: Queryable, agencyId: string, today: PlainDate): Promise<AgencyAnswer> {
  const { rows } = await db.query<{ row: Row }>({
    name: 'own-agency',
    text: `SELECT json_build_object(${AGENCY}, ${ANSWERING}) AS row FROM app.agencies a WHERE a.id = $1`,
    values: [agencyId],
  })
  const [found] = rows
  if (!found) throw new Error(`agencyOf: no agency ${agencyId}`)
  const [record = null, ...earlier] = await recordsOf(db, agencyId)
  const { standing: _answers, ...agency } = answering(found.row)
  return {
    ...agency,
    version: record?.version ?? 0,
    standing: STANDINGS[found.row.standingKind],
    record,
    earlier,
    units: await unitsOf(db, agencyId, today),
  }
}

async function recordsOf(db: Queryable, agencyId: string): Promise<AgencyRecord[]> {
  const { rows } = await db.query<AgencyRecord>({
    name: 'agency-records',
    text: `SELECT r.version, r.from_on AS "fromOn", r.duty, r.legal_representative AS "legalRepresentative", r.funding, r.headcount,
        r.address, r.phone, r.complaint_phone AS "complaintPhone", r.ground, p.name AS by, r.set_at AS at
      FROM app.agency_records r LEFT JOIN app.people p ON p.id = r.set_by WHERE r.agency_id = $1 ORDER BY r.version DESC`,
    values: [agencyId],
  })
  return rows
}

/** 内设机构 with those who have a post there on the day; the head of each first. */
async function unitsOf(db: Queryable, agencyId: string, today: PlainDate): Promise<AgencyUnit[]> {
  const { rows } = await db.query<AgencyUnit>({
    name: 'agency-units',
    text: `SELECT u.id, u.name, u.kind, coalesce((SELECT json_agg(m ORDER BY m."isHead" DESC, m.name) FROM (
          SELECT p.id, p.name, json_agg(json_build_object('role', t.role, 'fromOn', t.from_on) ORDER BY t.role) AS posts,
            bool_or(t.is_principal) AS "isPrincipal", bool_or(t.role IN ('unit-head', 'agency-head')) AS "isHead",
            (SELECT max(c.number) FROM app.certificates c WHERE c.person_id = p.id AND c.kind = 'enforcement'
              AND c.state = 'valid' AND $2 BETWEEN c.valid_from_on AND c.valid_until_on) AS certificate
          FROM app.posts t JOIN app.people p ON p.id = t.person_id
          WHERE t.unit_id = u.id AND t.from_on <= $2 AND (t.until_on IS NULL OR t.until_on >= $2)
            AND (p.left_on IS NULL OR p.left_on > $2)
          GROUP BY p.id) m), '[]') AS people
      FROM app.units u WHERE u.agency_id = $1 ORDER BY u.kind = 'leadership' DESC, u.kind = 'handling' DESC, u.name`,
    values: [agencyId, today],
  })
  return rows
}
