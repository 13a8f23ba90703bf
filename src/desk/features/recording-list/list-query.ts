import { queryOptions } from '@tanstack/react-query'
import type { ListAnswer } from '#contract/recording-list.ts'
import { read } from '../../lib/request.ts'

/** The agency's list as it stands today, or as it stood on a day. */
export const recordingListQuery = (on: string | undefined) =>
  queryOptions({
    queryKey: ['recording-list', on ?? 'today'],
    queryFn: ({ signal }) => read<ListAnswer>(`/api/recording-list${on ? `?on=${on}` : ''}`, signal),
  })
