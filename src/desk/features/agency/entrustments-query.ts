import { queryOptions } from '@tanstack/react-query'
import type { EntrustmentsAnswer } from '#contract/entrustments.ts'
import { read } from '../../lib/request.ts'

export const entrustmentsQuery = queryOptions({
  queryKey: ['entrustments'],
  queryFn: ({ signal }) => read<EntrustmentsAnswer>('/api/entrustments', signal),
})
