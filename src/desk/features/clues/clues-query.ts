import { infiniteQueryOptions } from '@tanstack/react-query'
import type { CluesAnswer, CluesQuery } from '#contract/clues.ts'
import { read } from '../../lib/request.ts'

/** One list of the register, page by page. */
export const cluesQuery = (tab: CluesQuery['tab'], text: string) =>
  infiniteQueryOptions({
    queryKey: ['clues', tab, text],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({ tab, ...(text && { text }), ...(pageParam && { after: pageParam }) })
      return read<CluesAnswer>(`/api/clues?${asked}`, signal)
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  })
