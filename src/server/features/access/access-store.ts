import type { AccessRequestInput, ExternalRequestInput } from '#contract/access.ts'
import type { AccessStep } from '#domain/access-request/access-request.ts'
import { maskId } from '#domain/party/mask-id.ts'
import type { Tx } from '#server/db/database.ts'

export type NewRequest = (AccessRequestInput | ExternalRequestInput) & {
  readonly id: string
  readonly agencyId: string
  readonly kind: 'internal' | 'external'
  readonly unitId: string
  readonly needsEndorsement: boolean
  readonly by: string
  readonly at: string
}

/** Writes the request with what it names. */
export async function insertRequest(tx: Tx, request: NewRequest): Promise<void> {
  const { id, agencyId, kind, caseId, scope, purposes, days, reason, by, unitId, at, needsEndorsement } = request
  const items = [
    ...[...new Set(request.documents)].map((item) => ({ document_id: item })),
    ...[...new Set(request.recordings)].map((item) => ({ recording_id: item })),
  ].map((item, index) => ({ ...item, ordinal: index + 1 }))
  await tx.query({
    name: 'insert-access-request',
    text: `WITH request AS (
        INSERT INTO app.access_requests (id, agency_id, kind, case_id, scope, purposes, days, reason, requested_by, unit_id,
          requested_at, needs_endorsement, follows_id, letter_number, letter_on, body_name, bearer_name, bearer_id_kind, bearer_id_masked)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19))
      INSERT INTO app.access_items (request_id, ordinal, document_id, recording_id)
      SELECT $1, i.ordinal, i.document_id, i.recording_id FROM jsonb_populate_recordset(NULL::app.access_items, $20::jsonb) i`,
    values: [
      ...[id, agencyId, kind, caseId ?? null, scope, [...new Set(purposes)], days, reason, by, unitId, at],
      ...[needsEndorsement, request.follows ?? null, ...externalValues(request), JSON.stringify(items)],
    ],
  })
}

function externalValues(request: NewRequest): readonly (string | null)[] {
  if (!('letterNumber' in request)) return [null, null, null, null, null, null]
  const { letterNumber, letterOn, bodyName, bearerName, bearerIdKind, idNumber } = request
  return [letterNumber, letterOn, bodyName, bearerName, bearerIdKind, maskId(idNumber)]
}

/** Adds the next step; false when somebody else took one meanwhile. */
export async function insertStep(tx: Tx, requestId: string, number: number, step: AccessStep): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'insert-access-step',
    text: `INSERT INTO app.access_steps (request_id, number, kind, by_id, at, note, days, purposes, until_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
    values: [
      ...[requestId, number, step.kind, step.by, step.at, step.note],
      ...[step.days ?? null, step.purposes ?? null, step.untilAt ?? null],
    ],
  })
  return rowCount === 1
}
