import { queryOptions } from '@tanstack/react-query'
import type { PanelsAnswer } from '#contract/panels.ts'
import { read } from '../../lib/request.ts'

/** Drafts that the heads discuss together, the oldest first. */
export const panelsQuery = queryOptions({
  queryKey: ['panels'],
  queryFn: ({ signal }) => read<PanelsAnswer>('/api/panels', signal),
  refetchInterval: 60_000,
})
