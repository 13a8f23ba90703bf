import { queryOptions } from '@tanstack/react-query'
import type { AgencyAnswer } from '#contract/agency.ts'
import { read } from '../../lib/request.ts'

export const agencyQuery = queryOptions({
  queryKey: ['agency'],
  queryFn: ({ signal }) => read<AgencyAnswer>('/api/agency', signal),
})
