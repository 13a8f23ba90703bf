import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { TrailAnswer, TrailFileRow } from '#contract/trails.ts'
import { read } from '../../lib/request.ts'

export type TrailPeriod = { readonly from?: string | undefined; readonly until?: string | undefined }

const isDay = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text)

export const trailPages = (subject: string, { from, until }: TrailPeriod) =>
  infiniteQueryOptions({
    queryKey: ['trail', subject, from, until],
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams({
        subject,
        ...(isDay(from) ? { from } : {}),
        ...(isDay(until) ? { until } : {}),
        ...(pageParam === '' ? {} : { before: pageParam }),
      })
      return read<TrailAnswer>(`/api/trail?${search}`, signal)
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    // That it was read stands in it: reading again by itself would fill it.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })

/** Files that were asked for; looked at again while one is being made. */
export const trailFilesQuery = queryOptions({
  queryKey: ['trail-files'],
  queryFn: async ({ signal }) => (await read<{ rows: TrailFileRow[] }>('/api/trails', signal)).rows,
  refetchInterval: ({ state }) => (state.data?.some(({ madeAt }) => madeAt === null) ? 1500 : false),
})
