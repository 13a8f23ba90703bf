import type { LeniencyItem } from '#domain/hint/leniency.ts'
import type { LawVersion } from '#domain/hint/lighter-law.ts'
import type { Queryable } from '../../db/database.ts'

/** Items of the lists that hold for this agency on a day: its own, those of its region and of the regions around it, and of the country. */
const ITEMS = `SELECT l.id, l.kind, l.list, l.item_no AS "itemNo", l.conditions, l.issued_by AS "issuedBy", l.from_on AS "fromOn",
    l.until_on AS "untilOn", v.id AS violation
  FROM app.violations v JOIN app.leniency_items l ON l.domain = v.domain AND l.title = v.title
  JOIN app.agencies a ON a.id = $2
  WHERE v.id = ANY ($1::uuid[]) AND l.from_on <= $3 AND (l.until_on IS NULL OR l.until_on >= $3)
    AND (l.agency_id = a.id OR (l.agency_id IS NULL AND (l.region_code IS NULL OR a.region_code LIKE rtrim(l.region_code, '0') || '%')))
  ORDER BY l.kind DESC, l.list, l.item_no`

type ItemRow = LeniencyItem & { readonly violation: string }

/** By violation of the catalogue, the items of the lists that name it. */
export async function leniencyOf(
  q: Queryable,
  violations: readonly string[],
  { agencyId, on }: { readonly agencyId: string; readonly on: string },
): Promise<ReadonlyMap<string, readonly LeniencyItem[]>> {
  const { rows } = await q.query<ItemRow>({ name: 'leniency-of', text: ITEMS, values: [violations, agencyId, on] })
  const groups = Map.groupBy(rows, ({ violation }) => violation)
  return new Map([...groups].map(([id, items]) => [id, items.map(({ violation: _, ...item }) => item)]))
}

type VersionRow = Omit<LawVersion, 'range'> & { readonly range: LawVersion['range'] | null; readonly violation: string }

/** By violation of the catalogue, every text of the same matter with the day from which it holds. */
export async function lawVersionsOf(
  q: Queryable,
  violations: readonly string[],
): Promise<ReadonlyMap<string, readonly LawVersion[]>> {
  const { rows } = await q.query<VersionRow>({
    name: 'law-versions-of',
    text: `SELECT v.id AS violation, o.in_force_from AS "from", o.basis_penalty AS basis, o.range_text AS "rangeText", o.range
      FROM app.violations v JOIN app.violations o ON o.domain = v.domain AND o.title = v.title
      WHERE v.id = ANY ($1::uuid[]) ORDER BY o.in_force_from NULLS FIRST, o.imported_at`,
    values: [violations],
  })
  const groups = Map.groupBy(rows, ({ violation }) => violation)
  const versionOf = ({ violation: _, range, ...version }: VersionRow): LawVersion => ({
    ...version,
    ...(range && { range }),
  })
  return new Map([...groups].map(([id, found]) => [id, found.map(versionOf)]))
}
