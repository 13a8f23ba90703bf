import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { BlobStore } from '#server/blobs/blob-store.ts'
import { groundToReadDocument, watermarkOf } from '#server/features/access/index.ts'
import { markPdf } from '#server/features/documents/index.ts'
import { contentHeaders } from '#server/features/evidence/index.ts'
import { isRefused, notFound, type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import type { StreamAnswer } from '#server/http/route.ts'
import { openPaper, type PaperOf } from './read-signing.ts'
import { findPaper, findSignedPaper } from './signed-papers-store.ts'

const squeezed = promisify(gzip)

/** One page of the sealed file as a picture, drawn from its very bytes: phones show no PDF within a page. */
export async function readPage(
  ctx: RequestContext,
  where: PaperOf & { readonly page: number },
): Promise<StreamAnswer | Refused> {
  const paper = await openPaper(ctx, where)
  if (isRefused(paper)) return paper
  if (!paper.file || where.page > paper.file.pages) return notFound('文书页')
  const { sha256 } = paper.file
  const svg = await ctx.typesetter.drawPage(await bytesOf(ctx.blobs, sha256), where.page)
  const body = await squeezed(svg, { level: 4 })
  const headers = contentHeaders('image/svg+xml', `${where.page}.svg`)
  const etag = `"${sha256}-${where.page}"`
  return { headers: { ...headers, etag, 'content-encoding': 'gzip', 'content-length': String(body.length) }, body }
}

/** The newest signed copy; with the reader's name across each page for who reads by a granted request. */
export async function readSignedCopy(ctx: RequestContext, { id, document }: PaperOf): Promise<StreamAnswer | Refused> {
  ctx.audit({ subject: `document:${document}` })
  const reading = await groundToReadDocument(ctx, id, document)
  if (isRefused(reading)) return reading
  const paper = await findPaper(ctx.db, { caseId: id, document, agencyId: ctx.actor.agencyId })
  const copy = paper && (await findSignedPaper(ctx.db, document))
  if (!paper || !copy) return notFound('签名件（刚签的名正在生成签名件，请稍后再看）')
  const headers = contentHeaders('application/pdf', `${paper.data.document.title}（签名件）.pdf`)
  if (!reading.grant) {
    const sealed = { 'content-length': String(copy.size), etag: `"${copy.sha256}"` }
    return { headers: { ...headers, ...sealed }, body: ctx.blobs.openRange(copy.sha256) }
  }
  ctx.audit({ subject: `document:${document}`, detail: { ground: `access:${reading.grant.requestId}` } })
  const marked = await markPdf(await bytesOf(ctx.blobs, copy.sha256), watermarkOf(ctx))
  if (!marked) return refused('conflict', '签名件加不上水印，凭调阅只看带水印的；请承办人员提供。')
  return { headers: { ...headers, 'cache-control': 'no-store' }, body: marked }
}

export async function bytesOf(blobs: BlobStore, sha256: string): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of blobs.openRange(sha256)) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}
