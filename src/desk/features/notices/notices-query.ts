import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { NoticeSettingsAnswer, NoticesAnswer, NoticesQuery } from '#contract/notices.ts'
import { read } from '../../lib/request.ts'

/** The own notices, page by page. */
export const noticesQuery = (only: NoticesQuery['only']) =>
  infiniteQueryOptions({
    queryKey: ['notices', only],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      read<NoticesAnswer>(
        `/api/notices?${new URLSearchParams({ only, ...(pageParam && { after: pageParam }) })}`,
        signal,
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  })

export const noticeSettingsQuery = queryOptions({
  queryKey: ['notices', 'settings'],
  queryFn: ({ signal }) => read<NoticeSettingsAnswer>('/api/notices/settings', signal),
})
