import type { LaterEffect } from '#domain/disclosure/later-act.ts'
import type { PublicRecord } from '#domain/disclosure/public-record.ts'
import type { Queryable } from '#server/db/database.ts'
import type { PageToken } from './page-token.ts'

export type Line = {
  readonly id: string
  readonly status: 'published' | 'withdrawn' | 'expired'
  readonly title: string
  readonly kind: string
  readonly agencyName: string
  readonly partyName: string
  readonly number: string | null
  readonly summary: string
  readonly publishedAt: string
  readonly withdrawnAt: string | null
  /** What a later decision that is public has made of it. */
  readonly laterEffect: LaterEffect | null
}
export type PublishedDecision = Line & {
  readonly reason: string | null
  readonly withdrawalBasis: string | null
  readonly decidedOn: string
  /** The last day of its publicity, when that has run out. */
  readonly expiredOn: string | null
  /** Empty when withdrawn or expired. */
  readonly body: PublicRecord
  readonly later: LaterDecision | null
}
/** The decision to which the page of an earlier one leads. */
export type LaterDecision = {
  readonly id: string
  readonly status: Line['status']
  readonly number: string | null
  readonly decidedOn: string
}
export type Agency = {
  readonly id: string
  readonly name: string
  readonly regionName: string
  readonly uscc: string
  readonly address: string
  readonly phone: string
  readonly postcode: string | null
  readonly nature: 'statutory' | 'authorised' | 'entrusted'
  readonly qualifiedFromOn: string | null
  readonly qualifiedUntilOn: string | null
  /** Where to ask for 行政复议, and the court; empty when not known. */
  readonly reviewBody: string
  readonly court: string
  /** What the agency has registered; null while it has not. */
  readonly record: AgencyRecord | null
  /** Whom it has entrusted, those that were ended last. */
  readonly entrustments: readonly PublicEntrustment[]
}
export type PublicEntrustment = {
  readonly organisation: string
  readonly uscc: string
  readonly representative: string
  readonly address: string
  readonly phone: string
  readonly basis: string
  readonly items: readonly string[]
  readonly powers: string
  readonly contractNumber: string
  readonly signedOn: string
  readonly fromOn: string
  readonly untilOn: string
  /** The first day on which it no longer held, where it was ended early. */
  readonly endedOn: string | null
}
export type AgencyRecord = {
  readonly duty: string
  readonly legalRepresentative: string
  readonly funding: string
  readonly headcount: number
  readonly complaintPhone: string | null
}

export const LINE = `id, status, title, kind, agency_name AS "agencyName", party_name AS "partyName", number, summary,
  published_at AS "publishedAt", withdrawn_at AS "withdrawnAt", later_effect AS "laterEffect"`
const BEFORE = `($1::timestamptz IS NULL OR (published_at, id) < ($1::timestamptz, $2::uuid))`
const NEWEST = 'ORDER BY published_at DESC, id DESC'

/** Newest first, older than the token; what another stands in the place of is not among them. */
export async function listNewest(db: Queryable, limit: number, before?: PageToken): Promise<readonly Line[]> {
  const { rows } = await db.query<Line>({
    name: 'portal-newest',
    text: `SELECT ${LINE} FROM published.decisions WHERE ${BEFORE}
        AND later_effect IS DISTINCT FROM 'replaced' ${NEWEST} LIMIT $3`,
    values: [before?.at ?? null, before?.id ?? null, limit],
  })
  return rows
}

export async function findDecision(db: Queryable, id: string): Promise<PublishedDecision | undefined> {
  const { rows } = await db.query<PublishedDecision>({
    name: 'portal-decision',
    text: `SELECT ${LINE}, reason, decided_on AS "decidedOn", withdrawal_basis AS "withdrawalBasis", expired_on AS "expiredOn", body,
        (SELECT jsonb_build_object('id', n.id, 'status', n.status, 'number', n.number, 'decidedOn', n.decided_on)
          FROM published.decisions n WHERE n.id = p.later_id) AS later
      FROM published.decisions p WHERE id = $1`,
    values: [id],
  })
  return rows[0]
}

export async function listAgencies(db: Queryable): Promise<readonly Agency[]> {
  const { rows } = await db.query<Agency>({
    name: 'portal-agencies',
    text: `SELECT id, name, region_name AS "regionName", uscc, address, phone, postcode, nature,
        qualified_from_on AS "qualifiedFromOn", qualified_until_on AS "qualifiedUntilOn",
        review_body AS "reviewBody", court,
        CASE WHEN duty IS NOT NULL THEN json_build_object('duty', duty, 'legalRepresentative', legal_representative,
          'funding', funding, 'headcount', headcount, 'complaintPhone', complaint_phone) END AS record,
        coalesce((SELECT json_agg(json_build_object('organisation', e.organisation, 'uscc', e.uscc, 'representative', e.representative,
            'address', e.address, 'phone', e.phone, 'basis', e.basis, 'items', e.items, 'powers', e.powers,
            'contractNumber', e.contract_number, 'signedOn', e.signed_on, 'fromOn', e.from_on, 'untilOn', e.until_on,
            'endedOn', e.ended_on) ORDER BY least(e.until_on, e.ended_on) DESC, e.organisation, e.id)
          FROM published.entrustments e WHERE e.agency_id = published.agencies.id), '[]') AS entrustments
      FROM published.agencies ORDER BY name, id LIMIT 500`,
  })
  return rows
}

/** The place that the portal is for: where most of its agencies are. */
export async function findPlace(db: Queryable): Promise<string | undefined> {
  const { rows } = await db.query<{ name: string }>({
    name: 'portal-place',
    text: `SELECT region_name AS name FROM published.agencies GROUP BY region_name ORDER BY count(*) DESC, 1 LIMIT 1`,
  })
  return rows[0]?.name
}
