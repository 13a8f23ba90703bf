/** One line of a trail: who did what to what, when, from where. Instants are UTC with milliseconds. */
export type TrailEntry = {
  readonly id: string
  readonly at: string
  readonly who: string
  readonly agency: string
  readonly what: string
  readonly object: string
  readonly detail: string
  readonly address: string
}

const AHEAD_OF_UTC_MS = 8 * 3_600_000

/** 2026-06-03 09:30:05, in the office's zone (Asia/Shanghai). */
export function officeSecond(at: string): string {
  return new Date(Date.parse(at) + AHEAD_OF_UTC_MS).toISOString().slice(0, 19).replace('T', ' ')
}
