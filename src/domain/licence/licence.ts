import { addDays, type PlainDate } from '../calendar/plain-date.ts'

/** Until when somebody may not ask for an item again (行政许可法第七十八条、第七十九条). */
export type Bar = {
  readonly party: string
  readonly item: string
  readonly untilOn: PlainDate
  readonly basis: string
}

/** How a licence came to its end: by 撤回, 撤销, or 注销 (行政许可法第八条、第六十九条、第七十条). */
export type LicenceEnd = 'withdrawn' | 'revoked' | 'cancelled'

/** What an act does to the register: 颁证, 变更, 申请延续, 准予延续, 不予延续, or an end. */
export type LicenceChange = 'grant' | 'change' | 'ask-renewal' | 'renew' | 'refuse-renewal' | LicenceEnd

/** A licence as the register has it today; its id is that of the case that granted it. */
export type Licence = {
  readonly id: string
  readonly number: string
  readonly item: string
  readonly conditions: string
  readonly grantedOn: PlainDate
  /** Null where it has no end. */
  readonly validUntil: PlainDate | null
  /** The day on which its holder asked for more time, while that is not decided. */
  readonly renewalAskedOn: PlainDate | null
  readonly endedHow: LicenceEnd | null
  readonly endedOn: PlainDate | null
}

/** What a decision may look up: bars of the parties, and the licence of which the case speaks. */
export type LicenceRegister = { readonly bars: readonly Bar[]; readonly licence?: Licence }
export const NO_REGISTER: LicenceRegister = { bars: [] }

/** Where a licence stands: in force, near its end, renewed by law because nobody decided in time, over, or ended. */
export type LicenceStanding = 'valid' | 'ending' | 'deemed-renewed' | 'expired' | LicenceEnd

/** So many days before its last day a licence is near its end, unless somebody asks about more or fewer. */
export const NEAR_DAYS = 60

/** Never stored: it changes with the day (行政许可法第五十条第二款、第七十条第一项). */
export function standingOf(
  { validUntil, renewalAskedOn, endedHow }: Pick<Licence, 'validUntil' | 'renewalAskedOn' | 'endedHow'>,
  today: PlainDate,
  nearDays = NEAR_DAYS,
): LicenceStanding {
  if (endedHow) return endedHow
  if (!validUntil) return 'valid'
  if (today > validUntil) return renewalAskedOn ? 'deemed-renewed' : 'expired'
  return addDays(today, nearDays) >= validUntil ? 'ending' : 'valid'
}
