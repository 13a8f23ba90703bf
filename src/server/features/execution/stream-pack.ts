import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import { documentTitleOf } from '#domain/document/document-title.ts'
import type { CatalogueRow, DocumentData } from '#domain/document/merge-data.ts'
import { fileNameOf, type PackItem, partFolder } from '#domain/execution/court-pack.ts'
import { tarStream } from '#server/features/archive/index.ts'
import { contentHeaders } from '#server/features/evidence/index.ts'
import { type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import type { StreamAnswer } from '#server/http/route.ts'

/** What is exported as one file: papers and evidence in parts, under a table of contents of this kind. */
export type Pack = {
  readonly items: readonly PackItem[]
  readonly parts: readonly string[]
  readonly catalogue: string
  readonly folder: string
  /** Cases whose papers are in it. */
  readonly cases: readonly string[]
  /** A paper that is made for the pack alone, from the data of its first paper. */
  readonly make?: (code: string, base: DocumentData) => DocumentData
  /** Pages of papers and evidence in their dossier, by id, where that is bound. */
  readonly pages?: ReadonlyMap<string, string>
}

type FileRow = { readonly id: string; readonly sha256: string; readonly size: number; readonly data: DocumentData }
type Filed = { readonly sha256: string; readonly size: number; readonly bytes?: Uint8Array }
type Placed = { readonly item: PackItem; readonly file?: Filed & { readonly path: string } }

/** One tar: a table of contents with digests, then part by part; refused while a paper of it is not drawn yet. */
export async function streamPack(ctx: RequestContext, pack: Pack): Promise<StreamAnswer | Refused> {
  const [papers, sizes] = await Promise.all([readPapers(ctx, pack), readSizes(ctx, pack)])
  const waiting = pack.items.find((item) => 'document' in item && !papers.has(item.document))
  if (waiting) return refused('gate-closed', `《${waiting.title}》还在排版，请稍后再导出。`)
  const [first] = pack.items
  const base = first && 'document' in first ? papers.get(first.document)?.data : undefined
  if (!base) throw new Error('a pack begins with its own paper')
  const placed = await place(ctx, pack, { papers, sizes, base })
  const { pdf } = await ctx.typesetter.typeset(contentsOf(pack, placed, base))
  const listed = placed.flatMap(({ file }) => (file ? [file] : []))
  const contents = { path: '目录.pdf', sha256: sha256Of(pdf), size: pdf.length, bytes: pdf }
  const manifest = Buffer.from([...listed, contents].map(({ sha256, path }) => `${sha256}  ${path}\n`).join(''))
  const files = [contents, ...listed, { path: 'sha256.txt', sha256: '', size: manifest.length, bytes: manifest }]
  const folder = pack.folder.replaceAll(/[^\p{L}\p{N}〔〕-]/gu, '-')
  const entries = files.map(({ path, size, sha256, bytes }) => ({
    path: `${folder}/${path}`,
    size,
    open: () => stream(() => (bytes ? [bytes] : ctx.blobs.openRange(sha256))),
  }))
  const { size, body } = tarStream(entries, ctx.clock.now())
  const headers = { ...contentHeaders('application/x-tar', `${folder}.tar`), 'content-length': String(size) }
  return { headers: { ...headers, 'cache-control': 'no-store' }, body }
}

async function* stream(open: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* open()
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function readPapers(ctx: RequestContext, { cases }: Pack): Promise<ReadonlyMap<string, FileRow>> {
  const { rows } = await ctx.db.query<FileRow>({
    name: 'court-pack-papers',
    text: `SELECT d.id, f.sha256, f.size, d.data FROM app.documents d JOIN app.document_files f ON f.document_id = d.id
      WHERE d.case_id = ANY ($1::uuid[]) AND d.agency_id = $2`,
    values: [cases, ctx.actor.agencyId],
  })
  return new Map(rows.map((row) => [row.id, row]))
}

async function readSizes(ctx: RequestContext, { items }: Pack): Promise<ReadonlyMap<string, number>> {
  const { rows } = await ctx.db.query<{ sha256: string; size: number }>({
    name: 'court-pack-evidence',
    text: 'SELECT sha256, size FROM app.blobs WHERE sha256 = ANY ($1)',
    values: [items.flatMap((item) => ('sha256' in item ? [item.sha256] : []))],
  })
  return new Map(rows.map(({ sha256, size }) => [sha256, size]))
}

type Known = {
  readonly papers: ReadonlyMap<string, FileRow>
  readonly sizes: ReadonlyMap<string, number>
  readonly base: DocumentData
}

/** Every item with its file, numbered within its part; what has none is only listed. */
async function place(ctx: RequestContext, { items, parts, make }: Pack, known: Known): Promise<readonly Placed[]> {
  const made = new Map<string, Uint8Array>()
  for (const item of items) {
    if ('made' in item && make) made.set(item.made, (await ctx.typesetter.typeset(make(item.made, known.base))).pdf)
  }
  return items.map((item, index) => {
    const file = fileOf(item, known, made)
    if (!file) return { item }
    const no = items.slice(0, index + 1).filter((one) => one.part === item.part && !('unfiled' in one)).length
    const { extension, ...filed } = file
    return { item, file: { ...filed, path: `${partFolder(item.part, parts)}/${fileNameOf(no, item, extension)}` } }
  })
}

function fileOf(
  item: PackItem,
  { papers, sizes }: Known,
  made: ReadonlyMap<string, Uint8Array>,
): (Filed & { readonly extension: string }) | undefined {
  if ('unfiled' in item) return undefined
  if ('sha256' in item)
    return { sha256: item.sha256, size: sizes.get(item.sha256) ?? 0, extension: extname(item.fileName).slice(0, 10) }
  if ('made' in item) {
    const bytes = made.get(item.made)
    if (!bytes) throw new Error(`nobody makes ${item.made}`)
    return { sha256: sha256Of(bytes), size: bytes.length, bytes, extension: '.pdf' }
  }
  const paper = papers.get(item.document)
  if (!paper) throw new Error(`the paper ${item.document} has no file`)
  return { sha256: paper.sha256, size: paper.size, extension: '.pdf' }
}

/** 目录, drawn like the catalogue of a dossier: each item with its digest, under the part to which it belongs. */
function contentsOf(pack: Pack, placed: readonly Placed[], base: DocumentData): DocumentData {
  const { number: _ofTheFirst, verifyUrl: _itsOwn, ...document } = base.document
  const title = documentTitleOf(pack.catalogue, document.issuedOn)
  const catalogue = placed.map((one, index) => ({ no: index + 1, ...lineOf(pack, one) }))
  return { ...base, document: { ...document, code: pack.catalogue, title }, catalogue }
}

const NUMERALS = '一二三四五六'

function lineOf({ parts, pages }: Pack, { item, file }: Placed): Omit<CatalogueRow, 'no'> {
  const { title, number, onDate, part } = item
  const at = pages?.get(('document' in item ? item.document : item.evidence) ?? '')
  return {
    title,
    part: `${NUMERALS[part]}、${parts[part]}`,
    ...saidOf(item),
    ...(file && { digest: file.sha256 }),
    ...(at && { pages: at }),
    ...(number && { number }),
    ...(onDate && { onDate: onDate as NonNullable<CatalogueRow['onDate']> }),
  }
}

/** What it proves, and where it is if it has no file. */
function saidOf(item: PackItem): Pick<CatalogueRow, 'remark' | 'proves'> {
  const where = 'unfiled' in item ? item.unfiled : undefined
  const remark = where ?? `材料${NUMERALS[item.part]}`
  if (item.proves === undefined) return { remark }
  return { remark, proves: where ? `${item.proves}（${where}）` : item.proves }
}
