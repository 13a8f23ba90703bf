import { useQuery } from '@tanstack/react-query'
import type { CaseAnswer } from '#contract/cases.ts'
import { caseQuery } from './case-query.ts'

const TYPESET_MS = 3000

/** While papers are being typeset the case is asked for again: who stands in the street wants to print them at once. */
export function useUntilTypeset({ state, documents }: CaseAnswer): void {
  const isUnderWay = documents.some(({ isReady, voided }) => !isReady && !voided)
  useQuery({ ...caseQuery(state.id), refetchInterval: isUnderWay ? TYPESET_MS : false })
}
