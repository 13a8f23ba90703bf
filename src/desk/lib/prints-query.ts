import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { PrintAnswer, PrintablePaper, PrintInput, PrintsAnswer, PrintTab } from '#contract/prints.ts'
import { read, type SendOptions, send } from './request.ts'

/** Also for what changes when something was printed. */
export const PRINTS_KEY = ['prints']

const TYPESET_MS = 3000

type Wanted = { readonly tab: PrintTab; readonly kind: string; readonly text: string }

/** Papers to be printed, or printed before, page by page. */
export const printsQuery = ({ tab, kind, text }: Wanted) =>
  infiniteQueryOptions({
    queryKey: [...PRINTS_KEY, tab, kind, text],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const asked = { tab, ...(kind && { kind }), ...(text && { text }), ...(pageParam && { after: pageParam }) }
      return read<PrintsAnswer>(`/api/prints?${new URLSearchParams(asked)}`, signal)
    },
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    // What is being typeset can be chosen in a moment.
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ rows }) => rows.some(({ pages }) => pages === null)) ? TYPESET_MS : false,
  })

/** One paper: how many copies it needs, how often it was printed. */
export const printableQuery = (document: string) =>
  queryOptions({
    queryKey: [...PRINTS_KEY, 'paper', document],
    queryFn: ({ signal }) => read<PrintablePaper>(`/api/prints/papers/${encodeURIComponent(document)}`, signal),
  })

export const sendPrint = (input: PrintInput, options: SendOptions): Promise<PrintAnswer> =>
  send<PrintAnswer>('POST', '/api/prints', input, options)

export const printFilePath = (id: string): string => `/api/prints/${encodeURIComponent(id)}/file`
