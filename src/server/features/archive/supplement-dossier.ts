import type { SupplementInput } from '#contract/archive.ts'
import type { CaseMoved } from '#contract/case-moved.ts'
import type { DossierItem } from '#domain/archive/dossier-item.ts'
import type { Former } from '#domain/archive/inventory.ts'
import { pagesOf } from '#domain/archive/item-pages.ts'
import type { Tx } from '#server/db/database.ts'
import { takeFinishedUpload } from '#server/features/evidence/index.ts'
import { isRefused, notFound, type Refused, RefusedError, refused, stale } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { type DossierRow, lockDossier, moveDossier, noteStep } from './dossiers-store.ts'
import { examineFiles } from './examine-dossier.ts'
import { lockDossierCase } from './load-dossier-case.ts'
import { nextArchiveNumber, sealPart } from './seal-dossier.ts'
import { pdfPages } from './volume/pdf-pages.ts'

/** Adds papers to a sealed dossier as a package of its own, which names the digest of the one before it. */
export async function supplementDossier(
  ctx: RequestContext,
  id: string,
  input: SupplementInput,
): Promise<CaseMoved | Refused> {
  return ctx.db
    .transaction(async (tx) => {
      const dossier = await lockDossier(tx, id, ctx.actor.agencyId)
      if (!dossier) throw new RefusedError(notFound('案卷'))
      if (dossier.version !== ctx.ifMatch) throw new RefusedError(stale({ version: dossier.version, values: null }))
      return sealSupplement(tx, ctx, dossier, input)
    })
    .catch((error: unknown) => {
      if (error instanceof RefusedError) return error.refusal
      throw error
    })
}

async function sealSupplement(
  tx: Tx,
  ctx: RequestContext,
  dossier: DossierRow,
  { reason, files }: SupplementInput,
): Promise<CaseMoved> {
  const former = await findFormer(tx, dossier)
  const known = await lockDossierCase(tx, ctx, dossier.caseId)
  if (!known) throw new RefusedError(notFound('案件'))
  const { personId, name } = ctx.actor
  const items = await takeItems(tx, ctx, dossier.caseId, files)
  const examination = await examineFiles(ctx.blobs, items)
  const archiveNumber = await nextArchiveNumber(tx, known)
  await moveDossier(tx, dossier.id, { state: 'sealed' })
  await noteStep(tx, { dossierId: dossier.id, step: 'supplemented', by: personId, at: ctx.clock.now(), remark: reason })
  return sealPart(tx, ctx, {
    ...known,
    dossier: { ...dossier, examination, itemRetentions: [] },
    archivist: { id: personId, name },
    part: former.part + 1,
    archiveNumber,
    supplement: { items, former, reason },
  })
}

async function takeItems(
  tx: Tx,
  ctx: RequestContext,
  caseId: string,
  files: SupplementInput['files'],
): Promise<readonly DossierItem[]> {
  const items: DossierItem[] = []
  for (const [index, { upload, title }] of files.entries()) {
    const taken = await takeFinishedUpload(tx, upload, ctx.actor, caseId)
    if (isRefused(taken)) throw new RefusedError(taken)
    const { fileName, ...file } = taken
    const base = { kind: 'supplement' as const, id: upload, title, seq: index + 1, isConclusion: false, fileName, file }
    items.push({ ...base, onDate: ctx.clock.today() })
  }
  return withPages(tx, ctx, items)
}

async function withPages(
  tx: Tx,
  { blobs }: RequestContext,
  items: readonly DossierItem[],
): Promise<readonly DossierItem[]> {
  const pdfs = items.flatMap(({ file }) => (file?.mediaType === 'application/pdf' ? [file] : []))
  const found = await pdfPages(tx, blobs, pdfs)
  const counted = new Map([...found].map(([sha256, of]) => [sha256, 'pages' in of ? of.pages : 1]))
  return items.map((item) => {
    const pages = item.file && pagesOf(item.file, counted)
    return pages === undefined ? item : { ...item, pages }
  })
}

async function findFormer(tx: Tx, { id, state }: DossierRow): Promise<Former> {
  if (state !== 'sealed') throw new RefusedError(refused('not-offered', '案卷还没有封存，材料请在移交前加入案件。'))
  const { rows } = await tx.query<Omit<Former, 'bag'> & { readonly bag: string | null }>({
    name: 'dossier-newest-package',
    text: `SELECT p.part, p.archive_number AS "archiveNumber", b.bag_sha256 AS bag FROM app.dossier_packages p
      JOIN app.package_builds b ON b.package_id = p.id WHERE p.dossier_id = $1 ORDER BY p.part DESC LIMIT 1`,
    values: [id],
  })
  const [row] = rows
  if (!row?.bag) throw new RefusedError(refused('gate-closed', '前一个归档包还没有装配完，请稍后再补充归档。'))
  return { part: row.part, archiveNumber: row.archiveNumber, bag: row.bag }
}
