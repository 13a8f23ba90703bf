import { contentHeaders } from '#server/features/evidence/index.ts'
import { notFound, type Refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import type { StreamAnswer } from '#server/http/route.ts'
import { findTransfer } from './find-transfers.ts'

type Wanted = { readonly case: string; readonly run: string; readonly document: string }
type File = { readonly sha256: string; readonly size: number; readonly code: string; readonly number: string | null }

/** A paper of the transfer as it was sealed; other papers of the case are not found here. */
export async function readTransferPaper(ctx: RequestContext, wanted: Wanted): Promise<StreamAnswer | Refused> {
  ctx.audit({ subject: `document:${wanted.document}`, detail: { run: wanted.run } })
  const found = await findTransfer(ctx.db, ctx, wanted)
  const paper = found?.transfer.state.documents.find((doc) => doc.id === wanted.document && doc.run === wanted.run)
  if (!paper) return notFound('移送的文书')
  const { rows } = await ctx.db.query<File>({
    name: 'transfer-paper',
    text: `SELECT f.sha256, f.size, d.code, d.number FROM app.documents d
      JOIN app.document_files f ON f.document_id = d.id WHERE d.id = $1`,
    values: [wanted.document],
  })
  const [file] = rows
  if (!file) return notFound('文书文件（刚签发的文书正在排版，请稍后再看）')
  const headers = {
    ...contentHeaders('application/pdf', `${file.number ?? file.code}.pdf`),
    'content-length': String(file.size),
    etag: `"${file.sha256}"`,
  }
  return { headers, body: ctx.blobs.openRange(file.sha256) }
}
