import type { BlobStore } from '#server/blobs/blob-store.ts'
import type { Queryable } from '#server/db/database.ts'
import { type Binder, BindingError, openBinder } from './binder.ts'

export type PdfPages = { readonly pages: number } | { readonly problem: string }

type Row = { readonly sha256: string; readonly pages: number | null; readonly problem: string | null }
type Sized = { readonly sha256: string; readonly size: number }

/** A larger file is named in the volume and not bound: it would have to be held in memory as a whole. */
export const LARGEST = 64 * 1024 * 1024

/** How many pages each uploaded PDF has, or why it cannot be bound; counted once for each content. */
export async function pdfPages(
  db: Queryable,
  blobs: Pick<BlobStore, 'openRange'>,
  files: readonly Sized[],
): Promise<ReadonlyMap<string, PdfPages>> {
  if (files.length === 0) return new Map()
  const known = await readKnown(db, files)
  const missing = [...new Map(files.map((file) => [file.sha256, file])).values()].filter(
    ({ sha256 }) => !known.has(sha256),
  )
  if (missing.length === 0) return known
  const binder = openBinder()
  try {
    const counted: [string, PdfPages][] = []
    for (const file of missing) counted.push([file.sha256, await countPages(binder, blobs, file)])
    await keep(db, counted)
    return new Map([...known, ...counted])
  } finally {
    await binder.close()
  }
}

/** Bytes of a stored file, in a buffer of their own that may be handed to a thread. */
export async function bytesOf(blobs: Pick<BlobStore, 'openRange'>, sha256: string): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  for await (const piece of blobs.openRange(sha256)) pieces.push(piece as Buffer)
  return new Uint8Array(Buffer.concat(pieces))
}

async function countPages(binder: Binder, blobs: Pick<BlobStore, 'openRange'>, file: Sized): Promise<PdfPages> {
  if (file.size > LARGEST) return { problem: `文件超过 ${LARGEST / 1024 / 1024} MB` }
  try {
    return await binder.ask({ kind: 'count', bytes: await bytesOf(blobs, file.sha256) }, 'counted')
  } catch (error) {
    if (error instanceof BindingError) return { problem: error.message.slice(0, 500) }
    throw error
  }
}

async function readKnown(db: Queryable, files: readonly Sized[]): Promise<ReadonlyMap<string, PdfPages>> {
  const { rows } = await db.query<Row>({
    name: 'pdf-pages-known',
    text: 'SELECT sha256, pages, problem FROM app.pdf_pages WHERE sha256 = ANY ($1)',
    values: [files.map(({ sha256 }) => sha256)],
  })
  return new Map(
    rows.map(({ sha256, pages, problem }) => [sha256, pages === null ? { problem: problem ?? '' } : { pages }]),
  )
}

async function keep(db: Queryable, counted: readonly (readonly [string, PdfPages])[]): Promise<void> {
  const rows = counted.map(([sha256, found]) => ({ sha256, ...found }))
  await db.query({
    name: 'pdf-pages-keep',
    text: `INSERT INTO app.pdf_pages (sha256, pages, problem)
      SELECT p.sha256, p.pages, p.problem FROM jsonb_to_recordset($1) AS p(sha256 text, pages int, problem text)
      ON CONFLICT DO NOTHING`,
    values: [JSON.stringify(rows)],
  })
}
