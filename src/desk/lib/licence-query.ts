import { queryOptions } from '@tanstack/react-query'
import type { LicenceDetail } from '#contract/licences.ts'
import { read } from './request.ts'

/** One licence with its cases. */
export const licenceQuery = (id: string) =>
  queryOptions({
    queryKey: ['licence', id],
    queryFn: ({ signal }) => read<LicenceDetail>(`/api/licences/${encodeURIComponent(id)}`, signal),
  })
