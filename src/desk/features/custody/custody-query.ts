import { infiniteQueryOptions } from '@tanstack/react-query'
import type { CustodyAnswer } from '#contract/custody.ts'
import { read } from '../../lib/request.ts'

/** What is in custody, page by page, the most pressing first. */
export const custodyQuery = (text: string) =>
  infiniteQueryOptions({
    queryKey: ['custody', text],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ ...(text && { text }), ...(pageParam && { after: pageParam }) })
      return read<CustodyAnswer>(`/api/custody?${query}`, signal)
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: 60_000,
    placeholderData: (old) => old,
  })
