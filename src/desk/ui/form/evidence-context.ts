import { createContext } from 'react'
import type { Evidence } from '#domain/case/state.ts'

/** The evidence of the case that a form stands in. */
export const EvidenceContext = createContext<readonly Evidence[]>([])
