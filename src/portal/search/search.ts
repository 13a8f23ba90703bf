import type { Queryable } from '#server/db/database.ts'
import { PAGE_SIZE } from '../pages/decisions-page.ts'
import { findHits, type Hits, MOST_COUNTED } from './find-hits.ts'
import { RANKED, type RankedLine, rankHits } from './rank-hits.ts'
import type { Search } from './read-search.ts'
import { type SearchToken, writeSearchToken } from './search-token.ts'

export type Found = {
  readonly lines: readonly RankedLine[]
  readonly hits: Hits
  /** How many were found; more than can be counted when `isMore`. */
  readonly count: number
  readonly isMore: boolean
  readonly isFirst: boolean
  /** Where the next page begins. */
  readonly next: string | undefined
}

/** One page of what was asked for; the windows that are ranked follow each other, newest first. */
export async function findPage(db: Queryable, search: Search, token?: SearchToken): Promise<Found> {
  const hits = await findHits(db, search, token?.below)
  const window = hits.seqs.slice(0, RANKED)
  const limit = PAGE_SIZE + 1
  const ranked = window.length > 0 ? await rankHits(db, search, { seqs: window, after: token?.after, limit }) : []
  const lines = ranked.slice(0, PAGE_SIZE)
  return {
    lines,
    hits,
    count: Math.min(hits.seqs.length, MOST_COUNTED),
    isMore: hits.oldest !== undefined,
    isFirst: token === undefined,
    next: nextOf(hits, ranked, token),
  }
}

function nextOf(hits: Hits, ranked: readonly RankedLine[], token: SearchToken | undefined): string | undefined {
  const [first, last] = [hits.seqs[0], ranked[PAGE_SIZE - 1]]
  if (ranked.length > PAGE_SIZE && last && first !== undefined) {
    const { score, seq } = last
    return writeSearchToken({ below: token?.below ?? first + 1, after: { score, seq } })
  }
  const oldest = hits.seqs.length > RANKED ? hits.seqs[RANKED - 1] : hits.oldest
  return oldest === undefined ? undefined : writeSearchToken({ below: oldest })
}
