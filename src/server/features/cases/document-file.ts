import type { DocumentData } from '#domain/document/merge-data.ts'
import { groundToReadDocument, watermarkOf } from '#server/features/access/index.ts'
import { contentHeaders } from '#server/features/evidence/index.ts'
import { isRefused, notFound, type Refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import type { StreamAnswer } from '#server/http/route.ts'

type File = {
  readonly sha256: string
  readonly size: number
  readonly code: string
  readonly number: string | null
  readonly data: DocumentData
}

/**
 * The sealed file of a document; while it is being typeset it is not found. Who reads by a granted request gets a copy with
 * their name across each page, drawn anew from what the document was made of.
 */
export async function readDocumentFile(
  ctx: RequestContext,
  caseId: string,
  documentId: string,
): Promise<StreamAnswer | Refused> {
  ctx.audit({ subject: `document:${documentId}` })
  const [reading, file] = await Promise.all([
    groundToReadDocument(ctx, caseId, documentId),
    findFile(ctx, caseId, documentId),
  ])
  if (isRefused(reading)) return reading
  if (!file) return notFound('文书文件（刚签发的文书正在排版，请稍后再看）')
  const name = `${file.number ?? file.code}.pdf`
  if (reading.grant) {
    ctx.audit({ subject: `document:${documentId}`, detail: { ground: `access:${reading.grant.requestId}` } })
    return markedCopy(ctx, file.data, name)
  }
  const headers = {
    ...contentHeaders('application/pdf', name),
    'content-length': String(file.size),
    etag: `"${file.sha256}"`,
  }
  return { headers, body: ctx.blobs.openRange(file.sha256) }
}

async function markedCopy(ctx: RequestContext, data: DocumentData, name: string): Promise<StreamAnswer> {
  const document = { ...data.document, watermark: watermarkOf(ctx) }
  const { pdf } = await ctx.typesetter.typeset({ ...data, document })
  return {
    headers: { ...contentHeaders('application/pdf', name), 'cache-control': 'no-store' },
    body: Buffer.from(pdf),
  }
}

async function findFile(ctx: RequestContext, caseId: string, documentId: string): Promise<File | undefined> {
  const { rows } = await ctx.db.query<File>({
    name: 'document-file',
    text: `SELECT f.sha256, f.size, d.code, d.number, d.data FROM app.documents d
      JOIN app.document_files f ON f.document_id = d.id
      WHERE d.id = $1 AND d.case_id = $2 AND d.agency_id = $3`,
    values: [documentId, caseId, ctx.actor.agencyId],
  })
  return rows[0]
}
