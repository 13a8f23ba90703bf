import { contentHeaders } from '#server/features/evidence/index.ts'
import { notFound, type Refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import type { StreamAnswer } from '#server/http/route.ts'

type File = { readonly sha256: string; readonly size: number; readonly code: string; readonly number: string | null }

/** The sealed file of a document of the caller's agency; while it is being typeset it is not found. */
export async function readDocumentFile(
  ctx: RequestContext,
  caseId: string,
  documentId: string,
): Promise<StreamAnswer | Refused> {
  const { rows } = await ctx.db.query<File>({
    name: 'document-file',
    text: `SELECT f.sha256, f.size, d.code, d.number FROM app.documents d
      JOIN app.document_files f ON f.document_id = d.id
      WHERE d.id = $1 AND d.case_id = $2 AND d.agency_id = $3`,
    values: [documentId, caseId, ctx.actor.agencyId],
  })
  const file = rows[0]
  ctx.audit({ subject: `document:${documentId}` })
  if (!file) return notFound('文书文件（刚签发的文书正在排版，请稍后再看）')
  const body = ctx.blobs.openRange(file.sha256)
  const headers = {
    ...contentHeaders('application/pdf', `${file.number ?? file.code}.pdf`),
    'content-length': String(file.size),
    etag: `"${file.sha256}"`,
  }
  return { headers, body }
}
