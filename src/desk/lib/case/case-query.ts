import { queryOptions } from '@tanstack/react-query'
import type { CaseAnswer } from '#contract/cases.ts'
import { read } from '../request.ts'

export const caseKey = (id: string) => ['case', id] as const

/** The case as this person may see it; asked again when the window comes back to the front. */
export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: caseKey(id),
    queryFn: ({ signal }) => read<CaseAnswer>(`/api/cases/${encodeURIComponent(id)}`, signal),
    staleTime: 5_000,
  })
