import { queryOptions } from '@tanstack/react-query'
import type { NoticeCount } from '#contract/notices.ts'
import { read } from './request.ts'

/** How many the bell shows; asked again every minute and when the window comes back to the front. */
export const noticeCountQuery = queryOptions({
  queryKey: ['notices', 'count'],
  queryFn: ({ signal }) => read<NoticeCount>('/api/notices/count', signal),
  refetchInterval: 60_000,
})
