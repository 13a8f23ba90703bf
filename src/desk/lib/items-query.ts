import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ItemDetail, ItemsAnswer } from '#contract/items.ts'
import { read } from './request.ts'

type Wanted = { readonly text?: string; readonly kind?: string | undefined; readonly limit?: number }

/** Items of the agency's own list as it stands today. */
export const itemsQuery = ({ text = '', kind, limit = 8 }: Wanted) =>
  queryOptions({
    queryKey: ['items', text, kind, limit],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ text, limit: String(limit), ...(kind && { kind }) })
      return read<ItemsAnswer>(`/api/items?${query}`, signal)
    },
    placeholderData: keepPreviousData,
  })

export const itemQuery = (id: string) =>
  queryOptions({
    queryKey: ['items', id],
    queryFn: ({ signal }) => read<ItemDetail>(`/api/items/${encodeURIComponent(id)}`, signal),
  })
