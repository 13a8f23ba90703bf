import type { AnyProcedure } from './definition.ts'
import { ENFORCEMENT_KINDS, type EnforcementKind } from './enforcement-kinds.ts'

/** The kind of enforcement of a procedure: as its opening says, or else by the act on which it rests. */
export function kindOf({ opening, basis }: AnyProcedure): EnforcementKind {
  const [act = ''] = basis.split('》')
  const byAct = ENFORCEMENT_KINDS.find((kind) => act.includes(kind))
  return opening?.kind ?? byAct ?? '其他'
}
