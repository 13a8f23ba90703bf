import { canonicalJson } from '#domain/record-log/canonical-json.ts'
import { groundToRead, groundToReadDocument } from '#server/features/access/index.ts'
import { contentHeaders } from '#server/features/evidence/index.ts'
import { isRefused, notFound, type Refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import type { StreamAnswer } from '#server/http/route.ts'
import { receiptOf } from '#server/record-log/receipt-of.ts'

/** Saved and not shown: these are files for the verifier, to the last byte. */
const SAVED = 'application/octet-stream'

/** The receipt of one event of a case of the caller's agency. */
export async function readEventReceipt(
  ctx: RequestContext,
  caseId: string,
  seq: number,
): Promise<StreamAnswer | Refused> {
  ctx.audit({ subject: `case:${caseId}`, detail: { seq } })
  const reading = await groundToRead(ctx, caseId)
  if (isRefused(reading)) return reading
  const event = await findEvent(ctx, caseId, seq)
  return event ? answerReceipt(ctx, 'event', `event:${caseId}:${seq}`, `记录${seq}`) : notFound('办案记录')
}

/** The very bytes that were hashed for the event's leaf. */
export async function readEventContent(
  ctx: RequestContext,
  caseId: string,
  seq: number,
): Promise<StreamAnswer | Refused> {
  ctx.audit({ subject: `case:${caseId}`, detail: { seq } })
  const reading = await groundToRead(ctx, caseId)
  if (isRefused(reading)) return reading
  const event = await findEvent(ctx, caseId, seq)
  if (!event) return notFound('办案记录')
  return { headers: contentHeaders(SAVED, `记录${seq}.json`), body: canonicalJson(event.body) }
}

/** The receipt of the sealed file of a document of the caller's agency. */
export async function readDocumentReceipt(
  ctx: RequestContext,
  caseId: string,
  documentId: string,
): Promise<StreamAnswer | Refused> {
  ctx.audit({ subject: `document:${documentId}` })
  const reading = await groundToReadDocument(ctx, caseId, documentId)
  if (isRefused(reading)) return reading
  const { rows } = await ctx.db.query<{ name: string }>({
    name: 'receipt-document',
    text: `SELECT coalesce(number, code) AS name FROM app.documents WHERE id = $1 AND case_id = $2 AND agency_id = $3`,
    values: [documentId, caseId, ctx.actor.agencyId],
  })
  const [document] = rows
  return document ? answerReceipt(ctx, 'document', `document:${documentId}`, document.name) : notFound('文书')
}

async function findEvent(ctx: RequestContext, caseId: string, seq: number): Promise<{ body: unknown } | undefined> {
  const { rows } = await ctx.db.query<{ body: unknown }>({
    name: 'receipt-event',
    text: `SELECT e.body FROM app.events e JOIN app.cases c ON c.id = e.case_id
      WHERE e.case_id = $1 AND e.seq = $2 AND c.agency_id = $3`,
    values: [caseId, seq, ctx.actor.agencyId],
  })
  return rows[0]
}

async function answerReceipt(
  ctx: RequestContext,
  kind: 'event' | 'document',
  subject: string,
  name: string,
): Promise<StreamAnswer | Refused> {
  const receipt = await receiptOf(ctx, kind, subject)
  if (!receipt) return notFound('存证回执（刚形成的记录一般在一秒之内签入存证日志，请稍后再取）')
  return { headers: contentHeaders(SAVED, `${name}.tlog-proof`), body: receipt.text }
}
