import type { CaseState } from '#domain/case/state.ts'
import { takeOver } from '#domain/case/take-over.ts'
import type { AnyProcedure } from '#domain/procedure/definition.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { typedOf } from '../../../lib/case/form-model.ts'
import type { Opening } from './opening-input.ts'

/** The form as the case that it comes from fills it in; everything may still be changed. */
export function openingFromCase(procedure: AnyProcedure, from: CaseState): Omit<Opening, 'handlers'> {
  const { parties, violations, facts } = takeOver(PROCEDURES, procedure, from)
  const typed = Object.entries(facts).flatMap(([name, value]) => {
    const fact = procedure.facts[name]
    return fact ? [[name, typedOf(fact, value)] as const] : []
  })
  return {
    name: '',
    parties: parties.map(({ id, name }) => ({ id, name })),
    violations: violations.map(({ party, cause, catalogueId, basisViolated, basisPenalty, rangeText }) => ({
      party,
      cause,
      catalogue: { basisViolated, basisPenalty, rangeText, ...(catalogueId ? { id: catalogueId } : {}) },
    })),
    values: Object.fromEntries(typed),
  }
}
