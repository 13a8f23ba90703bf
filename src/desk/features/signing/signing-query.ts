import { queryOptions } from '@tanstack/react-query'
import type { SigningAnswer } from '#contract/signing.ts'
import { read } from '../../lib/request.ts'

export const signingPath = (caseId: string, document: string) =>
  `/api/cases/${encodeURIComponent(caseId)}/documents/${encodeURIComponent(document)}`

export const signingKey = (document: string) => ['signing', document] as const

/** What stands under a paper; asked again after each signature, and while the copy that bears it is being drawn. */
export const signingQuery = (caseId: string, document: string) =>
  queryOptions({
    queryKey: signingKey(document),
    queryFn: ({ signal }) => read<SigningAnswer>(`${signingPath(caseId, document)}/signing`, signal),
    refetchInterval: ({ state: { data } }) => (data && isDrawing(data) ? DRAWING_MS : false),
  })

/** The copy lacks something that was signed since. */
export function isDrawing({ given, copy, file }: SigningAnswer): boolean {
  return file === null || (given.length > 0 && copy?.signatures !== given.length)
}

const DRAWING_MS = 1_500
