import { COERCION_KINDS } from './coercion-kinds.ts'
import { DECISION_KINDS } from './decision-kinds.ts'
import { DISPUTE_KINDS } from './dispute-kinds.ts'
import { FILING_KINDS } from './filing-kinds.ts'
import { HEARING_KINDS } from './hearing-kinds.ts'
import { INSPECTION_KINDS } from './inspection-kinds.ts'
import { INVESTIGATION_KINDS } from './investigation-kinds.ts'
import { LICENCE_KINDS } from './licence-kinds.ts'
import type { ListedKind } from './listed-kind.ts'
import { PERFORMANCE_KINDS } from './performance-kinds.ts'
import { REVIEW_KINDS } from './review-kinds.ts'
import { SUPERVISION_KINDS } from './supervision-kinds.ts'

/** The kinds that the common layout draws, in the order of the list of documents. */
export const LISTED_KINDS: readonly ListedKind[] = [
  ...FILING_KINDS,
  ...INSPECTION_KINDS,
  ...INVESTIGATION_KINDS,
  ...COERCION_KINDS,
  ...REVIEW_KINDS,
  ...HEARING_KINDS,
  ...DECISION_KINDS,
  ...PERFORMANCE_KINDS,
  ...LICENCE_KINDS,
  ...SUPERVISION_KINDS,
  ...DISPUTE_KINDS,
]
