import type { Statement } from '#server/db/database.ts'
import { auditStatement } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { newId } from '#server/ids.ts'
import type { UploadRow } from './uploads-queries.ts'

export type UploadAuditName =
  | 'evidence-stored'
  | 'evidence-refused'
  | 'recording-received'
  | 'recording-refused'
  | 'upload-expired'

/** Whose request it is; nobody's when a job finishes what a crash interrupted. */
export type Requester = Pick<RequestContext, 'actor' | 'address'> | undefined

/** What became of an upload that a request or a job brought to its end; written in the transaction of the change. */
export function uploadAudit(
  name: UploadAuditName,
  upload: Pick<UploadRow, 'id' | 'caseId' | 'purpose'>,
  by: Requester,
  at: Date,
  detail: Readonly<Record<string, unknown>>,
): Statement {
  return auditStatement({
    id: newId(),
    at: at.toISOString(),
    name,
    actorId: by?.actor.personId ?? null,
    agencyId: by?.actor.agencyId ?? null,
    subject: `upload:${upload.id}`,
    detail: JSON.stringify({
      ...(upload.caseId === null ? { purpose: upload.purpose } : { case: upload.caseId }),
      ...detail,
    }),
    address: by?.address ?? null,
  })
}
