import type { ParameterOverride, ParameterValues, Place } from '#domain/parameter/resolution.ts'
import type { Queryable } from '../../db/database.ts'

type PlaceRow = { readonly region_ids: readonly string[] }

const REGIONS_OF_AGENCY = `
  WITH RECURSIVE upwards AS (
    SELECT r.code, r.parent_code, 1 AS step FROM app.agencies a JOIN app.regions r ON r.code = a.region_code WHERE a.id = $1
    UNION ALL
    SELECT r.code, r.parent_code, u.step + 1 FROM upwards u JOIN app.regions r ON r.code = u.parent_code WHERE u.step < 10
  )
  SELECT coalesce(array_agg(code ORDER BY step), '{}') AS region_ids FROM upwards`

/** Ordered so that, of two values of one day, the one set later counts. */
const OVERRIDES = `
  SELECT code, scope, scope_id AS "scopeId", effective_on AS "effectiveOn", value, basis
  FROM app.parameter_values
  WHERE (scope = 'agency' AND scope_id = $1) OR (scope = 'region' AND scope_id = ANY ($2))
  ORDER BY effective_on, set_at, id`

/** The parameter values that may count for an agency: its own and those of its regions, nearest first. */
export async function loadParameterValues(db: Queryable, agencyId: string): Promise<ParameterValues> {
  const regions = await db.query<PlaceRow>({ name: 'agency-regions', text: REGIONS_OF_AGENCY, values: [agencyId] })
  const place: Place = { agencyId, regionIds: regions.rows[0]?.region_ids ?? [] }
  const { rows } = await db.query<ParameterOverride>({
    name: 'parameter-overrides',
    text: OVERRIDES,
    values: [agencyId, place.regionIds],
  })
  return { place, overrides: rows }
}
