import { queryOptions } from '@tanstack/react-query'
import type { SuccessionSheet, SuccessionsAnswer, SuccessionWork } from '#contract/successions.ts'
import { read } from '../../lib/request.ts'

export const successionsQuery = queryOptions({
  queryKey: ['successions'],
  queryFn: ({ signal }) => read<SuccessionsAnswer>('/api/successions', signal),
})

/** What somebody has open; with `to`, line by line whether it may go to that person. */
export const workQuery = (person: string, to = '') =>
  queryOptions({
    queryKey: ['succession-work', person, to],
    queryFn: ({ signal }) =>
      read<SuccessionWork>(`/api/successions/people/${person}${to === '' ? '' : `?to=${to}`}`, signal),
  })

export const sheetQuery = (id: string) =>
  queryOptions({
    queryKey: ['succession-sheet', id],
    queryFn: ({ signal }) => read<SuccessionSheet>(`/api/successions/${id}`, signal),
    // Kept as it was on that day.
    staleTime: Number.POSITIVE_INFINITY,
  })
