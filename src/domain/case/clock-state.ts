import type { Term } from '../calendar/deadline.ts'
import type { PlainDate } from '../calendar/plain-date.ts'

export type Deduction = { readonly ground: string; readonly fromOn: PlainDate; readonly untilOn?: PlainDate }

export type ClockState = {
  readonly clock: string
  readonly party?: string
  /** Which row of a plan, from 1. */
  readonly part?: number
  readonly startOn: PlainDate
  readonly term: Term
  readonly rolls: boolean
  readonly rawDue: PlainDate
  readonly rolledDue: PlainDate
  /** The last moment of a term in hours; its days are the days of that moment. */
  readonly dueAt?: string
  readonly estimated: boolean
  readonly deductions: readonly Deduction[]
  readonly extensions: readonly Term[]
  readonly metOn?: PlainDate
}
