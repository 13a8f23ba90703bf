import type { Role } from '../access/permissions.ts'
import type { PlainDate } from '../calendar/plain-date.ts'

export const PURPOSES = ['view', 'copy'] as const
export type Purpose = (typeof PURPOSES)[number]

/** Who may take a copy may look as well. */
export const purposeTitle = (purposes: readonly Purpose[]): string =>
  purposes.includes('copy') ? '查看并带走副本' : '只查看'

/** What somebody asked for, as it was written down; nothing of it changes afterwards. */
export type AccessRequest = {
  readonly id: string
  readonly agency: string
  readonly kind: 'internal' | 'external'
  readonly requestedBy: string
  readonly requestedAt: string
  /** The unit of whoever asks; its head endorses. */
  readonly unit: string
  readonly needsEndorsement: boolean
  readonly purposes: readonly Purpose[]
  readonly days: number
}

export const STEP_KINDS = ['endorsed', 'granted', 'refused', 'withdrawn', 'used', 'revoked', 'returned'] as const
export type StepKind = (typeof STEP_KINDS)[number]

export type AccessStep = {
  readonly kind: StepKind
  readonly by: string
  readonly at: string
  readonly note: string
  /** Of a grant: how long, for what, and the instant at which it is over. */
  readonly days?: number
  readonly purposes?: readonly Purpose[]
  readonly untilAt?: string
}

export type AccessState =
  | 'requested'
  | 'endorsed'
  | 'granted'
  | 'used'
  | 'refused'
  | 'withdrawn'
  | 'returned'
  | 'expired'
  | 'revoked'

/** Where a request stands at an instant: the last step tells, and a grant is over by itself when its time is. */
export function accessStateOf(
  { needsEndorsement }: Pick<AccessRequest, 'needsEndorsement'>,
  steps: readonly AccessStep[],
  now: string,
): AccessState {
  const last = steps.at(-1)
  if (!last) return needsEndorsement ? 'requested' : 'endorsed'
  if (last.kind !== 'granted' && last.kind !== 'used') return last.kind
  return isOver(steps, now) ? 'expired' : last.kind
}

function isOver(steps: readonly AccessStep[], now: string): boolean {
  const until = grantOf(steps)?.untilAt
  return until === undefined || Date.parse(now) >= Date.parse(until)
}

export function grantOf(steps: readonly AccessStep[]): AccessStep | undefined {
  return steps.find(({ kind }) => kind === 'granted')
}

/** A grant opens what it names while it stands in one of these. */
export const isOpenState = (state: AccessState): boolean => state === 'granted' || state === 'used'
export const isPendingState = (state: AccessState): boolean => state === 'requested' || state === 'endorsed'

/** Who acts, with the posts of the day. */
export type AccessActor = {
  readonly id: string
  readonly agency: string
  readonly posts: readonly { readonly role: Role; readonly unit: string }[]
}

/** What the law and the place fix for the day. */
export type AccessTerms = { readonly today: PlainDate; readonly now: string; readonly longestDays: number }
