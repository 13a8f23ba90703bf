import type { Queryable } from '#server/db/database.ts'
import type { Page } from './frame.ts'
import type { PageToken } from './page-token.ts'
import { PAGE_SIZE } from './pages/decisions-page.ts'
import { searchPage } from './pages/search-page.ts'
import { findByCode, type Line, searchWords } from './published-queries.ts'
import { readSearch } from './search-words.ts'

/** A number or code that is found exactly is the whole answer; otherwise decisions that hold all words, a bounded walk at a time. */
export async function search(db: Queryable, q: string, before: PageToken | undefined): Promise<Page> {
  const wanted = readSearch(q)
  const isFirst = before === undefined
  const page = (shown: readonly Line[], next?: Line | { publishedAt: string; id: string }) =>
    searchPage({ search: wanted, shown, next, isFirst })
  if (wanted.words.length === 0) return page([])
  const exact = isFirst ? await findByCode(db, wanted.text, PAGE_SIZE) : []
  if (exact.length > 0) return page(exact)
  const { lines, oldest } = await searchWords(db, wanted.words, PAGE_SIZE + 1, before)
  const shown = lines.slice(0, PAGE_SIZE)
  if (lines.length > PAGE_SIZE) return page(shown, shown.at(-1))
  return page(shown, oldest && { publishedAt: oldest.at, id: oldest.id })
}
