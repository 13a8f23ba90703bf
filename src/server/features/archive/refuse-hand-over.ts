import type { CaseState } from '#domain/case/state.ts'
import type { Actor } from '#server/http/request-context.ts'
import type { DossierRow } from './dossiers-store.ts'

/** Why this person cannot hand the dossier over now, whatever is in it; undefined when nothing stands against it. */
export function refuseHandOver(
  state: CaseState,
  dossier: Pick<DossierRow, 'state'> | undefined,
  actor: Pick<Actor, 'personId'>,
): string | undefined {
  if (dossier?.state === 'sealed') return '案卷已经封存；补充材料由档案管理员办理补充归档。'
  if (dossier?.state === 'handed-over') return '案卷已经移交，正等档案管理员检查；要改动，请档案管理员先退回。'
  return state.handlers.includes(actor.personId) ? undefined : '案卷由本案承办人员移交。'
}
