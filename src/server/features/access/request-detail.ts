import type { AccessDetail, AccessItem } from '#contract/access.ts'
import { refuseLoan } from '#domain/access-request/refuse-loan.ts'
import { ACCESS_ACTS, refuseStep } from '#domain/access-request/refuse-step.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { documentTitleOf } from '#domain/document/document-title.ts'
import type { Queryable } from '#server/db/database.ts'
import { notFound, type Refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { accessActor, accessTerms } from './access-actor.ts'
import { accessRow, seerOf } from './access-row.ts'
import { loansOfRequest } from './loans-queries.ts'
import { findRequest, type StoredRequest, viewOf } from './stored-request.ts'

/** One request with its way, for those whom it concerns. */
export async function readRequest(ctx: RequestContext, id: string): Promise<AccessDetail | Refused> {
  ctx.audit({ subject: `access:${id}` })
  return (await detailOf(ctx, ctx.db, id)) ?? notFound('调阅申请')
}

export async function detailOf(ctx: RequestContext, db: Queryable, id: string): Promise<AccessDetail | undefined> {
  const stored = await findRequest(db, id, seerOf(ctx))
  if (!stored) return undefined
  const [items, loans, terms] = [await itemsOf(db, id), await loansOfRequest(ctx, db, id), await accessTerms(ctx, db)]
  const [view, actor] = [viewOf(stored), accessActor(ctx)]
  const offers = ACCESS_ACTS.map((act) => ({
    act,
    refusals: refuseStep(act, view, actor, terms.now).map(({ gate, basis, sentence }) => ({ gate, basis, sentence })),
  }))
  return {
    version: stored.steps.length,
    row: accessRow(stored, terms.now),
    reason: stored.reason,
    items,
    steps: stored.steps.map(({ by: _by, byName, purposes, ...step }) => ({
      ...step,
      by: byName,
      purposes: purposes && [...purposes],
    })),
    external: externalOf(stored),
    followsId: stored.followsId,
    isMine: stored.requestedBy === ctx.actor.personId,
    longestDays: Math.min(stored.days, terms.longestDays),
    offers,
    mayLend: refuseLoan(view, terms.today, actor, terms).length === 0,
    loans,
  }
}

function externalOf(stored: StoredRequest): AccessDetail['external'] {
  const { letterNumber, letterOn, bodyName, bearerName, bearerIdKind, bearerIdMasked } = stored
  if (letterNumber === null || letterOn === null || bodyName === null) return null
  return {
    ...{ letterNumber, letterOn, bodyName, bearerName: bearerName ?? '' },
    bearerIdKind: bearerIdKind ?? '',
    bearerIdMasked: bearerIdMasked ?? '',
  }
}

type ItemRow = Omit<AccessItem, 'title' | 'note'> & {
  readonly code: string | null
  readonly issuedOn: PlainDate | null
  readonly number: string | null
  readonly medium: keyof typeof MEDIA | null
  readonly capturedAt: string | null
  readonly place: string | null
}

const MEDIA = { photo: '照片', audio: '录音', video: '录像' } as const
const AHEAD_OF_UTC_MS = 8 * 3_600_000
const minuteOf = (at: string): string =>
  new Date(Date.parse(at) + AHEAD_OF_UTC_MS).toISOString().slice(0, 16).replace('T', ' ')

/** As it is called where somebody who may not open it yet can read it: kind, number, time, and nothing of what it says. */
export function itemOf({ kind, id, caseId, code, issuedOn, number, medium, capturedAt, place }: ItemRow): AccessItem {
  if (medium !== null)
    return { kind, id, caseId, title: MEDIA[medium], note: `${minuteOf(capturedAt ?? '')} ${place ?? ''}`.trim() }
  const title = documentTitleOf(code ?? '', issuedOn as PlainDate)
  return { kind, id, caseId, title, note: [number, issuedOn].filter(Boolean).join(' ') }
}

export const DOCUMENT_ITEM = `'document' AS kind, d.id, d.case_id AS "caseId", d.code, d.issued_on AS "issuedOn", d.number,
  NULL AS medium, NULL::timestamptz AS "capturedAt", NULL AS place`
export const RECORDING_ITEM = `'recording' AS kind, v.id, NULL::uuid AS "caseId", NULL AS code, NULL::date AS "issuedOn", NULL AS number,
  v.medium, v.captured_at AS "capturedAt", v.place`

async function itemsOf(db: Queryable, requestId: string): Promise<AccessItem[]> {
  const { rows } = await db.query<ItemRow>({
    name: 'access-items',
    text: `SELECT i.ordinal, ${DOCUMENT_ITEM} FROM app.access_items i JOIN app.documents d ON d.id = i.document_id WHERE i.request_id = $1
      UNION ALL SELECT i.ordinal, ${RECORDING_ITEM} FROM app.access_items i JOIN app.recordings v ON v.id = i.recording_id
      WHERE i.request_id = $1 ORDER BY ordinal`,
    values: [requestId],
  })
  return rows.map(itemOf)
}

/** What of a case may be named in a request: its papers and recordings, the newest first. */
export async function itemsOfCase(db: Queryable, caseId: string): Promise<AccessItem[]> {
  const { rows } = await db.query<ItemRow>({
    name: 'access-case-items',
    text: `SELECT * FROM (SELECT ${DOCUMENT_ITEM} FROM app.documents d WHERE d.case_id = $1 AND d.voided_at IS NULL ORDER BY d.issued_on, d.id LIMIT 200) papers
      UNION ALL SELECT * FROM (SELECT ${RECORDING_ITEM} FROM app.recordings v WHERE EXISTS (SELECT FROM app.recordings_of_cases b
        WHERE b.recording_id = v.id AND b.case_id = $1) ORDER BY v.captured_at, v.id LIMIT 200) recordings`,
    values: [caseId],
  })
  return rows.map(itemOf)
}
