import { queryOptions } from '@tanstack/react-query'
import type { MergeableAnswer } from '#contract/cases.ts'
import { read } from '../request.ts'

/** Cases into which this one may go over. */
export const mergeableQuery = (caseId: string, text: string) =>
  queryOptions({
    queryKey: ['mergeable', caseId, text],
    queryFn: ({ signal }) => {
      const query = text === '' ? '' : `?text=${encodeURIComponent(text)}`
      return read<MergeableAnswer>(`/api/cases/${encodeURIComponent(caseId)}/mergeable${query}`, signal)
    },
  })
