import type { PlainDate } from '../calendar/plain-date.ts'

/** Until when somebody may not ask for an item again (行政许可法第七十八条、第七十九条). */
export type Bar = {
  readonly party: string
  readonly item: string
  readonly untilOn: PlainDate
  readonly basis: string
}

/** How a licence came to its end: by 撤回, 撤销, or 注销 (行政许可法第八条、第六十九条、第七十条). */
export type LicenceEnd = 'withdrawn' | 'revoked' | 'cancelled'

/** A licence as the register has it today; its id is that of the case that granted it. */
export type Licence = {
  readonly id: string
  readonly number: string
  readonly item: string
  readonly conditions: string
  readonly grantedOn: PlainDate
  /** Absent where it has no end. */
  readonly validUntil?: PlainDate
  readonly ended?: { readonly how: LicenceEnd; readonly on: PlainDate }
}

/** What a decision may look up: bars of the parties, and the licence from which the case comes. */
export type LicenceRegister = { readonly bars: readonly Bar[]; readonly licence?: Licence }
export const NO_REGISTER: LicenceRegister = { bars: [] }
