import type { z } from 'zod'
import type { CatalogueLine } from '#contract/archive.ts'
import { catalogueRows, type ListedItem } from '#domain/archive/catalogue.ts'

/** The catalogue as the desk shows it. */
export function catalogueLines(items: readonly ListedItem[]): z.infer<typeof CatalogueLine>[] {
  const rows = catalogueRows(items)
  return items.map(({ no, id, kind, file, from }, index) => {
    const { title = '', number = null, onDate = null, pages = null, remark = null } = rows[index] ?? {}
    return { no, id, kind, title, number, onDate, pages, from: from ?? null, remark, sha256: file?.sha256 ?? null }
  })
}
