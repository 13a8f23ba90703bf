import type { AccessRequest, AccessStep, Purpose } from '#domain/access-request/access-request.ts'
import type { AccessView } from '#domain/access-request/refuse-step.ts'
import type { Queryable } from '#server/db/database.ts'

export type StoredStep = Omit<AccessStep, 'days' | 'purposes' | 'untilAt'> & {
  readonly byName: string
  readonly days: number | null
  readonly purposes: readonly Purpose[] | null
  readonly untilAt: string | null
}

/** One request as the database keeps it, with its steps in order and the names that screens show. */
export type StoredRequest = {
  readonly id: string
  readonly agencyId: string
  readonly kind: 'internal' | 'external'
  readonly caseId: string | null
  readonly caseName: string
  readonly scope: 'case' | 'items'
  readonly itemCount: number
  readonly purposes: readonly Purpose[]
  readonly days: number
  readonly reason: string
  readonly requestedBy: string
  readonly requesterName: string
  readonly unitId: string
  readonly unitName: string
  readonly requestedAt: string
  readonly needsEndorsement: boolean
  readonly followsId: string | null
  readonly letterNumber: string | null
  readonly letterOn: string | null
  readonly bodyName: string | null
  readonly bearerName: string | null
  readonly bearerIdKind: string | null
  readonly bearerIdMasked: string | null
  readonly loansOut: number
  readonly steps: readonly StoredStep[]
}

const STEPS = `coalesce((SELECT json_agg(json_build_object('kind', s.kind, 'by', s.by_id, 'byName', sp.name,
    'at', to_char(s.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'note', s.note, 'days', s.days,
    'purposes', s.purposes, 'untilAt', to_char(s.until_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY s.number)
  FROM app.access_steps s JOIN app.people sp ON sp.id = s.by_id WHERE s.request_id = r.id), '[]')`

/** A row `r` of `app.access_requests` as a StoredRequest. */
export const REQUEST_COLUMNS = `r.id, r.agency_id AS "agencyId", r.kind, r.case_id AS "caseId", coalesce(c.name, '') AS "caseName",
  r.scope, (SELECT count(*)::int FROM app.access_items i WHERE i.request_id = r.id) AS "itemCount", r.purposes, r.days, r.reason,
  r.requested_by AS "requestedBy", p.name AS "requesterName", r.unit_id AS "unitId", u.name AS "unitName",
  r.requested_at AS "requestedAt", r.needs_endorsement AS "needsEndorsement", r.follows_id AS "followsId",
  r.letter_number AS "letterNumber", r.letter_on AS "letterOn", r.body_name AS "bodyName", r.bearer_name AS "bearerName",
  r.bearer_id_kind AS "bearerIdKind", r.bearer_id_masked AS "bearerIdMasked",
  (SELECT count(*)::int FROM app.loans l WHERE l.request_id = r.id
    AND NOT EXISTS (SELECT FROM app.loan_returns b WHERE b.loan_id = l.id)) AS "loansOut", ${STEPS} AS steps`
export const REQUEST_TABLES = `app.access_requests r JOIN app.people p ON p.id = r.requested_by
  JOIN app.units u ON u.id = r.unit_id LEFT JOIN app.cases c ON c.id = r.case_id`

export type Seer = {
  readonly personId: string
  readonly agencyId: string
  readonly units: readonly string[]
  readonly seesAll: boolean
}
/** $1 agency, $2 person, $3 units that the person heads, $4 whether they see all. */
export const IS_SEEN = `r.agency_id = $1 AND ($4 OR r.requested_by = $2 OR r.unit_id = ANY ($3::uuid[]))`
export const seerValues = ({ agencyId, personId, units, seesAll }: Seer): readonly unknown[] => [
  agencyId,
  personId,
  units,
  seesAll,
]

/** A request that this person may see, or undefined. */
export async function findRequest(db: Queryable, id: string, seer: Seer): Promise<StoredRequest | undefined> {
  const { rows } = await db.query<StoredRequest>({
    name: 'find-access-request',
    text: `SELECT ${REQUEST_COLUMNS} FROM ${REQUEST_TABLES} WHERE ${IS_SEEN} AND r.id = $5`,
    values: [...seerValues(seer), id],
  })
  return rows[0]
}

/** As the rules see it. */
export function viewOf(stored: StoredRequest): AccessView {
  const request: AccessRequest = {
    id: stored.id,
    agency: stored.agencyId,
    kind: stored.kind,
    requestedBy: stored.requestedBy,
    requestedAt: stored.requestedAt,
    unit: stored.unitId,
    needsEndorsement: stored.needsEndorsement,
    purposes: stored.purposes,
    days: stored.days,
  }
  return { request, steps: stored.steps.map(stepOf), loansOut: stored.loansOut }
}

function stepOf({ kind, by, at, note, days, purposes, untilAt }: StoredStep): AccessStep {
  return {
    kind,
    by,
    at,
    note,
    ...(days === null ? {} : { days }),
    ...(purposes === null ? {} : { purposes }),
    ...(untilAt === null ? {} : { untilAt }),
  }
}
