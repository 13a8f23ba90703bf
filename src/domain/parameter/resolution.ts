import type { PlainDate } from '../calendar/plain-date.ts'

/** A value set by a region or an agency from a day on; its basis is a rule that may set it. */
export type ParameterOverride = {
  readonly code: string
  readonly scope: 'region' | 'agency'
  readonly scopeId: string
  readonly effectiveOn: PlainDate
  readonly value: unknown
  readonly basis: string
}

/** Where a parameter is asked for: an agency, and its regions from the nearest to the widest. */
export type Place = { readonly agencyId?: string; readonly regionIds: readonly string[] }

/** The overrides that may matter at a place; those of other places may be among them. */
export type ParameterValues = { readonly place: Place; readonly overrides: readonly ParameterOverride[] }

/** No overrides: every parameter has its default. */
export const DEFAULT_VALUES: ParameterValues = { place: { regionIds: [] }, overrides: [] }

/**
 * The override in force on a date: of those already effective, the one of the most specific scope
 * (agency, then the nearest region), and of these the newest; of one day the one listed last.
 */
export function standingOverride(values: ParameterValues, code: string, on: PlainDate): ParameterOverride | undefined {
  let standing: ParameterOverride | undefined
  for (const override of values.overrides) {
    if (override.code !== code || override.effectiveOn > on || distance(values.place, override) === undefined) continue
    if (standing === undefined || outranks(values.place, override, standing)) standing = override
  }
  return standing
}

function outranks(place: Place, a: ParameterOverride, b: ParameterOverride): boolean {
  const [near, far] = [distance(place, a) ?? 0, distance(place, b) ?? 0]
  return near === far ? a.effectiveOn >= b.effectiveOn : near < far
}

/** 0 for the agency, 1 for its nearest region, and so on; undefined for another place. */
function distance(place: Place, { scope, scopeId }: ParameterOverride): number | undefined {
  if (scope === 'agency') return scopeId === place.agencyId ? 0 : undefined
  const index = place.regionIds.indexOf(scopeId)
  return index < 0 ? undefined : index + 1
}
