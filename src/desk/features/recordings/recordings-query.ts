import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { ArrivalRow, ArrivalsAnswer, RecordingDetail, RecordingsAnswer } from '#contract/recordings.ts'
import { read } from '../../lib/request.ts'

export const RECORDING_TABS = ['all', 'unbound', 'late', 'doubtful'] as const
export type RecordingTab = (typeof RECORDING_TABS)[number]
export const TAB_TITLES: Readonly<Record<RecordingTab, string>> = {
  all: '全部',
  unbound: '未关联案件',
  late: '逾期存入',
  doubtful: '有疑点',
}

export type RecordingSearch = {
  readonly only?: RecordingTab | undefined
  readonly device?: string | undefined
  readonly officer?: string | undefined
  readonly on?: string | undefined
}

export const recordingsKey = ['recordings'] as const

/** The agency's recordings, page by page; looked at again while something is still being made. */
export const recordingsQuery = (search: RecordingSearch) =>
  infiniteQueryOptions({
    queryKey: [...recordingsKey, 'list', search],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) => read<RecordingsAnswer>(`/api/recordings?${wordsOf(search, pageParam)}`, signal),
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ rows }) => rows.some(({ rendition }) => rendition.state === 'waiting')) ? 3000 : 60_000,
  })

function wordsOf(search: RecordingSearch, after: string): URLSearchParams {
  const given = Object.entries({ ...search, after }).filter(([, value]) => value)
  return new URLSearchParams(given as [string, string][])
}

/** One recording with what it is proved by. */
export const recordingQuery = (id: string) =>
  queryOptions({
    queryKey: [...recordingsKey, 'one', id],
    queryFn: ({ signal }) => read<RecordingDetail>(`/api/recordings/${id}`, signal),
  })

/** What came whole and was never registered, from this browser or another. */
export const arrivalsQuery = queryOptions({
  queryKey: [...recordingsKey, 'arrivals'],
  queryFn: async ({ signal }): Promise<readonly ArrivalRow[]> =>
    (await read<ArrivalsAnswer>('/api/recordings/arrivals', signal)).arrivals,
})
