import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { PartyFile, PartyLinesAnswer } from '#contract/parties.ts'
import type { PartyLineKind } from '#domain/party/party-line.ts'
import { read } from '../../lib/request.ts'

export const partyKey = (id: string) => ['party', id] as const

export const partyQuery = (id: string) =>
  queryOptions({
    queryKey: partyKey(id),
    queryFn: ({ signal }) => read<PartyFile>(`/api/parties/${encodeURIComponent(id)}`, signal),
  })

/** Everything of one party, or one kind of it, the newest first. */
export const partyLinesPages = (id: string, kind: PartyLineKind | undefined) =>
  infiniteQueryOptions({
    queryKey: ['party-lines', id, kind],
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams({ ...(kind ? { kind } : {}), ...(pageParam ? { after: pageParam } : {}) })
      return read<PartyLinesAnswer>(`/api/parties/${encodeURIComponent(id)}/lines?${search}`, signal)
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })
