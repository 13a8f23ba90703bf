import { queryOptions } from '@tanstack/react-query'
import type { HintsAnswer } from '#contract/hints.ts'
import { read } from '../request.ts'

/** What is looked up for the hints of a case; it changes when another case is decided, which is seldom. */
export const hintsQuery = (id: string) =>
  queryOptions({
    queryKey: ['hints', id],
    queryFn: ({ signal }) => read<HintsAnswer>(`/api/cases/${encodeURIComponent(id)}/hints`, signal),
    staleTime: 60_000,
  })
