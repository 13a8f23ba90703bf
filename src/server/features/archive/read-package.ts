import { contentHeaders } from '#server/features/evidence/index.ts'
import { notFound, type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import type { StreamAnswer } from '#server/http/route.ts'
import { inventoryOf, readPackageFiles } from './packages-store.ts'
import { tarStream } from './tar-stream.ts'

type Row = {
  readonly inventory: string
  readonly state: string
  readonly sealedAt: string
  readonly archiveNumber: string
  readonly part: number
}

/** A package as one tar, read from the store as it is sent. */
export async function readPackage(ctx: RequestContext, id: string): Promise<StreamAnswer | Refused> {
  ctx.audit({ subject: `package:${id}` })
  const row = await findRow(ctx, id)
  if (!row) return notFound('归档包')
  if (row.state !== 'built') return refused('gate-closed', '归档包还没有装配完，请稍后再下载。')
  const files = await readPackageFiles(ctx.db, id)
  const folder = folderOf(row)
  const entries = files.map(({ path, size, blobSha256, blobAt }) => ({
    path: `${folder}/${path}`,
    size,
    open: () => ctx.blobs.openRange(blobSha256, { start: blobAt, end: blobAt + size - 1 }),
  }))
  const { size, body } = tarStream(entries, new Date(row.sealedAt))
  const headers = { ...contentHeaders('application/x-tar', `${folder}.tar`), 'content-length': String(size) }
  return { headers, body }
}

/** Cover, catalogue, notes sheet or report of a package. */
export async function readPaper(ctx: RequestContext, id: string, code: string): Promise<StreamAnswer | Refused> {
  ctx.audit({ subject: `package:${id}`, detail: { code } })
  const row = await findRow(ctx, id)
  const paper = row && inventoryOf(row).papers.find((each) => each.code === code)
  if (!paper) return notFound('案卷文件')
  const { sha256, mediaType } = paper.file
  return { headers: contentHeaders(mediaType, `${paper.title}.pdf`), body: ctx.blobs.openRange(sha256) }
}

async function findRow(ctx: RequestContext, id: string): Promise<Row | undefined> {
  const { rows } = await ctx.db.query<Row>({
    name: 'package-of-agency',
    text: `SELECT p.inventory, b.state, p.sealed_at AS "sealedAt", p.archive_number AS "archiveNumber", p.part
      FROM app.dossier_packages p JOIN app.package_builds b ON b.package_id = p.id WHERE p.id = $1 AND p.agency_id = $2`,
    values: [id, ctx.actor.agencyId],
  })
  return rows[0]
}

/** Characters that no file system objects to. */
function folderOf({ archiveNumber, part }: Row): string {
  return `${archiveNumber.replaceAll(/[^\p{L}\p{N}〔〕-]/gu, '-')}${part > 1 ? `-补${part - 1}` : ''}`
}
