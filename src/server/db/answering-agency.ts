import { answeringOf, type RegisteredAgency } from '#domain/document/agency-standing.ts'

export type { RegisteredAgency } from '#domain/document/agency-standing.ts'

const upFrom = (column: string) => `(WITH RECURSIVE up AS (
      SELECT g.code, g.name, g.parent_code, 1 AS step FROM app.regions g WHERE g.code = ${column}
      UNION ALL SELECT g.code, g.name, g.parent_code, up.step + 1 FROM up JOIN app.regions g ON g.code = up.parent_code WHERE up.step < 10)
    SELECT json_agg(json_build_object('code', up.code, 'name', up.name) ORDER BY up.step) FROM up)`

/** What says where the acts of a row `a` of `app.agencies` are reviewed and sued against, as parts of an object. */
export const ANSWERING = `'reviewBody', a.review_body, 'court', a.court, 'standingKind', a.standing,
    'higherDepartment', a.higher_department, 'regions', ${upFrom('a.region_code')}, 'seat', ${upFrom('a.seat_region_code')}`

/** An agency as it was read, with the body and the court that follow from what it is, and without what they follow from. */
export function answering<Row extends RegisteredAgency>(row: Row) {
  const { regions: _above, seat: _at, standingKind: _kind, higherDepartment: _over, ...agency } = row
  return { ...agency, ...answeringOf(row) }
}
