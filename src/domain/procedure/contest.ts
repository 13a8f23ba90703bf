import type { PlainDate } from '../calendar/plain-date.ts'
import type { Subject } from './definition.ts'

/** How a procedure bears on the decision of its origin (处罚法第七十三条). */
export type Contest = {
  readonly kind: '行政复议' | '行政诉讼'
  readonly from: (subject: Subject) => PlainDate | undefined
  /** Nothing while it is pending. */
  readonly until: (subject: Subject) => PlainDate | undefined
  /** The facts that name what was decided. */
  readonly says: readonly string[]
}

/** What a case has made of the decision of its origin, and from which day on. */
export type Altered = { readonly how: 'changed' | 'revoked'; readonly on: PlainDate }
