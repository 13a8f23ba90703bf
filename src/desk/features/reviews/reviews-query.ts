import { queryOptions } from '@tanstack/react-query'
import type { ReviewsAnswer } from '#contract/worklists.ts'
import { read } from '../../lib/request.ts'

/** Drafts that wait for legal review, in order of due date. */
export const reviewsQuery = queryOptions({
  queryKey: ['reviews'],
  queryFn: ({ signal }) => read<ReviewsAnswer>('/api/reviews', signal),
  refetchInterval: 60_000,
})
