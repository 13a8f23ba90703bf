import { queryOptions } from '@tanstack/react-query'
import type { PhotographsAnswer } from '#contract/photographs.ts'
import { read } from '../request.ts'
import { caseKey } from './case-query.ts'

/** The photographs of a case with their covered versions; looked at again while something is being made. */
export const photographsQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'photographs'],
    queryFn: ({ signal }) => read<PhotographsAnswer>(`/api/cases/${encodeURIComponent(caseId)}/photographs`, signal),
    refetchInterval: ({ state }) => (state.data?.photographs.some(isUnderWay) ? 1500 : false),
  })

function isUnderWay({ preview, derivatives }: PhotographsAnswer['photographs'][number]): boolean {
  return preview.state === 'waiting' || derivatives.some(({ state }) => state === 'waiting')
}

const of = (id: string) => `/api/evidence/${encodeURIComponent(id)}`

export const evidencePath = (id: string): string => `${of(id)}/content`
/** The picture on which boxes are drawn, turned upright by the same program that covers it. */
export const previewPath = (id: string): string => `${of(id)}/preview`
export const coverPath = (id: string): string => `${of(id)}/derivatives`
export const coveredPath = (id: string, derivative: string): string => `${of(id)}/derivatives/${derivative}`
