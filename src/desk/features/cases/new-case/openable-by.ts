import type { Role } from '#domain/access/permissions.ts'
import { sourceFitting } from '#domain/case/refuse-origin.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { AnyProcedure } from '#domain/procedure/definition.ts'
import { PROCEDURES } from '#procedures/index.ts'

/** The newest version of each procedure under which somebody with these roles may open a case that begins by itself. */
export function openableBy(roles: readonly Role[]): readonly AnyProcedure[] {
  return newestFor(roles).filter(({ opening }) => !opening?.needsOrigin)
}

/** Those that may come from this case as it stands. */
export function openableFrom(roles: readonly Role[], origin: CaseState): readonly AnyProcedure[] {
  return newestFor(roles).filter((procedure) => sourceFitting(procedure, origin))
}

function newestFor(roles: readonly Role[]): readonly AnyProcedure[] {
  const newest = new Map<string, AnyProcedure>()
  for (const procedure of PROCEDURES.values()) {
    const known = newest.get(procedure.code)
    if (!known || known.validFrom < procedure.validFrom) newest.set(procedure.code, procedure)
  }
  return [...newest.values()].filter(
    ({ opening }) => opening && [opening.by].flat().some((role) => roles.includes(role)),
  )
}
