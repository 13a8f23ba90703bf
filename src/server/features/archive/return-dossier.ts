import type { DossierMoved, ReturnDossierInput } from '#contract/archive.ts'
import { notFound, type Refused, refused, stale } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { lockDossier, moveDossier, noteStep } from './dossiers-store.ts'

/** The archivist gives a dossier back to its handler, with the reason. */
export async function returnDossier(
  ctx: RequestContext,
  id: string,
  { reason }: ReturnDossierInput,
): Promise<DossierMoved | Refused> {
  ctx.audit({ subject: `dossier:${id}`, detail: { reason } })
  return idempotent(ctx, async (tx) => {
    const dossier = await lockDossier(tx, id, ctx.actor.agencyId)
    if (!dossier) return notFound('案卷')
    if (dossier.version !== ctx.ifMatch) return stale({ version: dossier.version, values: null })
    if (dossier.state !== 'handed-over') return refused('not-offered', NOT_WAITING[dossier.state])
    const version = await moveDossier(tx, id, { state: 'returned', reason })
    await noteStep(tx, { dossierId: id, step: 'returned', by: ctx.actor.personId, at: ctx.clock.now(), remark: reason })
    return { id, state: 'returned', version }
  })
}

const NOT_WAITING = {
  returned: '案卷已经退回，正等承办人员重新移交。',
  sealed: '案卷已经封存，不能再退回；补充材料请办理补充归档。',
} as const
