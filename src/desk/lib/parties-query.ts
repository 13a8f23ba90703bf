import { queryOptions } from '@tanstack/react-query'
import type { PartiesAnswer } from '#contract/parties.ts'
import { read } from './request.ts'

/** Parties of the shared register; nothing is asked for while nothing is typed. */
export const partiesQuery = (text: string) =>
  queryOptions({
    queryKey: ['parties', text],
    queryFn: ({ signal }) => read<PartiesAnswer>(`/api/parties?${new URLSearchParams({ q: text })}`, signal),
    enabled: text !== '',
    placeholderData: (old) => (text === '' ? undefined : old),
  })
