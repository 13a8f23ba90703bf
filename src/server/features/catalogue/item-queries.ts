import type { ItemSearch, ItemsAnswer } from '#contract/items.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { AgencyCatalogue, Item } from '#domain/item/item.ts'
import type { Queryable } from '../../db/database.ts'

/** A row `i` of `app.items`. */
export const ITEM = `'id', i.id, 'agency', i.agency_id, 'code', i.code, 'version', i.version, 'name', i.name, 'kind', i.kind,
    'basis', i.basis, 'level', i.level, 'publishedOn', i.published_on, 'fromOn', i.from_on, 'untilOn', i.until_on`

/** The version of an item that stands on a day: of those that hold by then the newest. */
export const standingItem = (agency: string, code: string, day: string) =>
  `FROM app.items i WHERE i.agency_id = ${agency} AND i.code = ${code} AND i.from_on <= ${day}
    ORDER BY i.from_on DESC, i.version DESC LIMIT 1`

type Asked = {
  readonly agencyId: string
  readonly kind: string
  readonly item: string | undefined
  readonly today: PlainDate
}
type Row = { readonly isKept: boolean; readonly item: AgencyCatalogue['item'] | null }

/** Whether the agency keeps a list of this kind, and the item that was chosen; null where nobody has such an item. */
export async function catalogueFor(
  q: Queryable,
  { agencyId, kind, item, today }: Asked,
): Promise<AgencyCatalogue | null> {
  const { rows } = await q.query<Row>({
    name: 'catalogue-for-case',
    text: `SELECT EXISTS (SELECT FROM app.items WHERE agency_id = $1 AND kind = $2 AND from_on <= $3) AS "isKept",
      (SELECT json_build_object(${ITEM}, 'standing',
          (SELECT s.id FROM (SELECT i.id ${standingItem('chosen.agency_id', 'chosen.code', '$3')}) s))
        FROM app.items i JOIN app.items chosen ON chosen.id = i.id WHERE i.id = $4) AS item`,
    values: [agencyId, kind, today, item ?? null],
  })
  const [row] = rows
  if (!row || (item !== undefined && row.item === null)) return null
  return { isKept: row.isKept, ...(row.item && { item: row.item }) }
}

/** One version of an item of this agency, with the version that stands today; undefined for another agency's. */
export async function findItem(q: Queryable, id: string, { agencyId, today }: Pick<Asked, 'agencyId' | 'today'>) {
  const catalogue = await catalogueFor(q, { agencyId, kind: '', item: id, today })
  return catalogue?.item?.agency === agencyId ? catalogue.item : undefined
}

/** The agency's list as it stands on a day: items in which every word occurs, those named so first. */
export async function searchItems(
  q: Queryable,
  { agencyId, on, text, kind, limit }: ItemSearch & { readonly agencyId: string; readonly on: PlainDate },
): Promise<Omit<ItemsAnswer, 'mayImport'>> {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const patterns = words.slice(0, 8).map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`)
  const { rows } = await q.query<{ item: Item; matches: boolean }>({
    name: 'search-items',
    text: `WITH standing AS (SELECT DISTINCT ON (code) * FROM app.items WHERE agency_id = $1 AND from_on <= $2
        ORDER BY code, from_on DESC, version DESC)
      SELECT json_build_object(${ITEM}) AS item FROM standing i
      WHERE ($3::text IS NULL OR kind = $3) AND (until_on IS NULL OR until_on >= $2)
        AND (name || ' ' || code || ' ' || basis) ILIKE ALL ($4::text[])
      ORDER BY (name ILIKE ALL ($4::text[])) DESC, kind, code LIMIT $5`,
    values: [agencyId, on, kind ?? null, patterns, limit + 1],
  })
  const kept = await q.query<{ kind: string }>({
    name: 'kinds-of-items',
    text: 'SELECT DISTINCT kind FROM app.items WHERE agency_id = $1 AND from_on <= $2',
    values: [agencyId, on],
  })
  return {
    items: rows.slice(0, limit).map(({ item }) => item),
    isCapped: rows.length > limit,
    kinds: kept.rows.map((row) => row.kind),
  }
}
