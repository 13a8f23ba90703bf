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
  readonly volume: string | null
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

/** What the screen calls the bound volume of a package. */
export const BOUND_VOLUME = { code: 'bound-volume', title: '装订本' } as const

/** Cover, catalogue, notes sheet, report or bound volume of a package. */
export async function readPaper(ctx: RequestContext, id: string, code: string): Promise<StreamAnswer | Refused> {
  ctx.audit({ subject: `package:${id}`, detail: { code } })
  const row = await findRow(ctx, id)
  const paper = row && paperOf(row, code)
  if (!paper) return notFound('案卷文件')
  const headers = contentHeaders('application/pdf', `${paper.title}.pdf`)
  return { headers, body: ctx.blobs.openRange(paper.sha256) }
}

function paperOf(row: Row, code: string): { readonly title: string; readonly sha256: string } | undefined {
  if (code === BOUND_VOLUME.code && row.volume !== null) return { title: BOUND_VOLUME.title, sha256: row.volume }
  const paper = inventoryOf(row).papers.find((each) => each.code === code)
  return paper && { title: paper.title, sha256: paper.file.sha256 }
}

async function findRow(ctx: RequestContext, id: string): Promise<Row | undefined> {
  const { rows } = await ctx.db.query<Row>({
    name: 'package-of-agency',
    text: `SELECT p.inventory, b.state, p.sealed_at AS "sealedAt", p.archive_number AS "archiveNumber", p.part,
        (SELECT v.sha256 FROM app.package_volumes v WHERE v.package_id = p.id) AS volume
      FROM app.dossier_packages p JOIN app.package_builds b ON b.package_id = p.id WHERE p.id = $1 AND p.agency_id = $2`,
    values: [id, ctx.actor.agencyId],
  })
  return rows[0]
}

/** Characters that no file system objects to. */
function folderOf({ archiveNumber, part }: Row): string {
  return `${archiveNumber.replaceAll(/[^\p{L}\p{N}〔〕-]/gu, '-')}${part > 1 ? `-补${part - 1}` : ''}`
}
