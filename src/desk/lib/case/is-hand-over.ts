import type { CaseState } from '#domain/case/state.ts'
import type { Role } from '#domain/procedure/definition.ts'
import { actionAt } from './procedure-of.ts'

const TAKERS: readonly Role[] = ['handler', 'storekeeper']

type Asked = { readonly run: string; readonly action: string; readonly approval: readonly Role[] }

/** Whether things change hands by this act: nobody above agrees, but who takes them over confirms. */
export function isHandOver(state: CaseState, { run, action, approval }: Asked): boolean {
  const moves = actionAt(state, run, action)?.things !== undefined
  return moves && approval.length > 0 && approval.every((role) => TAKERS.includes(role))
}
