import type { DossierMoved, HandOverInput } from '#contract/archive.ts'
import { type ListedItem, listItems } from '#domain/archive/catalogue.ts'
import { dossierItems } from '#domain/archive/dossier-items.ts'
import { missingOf } from '#domain/archive/missing-of.ts'
import { retentionOf } from '#domain/archive/retention.ts'
import type { Tx } from '#server/db/database.ts'
import { notFound, type Refused, refused, stale } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { enqueue } from '#server/jobs/enqueue.ts'
import { readSources } from './dossier-sources.ts'
import { type DossierRow, findDossierOfCase, keepHandedOver, noteStep } from './dossiers-store.ts'
import { dueOfDossier } from './due-of-dossier.ts'
import { type KnownCase, lockDossierCase } from './load-dossier-case.ts'
import { refuseHandOver } from './refuse-hand-over.ts'

/** The handler hands the dossier of an ended case over to the archive; its files are then read one by one. */
export async function handOver(
  ctx: RequestContext,
  caseId: string,
  input: HandOverInput,
): Promise<DossierMoved | Refused> {
  ctx.audit({ subject: `case:${caseId}`, detail: { retention: input.retention, arrangement: input.arrangement } })
  return idempotent(ctx, async (tx) => {
    const known = await lockDossierCase(tx, ctx, caseId)
    if (!known) return notFound('案件')
    const dossier = await findDossierOfCase(tx, caseId)
    const version = dossier?.version ?? 0
    if (version !== ctx.ifMatch) return stale({ version, values: null })
    const { state } = known.loaded
    const sources = await readSources(tx, state, ctx)
    const items = listItems(dossierItems(sources), input.arrangement)
    const refusal = refuse(ctx, known, dossier, items, input)
    return refusal ?? keep(tx, ctx, known, input)
  })
}

function refuse(
  ctx: RequestContext,
  { env, loaded, law }: KnownCase,
  dossier: DossierRow | undefined,
  items: readonly ListedItem[],
  input: HandOverInput,
): Refused | undefined {
  const sentence = refuseHandOver(loaded.state, dossier, ctx.actor)
  if (sentence !== undefined) return refused('not-offered', sentence)
  const missing = missingOf(env.procedures, loaded.state, items)
  if (missing.length > 0) return refused('gate-closed', missing.join('；'))
  const proposed = retentionOf(loaded.state, law.parameters, env.today)
  if (input.retention !== proposed.value && input.retentionReason === undefined) {
    const told = `保管期限按规定是${proposed.value}（${proposed.why}）；改为${input.retention}要写明理由。`
    return refused('invalid-input', told, { errors: [{ pointer: 'retentionReason', sentence: told }] })
  }
  const strange = input.items.find(({ id }) => !items.some((item) => item.id === id))
  return strange && refused('invalid-input', '另定保管期限的材料不在本卷目录里，请刷新后再选。')
}

async function keep(
  tx: Tx,
  ctx: RequestContext,
  { env, loaded, law }: KnownCase,
  input: HandOverInput,
): Promise<DossierMoved> {
  const at = ctx.clock.now()
  const by = ctx.actor.personId
  const { id, version } = await keepHandedOver(tx, {
    caseId: loaded.state.id,
    agencyId: ctx.actor.agencyId,
    arrangement: input.arrangement,
    retention: input.retention,
    retentionReason: input.retentionReason ?? null,
    itemRetentions: input.items,
    notes: input.notes,
    dueOn: dueOfDossier(loaded.state, law, env.today),
    by,
    at,
  })
  await noteStep(tx, { dossierId: id, step: 'handed-over', by, at })
  await enqueue(tx, 'examine-dossier', { dossierId: id }, { key: `examine:${id}` })
  return { id, state: 'handed-over', version }
}
