import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { AccessAnswer, AccessDetail, AccessOptions, AccessRow, LoansAnswer } from '#contract/access.ts'
import { read } from '../../lib/request.ts'

export type AccessTab = 'mine' | 'endorse' | 'approve' | 'open' | 'ended'
export type LoanTab = 'out' | 'overdue' | 'back'
export type RoomTab = AccessTab | 'loans'
export type AccessState = AccessRow['state']

const after = (place: string): string => (place === '' ? '' : `&after=${encodeURIComponent(place)}`)

export const accessPages = (tab: AccessTab) =>
  infiniteQueryOptions({
    queryKey: ['access', tab],
    queryFn: ({ pageParam, signal }) =>
      read<AccessAnswer>(`/api/access-requests?tab=${tab}${after(pageParam)}`, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    refetchInterval: 60_000,
  })

export const loanPages = (tab: LoanTab) =>
  infiniteQueryOptions({
    queryKey: ['loans', tab],
    queryFn: ({ pageParam, signal }) => read<LoansAnswer>(`/api/loans?tab=${tab}${after(pageParam)}`, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })

export const requestKey = (id: string) => ['access-request', id] as const

export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: requestKey(id),
    queryFn: ({ signal }) => read<AccessDetail>(`/api/access-requests/${encodeURIComponent(id)}`, signal),
  })

export type AskedFor = { readonly case?: string | undefined; readonly recording?: string | undefined }

/** What the form of a request shows of what is asked for. */
export const optionsQuery = (of: AskedFor) =>
  queryOptions({
    queryKey: ['access-options', of],
    enabled: of.case !== undefined || of.recording !== undefined,
    queryFn: ({ signal }) => {
      const search = new URLSearchParams(Object.entries(of).flatMap(([name, id]) => (id ? [[name, id]] : [])))
      return read<AccessOptions>(`/api/access-requests/options?${search}`, signal)
    },
  })
