import { createHash } from 'node:crypto'
import type { CaseMoved } from '#contract/case-moved.ts'
import { failedChecks } from '#domain/archive/four-properties.ts'
import { type Inventory, inventoryText } from '#domain/archive/inventory.ts'
import { formatDocumentNumber } from '#domain/document/document-number.ts'
import type { Tx } from '#server/db/database.ts'
import { commitEvents } from '#server/features/cases/index.ts'
import { nextNumber } from '#server/features/documents/index.ts'
import { notFound, type Refused, RefusedError, refused, stale } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { newId } from '#server/ids.ts'
import { enqueue } from '#server/jobs/enqueue.ts'
import { type DossierRow, keepPackage, lockDossier, moveDossier, noteStep } from './dossiers-store.ts'
import { type KnownCase, lockDossierCase } from './load-dossier-case.ts'
import { type Preparation, prepareDossier } from './prepare-dossier.ts'
import { typesetPapers } from './typeset-papers.ts'

/**
 * The archivist takes a dossier in: number, papers, inventory and the event that carries its digest, in one transaction. From then on
 * the case is read-only. The package is put together afterwards.
 */
export async function sealDossier(ctx: RequestContext, id: string): Promise<CaseMoved | Refused> {
  return ctx.db
    .transaction(async (tx) => {
      const dossier = await lockDossier(tx, id, ctx.actor.agencyId)
      if (!dossier) throw new RefusedError(notFound('案卷'))
      if (dossier.version !== ctx.ifMatch) throw new RefusedError(stale({ version: dossier.version, values: null }))
      const refusal = refuseSealing(dossier)
      if (refusal) throw new RefusedError(refusal)
      const known = await lockDossierCase(tx, ctx, dossier.caseId)
      if (!known) throw new RefusedError(notFound('案件'))
      const { personId, name } = ctx.actor
      const archiveNumber = await nextArchiveNumber(tx, known)
      const preparation = { ...known, dossier, archivist: { id: personId, name }, part: 1, archiveNumber }
      await moveDossier(tx, id, { state: 'sealed' })
      await noteStep(tx, { dossierId: id, step: 'sealed', by: personId, at: ctx.clock.now(), remark: archiveNumber })
      return sealPart(tx, ctx, preparation)
    })
    .catch((error: unknown) => {
      if (error instanceof RefusedError) return error.refusal
      throw error
    })
}

export function refuseSealing(dossier: Pick<DossierRow, 'state' | 'examination'>): Refused | undefined {
  if (dossier.state === 'sealed') return refused('not-offered', '案卷已经封存。')
  if (dossier.state === 'returned') return refused('not-offered', '案卷已经退回，正等承办人员重新移交。')
  if (dossier.examination) return undefined
  return refused('gate-closed', '正在逐个重读卷内文件，读完才能封存；一般几秒，音像多的要几分钟。')
}

/** Gapless like the numbers of documents: …档〔2026〕3号. */
export async function nextArchiveNumber(tx: Tx, { env, loaded }: KnownCase): Promise<string> {
  const [word, year] = ['档', Number(env.today.slice(0, 4))]
  const serial = await nextNumber(tx, { agencyId: loaded.agency.id, word, year })
  return formatDocumentNumber({ agencyWord: loaded.agency.word, word, year, serial })
}

/** Tests, typesets and seals one package. Throws RefusedError when a check fails. */
export async function sealPart(tx: Tx, ctx: RequestContext, preparation: Preparation): Promise<CaseMoved> {
  const prepared = await prepareDossier(tx, ctx, preparation)
  const failed = failedChecks(prepared.test)
  if (failed.length > 0) {
    const told = failed.map(({ title, finding }) => `${title}：${finding}`).join('；')
    throw new RefusedError(refused('gate-closed', `四性检测有 ${failed.length} 项不符合，不能封存：${told}`))
  }
  const inventory: Inventory = {
    ...prepared.draft,
    test: prepared.test,
    papers: await typesetPapers(ctx, prepared),
  }
  return keepSealed(tx, ctx, preparation, inventory)
}

async function keepSealed(
  tx: Tx,
  ctx: RequestContext,
  { env, loaded, dossier }: Preparation,
  inventory: Inventory,
): Promise<CaseMoved> {
  const text = inventoryText(inventory)
  const inventorySha256 = createHash('sha256').update(text).digest('hex')
  const { part, archiveNumber } = inventory
  const packageId = newId()
  await keepPackage(tx, {
    id: packageId,
    dossierId: dossier.id,
    agencyId: dossier.agencyId,
    part,
    archiveNumber,
    inventory: text,
    inventorySha256,
    by: ctx.actor.personId,
    at: ctx.clock.now(),
    eventSeq: loaded.state.seq + 1,
  })
  await enqueue(tx, 'build-package', { packageId }, { key: `package:${packageId}` })
  const retention = inventory.retention.value
  const sealing = { dossier: dossier.id, part, archiveNumber, retention, inventory: inventorySha256 }
  return commitEvents(tx, ctx, { env, loaded, events: [{ type: 'dossier-sealed', ...sealing }] })
}
