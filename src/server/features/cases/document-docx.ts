import { buffer } from 'node:stream/consumers'
import { documentTitleOf } from '#domain/document/document-title.ts'
import type { DocumentData } from '#domain/document/merge-data.ts'
import { groundToWork } from '#server/features/access/index.ts'
import { makeEditable, TypesettingError } from '#server/features/documents/index.ts'
import { contentHeaders } from '#server/features/evidence/index.ts'
import { notFound, type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import type { StreamAnswer } from '#server/http/route.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const NOTE = '可编辑的副本，不是文书本身；以系统签发的 PDF 为准'

type Paper = {
  readonly sha256: string
  readonly code: string
  readonly number: string | null
  readonly data: DocumentData
}

/** An issued paper as a word-processor file, for those who work on the case; the paper itself stays what it is. */
export async function readDocumentDocx(
  ctx: RequestContext,
  caseId: string,
  id: string,
): Promise<StreamAnswer | Refused> {
  ctx.audit({ subject: `document:${id}` })
  const [forbidden, paper] = await Promise.all([groundToWork(ctx, caseId), findPaper(ctx, caseId, id)])
  if (forbidden) return forbidden
  if (!paper) return notFound('文书文件（刚签发的文书正在排版，请稍后再看）')
  const { sha256, code, number, data } = paper
  const title = documentTitleOf(code, data.document.issuedOn)
  const pdf = new Uint8Array(await buffer(ctx.blobs.openRange(sha256)))
  const names = { agency: data.agency.name, title, number: number ?? undefined }
  try {
    const docx = await makeEditable({ pdf, names, note: NOTE })
    return { headers: contentHeaders(DOCX, `${number ?? title}.docx`), body: Buffer.from(docx) }
  } catch (error) {
    if (error instanceof TypesettingError) return refused('invalid-input', `${error.message}；请打开 PDF 使用`)
    throw error
  }
}

async function findPaper(ctx: RequestContext, caseId: string, id: string): Promise<Paper | undefined> {
  const { rows } = await ctx.db.query<Paper>({
    name: 'document-to-edit',
    text: `SELECT f.sha256, d.code, d.number, d.data FROM app.documents d JOIN app.document_files f ON f.document_id = d.id
      WHERE d.id = $1 AND d.case_id = $2 AND d.agency_id = $3`,
    values: [id, caseId, ctx.actor.agencyId],
  })
  return rows[0]
}
