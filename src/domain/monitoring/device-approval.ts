import type { PlainDate } from '../calendar/plain-date.ts'

/** 法制审核、技术审核 and the publication of where a device stands, from a day until a day (处罚法第四十一条第一款). */
export type DeviceApproval = {
  readonly id: string
  readonly publishedOn: PlainDate
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate | null
}

/** A monitoring device of the agency, with all that it has stood on. */
export type Monitor = {
  readonly code: string
  readonly untilOn: PlainDate | null
  readonly approvals: readonly (DeviceApproval & { readonly place: string })[]
}

export const MONITORING_BASIS = {
  device: '《行政处罚法》第四十一条第一款',
  record: '《行政处罚法》第四十一条第二款',
} as const

/** What the device stood on that day: the newest entry that held. */
export function approvalOn<Approval extends DeviceApproval>(
  approvals: readonly Approval[],
  on: PlainDate,
): Approval | undefined {
  const held = approvals.filter(({ fromOn, untilOn }) => fromOn <= on && (untilOn === null || on <= untilOn))
  return held.toSorted((a, b) => a.fromOn.localeCompare(b.fromOn)).at(-1)
}

export type RecordChecks = {
  readonly isTrue: boolean
  readonly isClear: boolean
  readonly isComplete: boolean
  readonly isAccurate: boolean
}

/** A record that lacks one of the four proves nothing. */
export function isSound({ isTrue, isClear, isComplete, isAccurate }: RecordChecks): boolean {
  return isTrue && isClear && isComplete && isAccurate
}
