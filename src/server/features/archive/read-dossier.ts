import type { DossierAnswer } from '#contract/archive.ts'
import { listItems, pageCount } from '#domain/archive/catalogue.ts'
import { dossierItems } from '#domain/archive/dossier-items.ts'
import { missingOf } from '#domain/archive/missing-of.ts'
import { retentionOf } from '#domain/archive/retention.ts'
import { daysBetween, type PlainDate } from '#domain/calendar/plain-date.ts'
import { parameterValueOf } from '#domain/parameter/registry.ts'
import { groundToRead } from '#server/features/access/index.ts'
import { isRefused, notFound, type Refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { catalogueLines } from './catalogue-lines.ts'
import { readSources } from './dossier-sources.ts'
import { type DossierRow, findDossierOfCase } from './dossiers-store.ts'
import { dueOfDossier } from './due-of-dossier.ts'
import { type KnownCase, readDossierCase } from './load-dossier-case.ts'
import { findVolume } from './read-volume.ts'
import { refuseHandOver } from './refuse-hand-over.ts'

/** The dossier of a case as it is or would be. */
export async function readDossier(ctx: RequestContext, caseId: string): Promise<DossierAnswer | Refused> {
  ctx.audit({ subject: `case:${caseId}` })
  const reading = await groundToRead(ctx, caseId)
  if (isRefused(reading)) return reading
  const [known, dossier] = await Promise.all([readDossierCase(ctx, caseId), findDossierOfCase(ctx.db, caseId)])
  return known ? dossierAnswer(ctx, known, dossier) : notFound('案件')
}

export async function dossierAnswer(
  ctx: RequestContext,
  known: KnownCase,
  dossier: DossierRow | undefined,
): Promise<DossierAnswer> {
  const { env, loaded, law } = known
  const { state } = loaded
  const [sources, volume] = await Promise.all([readSources(ctx.db, state, ctx), findVolume(ctx, state.id)])
  const items = dossierItems(sources)
  const proposed = retentionOf(state, law.parameters, env.today)
  const arrangement = dossier?.arrangement ?? arrangementOf(known)
  const listed = listItems(items, arrangement)
  const other = listItems(items, arrangement === 'time' ? 'conclusion-first' : 'time')
  return {
    caseId: state.id,
    caseName: state.name,
    caseVersion: state.seq,
    ...placeOf(ctx, known, dossier),
    arrangement,
    retention: dossier?.retention ?? proposed.value,
    proposed,
    retentionReason: dossier?.retentionReason ?? null,
    itemRetentions: [...(dossier?.itemRetentions ?? [])],
    notes: dossier?.notes ?? '',
    pages: pageCount(listed),
    lines: catalogueLines(listed),
    otherLines: catalogueLines(other),
    missing: [...missingOf(env.procedures, state, listed)],
    refusal: refuseHandOver(state, dossier, ctx.actor) ?? null,
    volume: volume ? { frontPages: volume.frontPages, size: volume.size } : null,
  }
}

function arrangementOf({ env, law }: KnownCase): DossierAnswer['arrangement'] {
  const value = parameterValueOf(law.parameters, 'archive.arrangement', env.today)
  return value === 'conclusion-first' ? value : 'time'
}

/** Where it stands; an open case has no last day yet, a sealed dossier none any more. */
function placeOf(ctx: RequestContext, known: KnownCase, dossier: DossierRow | undefined) {
  const dueOn = dossier?.dueOn ?? dueOf(known)
  return {
    id: dossier?.id ?? null,
    state: dossier?.state ?? null,
    version: dossier?.version ?? 0,
    dueOn,
    daysLeft: dueOn && dossier?.state !== 'sealed' ? daysBetween(ctx.clock.today(), dueOn) : null,
    returnedReason: dossier?.returnedReason ?? null,
    archiveNumber: known.loaded.state.sealed?.archiveNumber ?? null,
  }
}

function dueOf({ env, loaded, law }: KnownCase): PlainDate | null {
  return loaded.state.endedOn ? dueOfDossier(loaded.state, law, env.today) : null
}
