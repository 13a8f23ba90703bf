import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { WorklistAnswer } from '#contract/worklists.ts'
import { read } from '../request.ts'
import type { Tab } from '../worklist-tabs.ts'

const readPage = (tab: Tab, text: string, after: string, signal: AbortSignal) => {
  const query = new URLSearchParams({ tab, ...(text ? { text } : {}), ...(after ? { after } : {}) })
  return read<WorklistAnswer>(`/api/worklist?${query}`, signal)
}

/** The first page, for the palette. */
export const worklistQuery = (tab: Tab, text: string) =>
  queryOptions({
    queryKey: ['worklist', 'first', tab, text],
    queryFn: ({ signal }) => readPage(tab, text, '', signal),
  })

/** The worklist page by page, by keyset. */
export const worklistPages = (tab: Tab, text: string) =>
  infiniteQueryOptions({
    queryKey: ['worklist', 'pages', tab, text],
    queryFn: ({ signal, pageParam }) => readPage(tab, text, pageParam, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: 60_000,
  })
