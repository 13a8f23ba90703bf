import type { Refusal } from '#domain/case/refusal.ts'
import type { Violation } from '#domain/case/state.ts'

type ByKey = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** Before a case is opened its violations have no ids: their facts are keyed by their place in the list, '0', '1' … */
export function keyedById(byPlace: ByKey, violations: readonly Violation[]): ByKey {
  const idAt = new Map(violations.map(({ id }, index) => [String(index), id]))
  const entries = Object.entries(byPlace).map(([place, values]) => [idAt.get(place) ?? place, values])
  return Object.fromEntries(entries)
}

/** The refusals of an opening with the field named as it was sent: `fact@0`. */
export function namedByPlace(refusals: readonly Refusal[], violations: readonly Violation[]): readonly Refusal[] {
  return refusals.map((refusal) => {
    const [name = '', id] = refusal.field?.split('@') ?? []
    const place = violations.findIndex((violation) => violation.id === id)
    return place < 0 ? refusal : { ...refusal, field: `${name}@${place}` }
  })
}
