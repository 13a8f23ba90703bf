import { queryOptions } from '@tanstack/react-query'
import type { PartyFile } from '#contract/parties.ts'
import { read } from '../../lib/request.ts'

export const partyKey = (id: string) => ['party', id] as const

export const partyQuery = (id: string) =>
  queryOptions({
    queryKey: partyKey(id),
    queryFn: ({ signal }) => read<PartyFile>(`/api/parties/${encodeURIComponent(id)}`, signal),
  })
