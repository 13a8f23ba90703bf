import { queryOptions } from '@tanstack/react-query'
import type { CustodyAnswer } from '#contract/custody.ts'
import { read } from '../../lib/request.ts'

/** What is in custody, the most pressing first. */
export const custodyQuery = queryOptions({
  queryKey: ['custody'],
  queryFn: ({ signal }) => read<CustodyAnswer>('/api/custody', signal),
  refetchInterval: 60_000,
})
