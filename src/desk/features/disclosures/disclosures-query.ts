import { queryOptions } from '@tanstack/react-query'
import type { DisclosureDetail, DisclosureRow, DisclosuresAnswer } from '#contract/disclosures.ts'
import { read } from '../../lib/request.ts'

export type DisclosureState = DisclosureRow['state']

/** The agency's disclosures of one state, the most urgent first. */
export const disclosuresQuery = (state: DisclosureState) =>
  queryOptions({
    queryKey: ['disclosures', state],
    queryFn: ({ signal }) => read<DisclosuresAnswer>(`/api/disclosures?state=${state}`, signal),
    refetchInterval: 60_000,
  })

/** One disclosure with what the public sees or would see. */
export const disclosureQuery = (id: string) =>
  queryOptions({
    queryKey: ['disclosure', id],
    queryFn: ({ signal }) => read<DisclosureDetail>(`/api/disclosures/${id}`, signal),
  })
