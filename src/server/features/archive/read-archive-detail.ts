import type { z } from 'zod'
import type { ArchiveDetail, PackageView } from '#contract/archive.ts'
import { failedChecks } from '#domain/archive/four-properties.ts'
import type { PropertyResult } from '#domain/archive/property-result.ts'
import { notFound, type Refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { type DossierRow, findDossier } from './dossiers-store.ts'
import { type KnownCase, readDossierCase } from './load-dossier-case.ts'
import { inventoryOf } from './packages-store.ts'
import { prepareDossier } from './prepare-dossier.ts'
import { dossierAnswer } from './read-dossier.ts'
import { BOUND_VOLUME } from './read-package.ts'
import { refuseSealing } from './seal-dossier.ts'

/** A dossier as the archivist sees it: catalogue, test, course and packages. */
export async function readArchiveDetail(ctx: RequestContext, id: string): Promise<ArchiveDetail | Refused> {
  ctx.audit({ subject: `dossier:${id}` })
  const dossier = await findDossier(ctx.db, id, ctx.actor.agencyId)
  const known = dossier && (await readDossierCase(ctx, dossier.caseId))
  if (!dossier || !known) return notFound('案卷')
  const [answer, steps, packages] = await Promise.all([
    dossierAnswer(ctx, known, dossier),
    readSteps(ctx, id),
    readPackages(ctx, id),
  ])
  const test = await testOf(ctx, known, dossier, packages)
  return {
    dossier: answer,
    handedOverBy: dossier.handedOverByName,
    handedOverAt: dossier.handedOverAt,
    isExamined: dossier.examination !== null,
    test: [...test],
    sealRefusals: sealRefusals(dossier, test),
    steps: [...steps],
    packages: packages.map(viewOfPackage),
  }
}

/** Once sealed, the test that was passed; until then the one that would be. */
async function testOf(
  ctx: RequestContext,
  known: KnownCase,
  dossier: DossierRow,
  packages: readonly PackageRead[],
): Promise<readonly PropertyResult[]> {
  const [first] = packages
  if (first) return inventoryOf(first).test
  if (!dossier.examination) return []
  const { personId, name } = ctx.actor
  const archivist = { id: personId, name }
  const prepared = await prepareDossier(ctx.db, ctx, { ...known, dossier, archivist, part: 1, archiveNumber: '待编号' })
  return prepared.test
}

function sealRefusals(dossier: DossierRow, test: readonly PropertyResult[]): string[] {
  const refusal = refuseSealing(dossier)?.detail
  const failed = failedChecks(test).map(({ title, finding }) => `${title}：${finding}`)
  return refusal === undefined ? failed : [refusal]
}

async function readSteps(ctx: RequestContext, id: string): Promise<ArchiveDetail['steps']> {
  const { rows } = await ctx.db.query<ArchiveDetail['steps'][number]>({
    name: 'dossier-steps',
    text: `SELECT s.step, p.name AS by, s.at, s.remark FROM app.dossier_steps s JOIN app.people p ON p.id = s.by
      WHERE s.dossier_id = $1 ORDER BY s.at, s.id`,
    values: [id],
  })
  return rows
}

type PackageRead = Omit<z.infer<typeof PackageView>, 'papers' | 'reason'> & {
  readonly inventory: string
  readonly hasVolume: boolean
}

async function readPackages(ctx: RequestContext, id: string): Promise<readonly PackageRead[]> {
  const { rows } = await ctx.db.query<PackageRead>({
    name: 'dossier-packages',
    text: `SELECT k.id, k.part, k.archive_number AS "archiveNumber", k.sealed_at AS "sealedAt", p.name AS "sealedBy", b.state,
        b.sentence, b.bag_sha256 AS "bagSha256", k.inventory, k.inventory_sha256 AS "inventorySha256",
        EXISTS (SELECT FROM app.package_volumes v WHERE v.package_id = k.id) AS "hasVolume",
        (SELECT count(*) FROM app.package_files f WHERE f.package_id = k.id) AS files,
        (SELECT coalesce(sum(f.size), 0)::float8 FROM app.package_files f WHERE f.package_id = k.id) AS bytes
      FROM app.dossier_packages k JOIN app.package_builds b ON b.package_id = k.id JOIN app.people p ON p.id = k.sealed_by
      WHERE k.dossier_id = $1 ORDER BY k.part`,
    values: [id],
  })
  return rows
}

function viewOfPackage(row: PackageRead): z.infer<typeof PackageView> {
  const { inventory: _inventory, hasVolume, ...view } = row
  const { papers, reason = null } = inventoryOf(row)
  const shown = [...(hasVolume ? [BOUND_VOLUME] : []), ...papers]
  return { ...view, reason, papers: shown.map(({ code, title }) => ({ code, title })) }
}
