import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import { documentTitleOf } from '#domain/document/document-title.ts'
import type { CatalogueRow, DocumentData } from '#domain/document/merge-data.ts'
import { courtPackOf, fileNameOf, type PackItem, partFolder } from '#domain/execution/court-pack.ts'
import { groundToRead } from '#server/features/access/index.ts'
import { tarStream } from '#server/features/archive/index.ts'
import { findCase } from '#server/features/cases/index.ts'
import { contentHeaders } from '#server/features/evidence/index.ts'
import { isRefused, notFound, type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import type { StreamAnswer } from '#server/http/route.ts'

type FileRow = { readonly id: string; readonly sha256: string; readonly size: number; readonly data: DocumentData }
type Placed = { readonly item: PackItem; readonly path: string; readonly sha256: string; readonly size: number }

/** The five papers for the court (行政强制法第五十五条) as one tar: a table of contents with digests, then part by part. */
export async function readCourtPack(ctx: RequestContext, caseId: string): Promise<StreamAnswer | Refused> {
  ctx.audit({ subject: `case:${caseId}` })
  const wanted = { caseId, agencyId: ctx.actor.agencyId, people: [], today: ctx.clock.today() }
  const [reading, loaded] = await Promise.all([groundToRead(ctx, caseId), findCase(ctx.db, wanted)])
  if (isRefused(reading)) return reading
  if (reading.grant || !loaded) return notFound('申请材料')
  const pack = courtPackOf(loaded.state)
  if (!pack)
    return refused('gate-closed', '还没有作出强制执行申请，没有可以导出的申请材料；请先办理“向人民法院申请强制执行”。')
  const [papers, sizes] = await Promise.all([readPapers(ctx, caseId), readSizes(ctx, pack)])
  const waiting = pack.filter((item) => 'document' in item && !papers.has(item.document))
  if (waiting.length > 0) return refused('gate-closed', `《${waiting[0]?.title}》还在排版，请稍后再导出。`)
  const placed = place(pack, papers, sizes)
  const contents = await contentsOf(ctx, placed, papers, pack)
  const manifest = Buffer.from(
    [...placed, { path: '目录.pdf', sha256: sha256Of(contents) }]
      .map(({ sha256, path }) => `${sha256}  ${path}\n`)
      .join(''),
  )
  const files = [
    { path: '目录.pdf', size: contents.length, open: () => [contents][Symbol.iterator]() },
    ...placed.map(({ path, size, sha256 }) => ({ path, size, open: () => ctx.blobs.openRange(sha256) })),
    { path: 'sha256.txt', size: manifest.length, open: () => [manifest][Symbol.iterator]() },
  ]
  const folder = `申请强制执行材料-${(loaded.state.number ?? caseId).replaceAll(/[^\p{L}\p{N}〔〕-]/gu, '-')}`
  const entries = files.map(({ path, size, open }) => ({ path: `${folder}/${path}`, size, open: () => stream(open) }))
  const { size, body } = tarStream(entries, ctx.clock.now())
  const headers = { ...contentHeaders('application/x-tar', `${folder}.tar`), 'content-length': String(size) }
  return { headers: { ...headers, 'cache-control': 'no-store' }, body }
}

async function* stream(open: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* open()
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function readPapers(ctx: RequestContext, caseId: string): Promise<ReadonlyMap<string, FileRow>> {
  const { rows } = await ctx.db.query<FileRow>({
    name: 'court-pack-papers',
    text: `SELECT d.id, f.sha256, f.size, d.data FROM app.documents d JOIN app.document_files f ON f.document_id = d.id
      WHERE d.case_id = $1 AND d.agency_id = $2`,
    values: [caseId, ctx.actor.agencyId],
  })
  return new Map(rows.map((row) => [row.id, row]))
}

async function readSizes(ctx: RequestContext, pack: readonly PackItem[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await ctx.db.query<{ sha256: string; size: number }>({
    name: 'court-pack-evidence',
    text: 'SELECT sha256, size FROM app.blobs WHERE sha256 = ANY ($1)',
    values: [pack.flatMap((item) => ('sha256' in item ? [item.sha256] : []))],
  })
  return new Map(rows.map(({ sha256, size }) => [sha256, size]))
}

/** Every file with its place, numbered within its part. */
function place(
  pack: readonly PackItem[],
  papers: ReadonlyMap<string, FileRow>,
  sizes: ReadonlyMap<string, number>,
): readonly Placed[] {
  return pack.map((item, index) => {
    const no = pack.slice(0, index + 1).filter(({ part }) => part === item.part).length
    const { sha256, size, extension } = fileOf(item, papers, sizes)
    return { item, path: `${partFolder(item.part)}/${fileNameOf(no, item, extension)}`, sha256, size }
  })
}

type Found = { readonly sha256: string; readonly size: number; readonly extension: string }

function fileOf(item: PackItem, papers: ReadonlyMap<string, FileRow>, sizes: ReadonlyMap<string, number>): Found {
  if ('sha256' in item)
    return { sha256: item.sha256, size: sizes.get(item.sha256) ?? 0, extension: extname(item.fileName).slice(0, 10) }
  const paper = papers.get(item.document)
  if (!paper) throw new Error(`the paper ${item.document} has no file`)
  return { sha256: paper.sha256, size: paper.size, extension: '.pdf' }
}

/** 目录, drawn like the catalogue of a dossier: each paper with its digest, under the part to which it belongs. */
async function contentsOf(
  ctx: RequestContext,
  placed: readonly Placed[],
  papers: ReadonlyMap<string, FileRow>,
  pack: readonly PackItem[],
): Promise<Uint8Array> {
  const [first] = pack
  const base = first && 'document' in first ? papers.get(first.document)?.data : undefined
  if (!base) throw new Error('the pack begins with its application')
  const code = 'court-pack-catalogue'
  const { issuedOn } = base.document
  const catalogue = placed.map(({ item, sha256 }, index): CatalogueRow => {
    const { title, number, onDate, part } = item
    return {
      no: index + 1,
      title,
      digest: sha256,
      remark: `材料${'一二三四五'[part]}`,
      ...(number && { number }),
      ...(onDate && { onDate: onDate as NonNullable<CatalogueRow['onDate']> }),
    }
  })
  const { number: _ofTheApplication, ...document } = base.document
  const data = { ...base, document: { ...document, code, title: documentTitleOf(code, issuedOn) }, catalogue }
  const { pdf } = await ctx.typesetter.typeset(data)
  return pdf
}
