import { queryOptions } from '@tanstack/react-query'
import type { Person } from '#contract/people.ts'
import { read } from './request.ts'

/** Colleagues with today's posts and whether they may act as officers today. */
export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: async ({ signal }) => (await read<{ people: Person[] }>('/api/people', signal)).people,
  staleTime: 60_000,
})
