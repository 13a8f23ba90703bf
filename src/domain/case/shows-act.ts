import { officeDateOf } from '../calendar/due-at.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { SceneWord } from './state.ts'

/** An act of a scene: when it took effect, and what was said of its times. */
export type ShownAct = { readonly on: PlainDate; readonly word: Pick<SceneWord, 'beganAt' | 'actedAt'> }

const MINUTE_MS = 60_000
/** People switch on before they begin; around midnight that is another day. */
const AHEAD_MINUTES = 30

/**
 * Whether a recording that began then can show an act: on a day of the act, as it was written down. An act whose beginning nobody
 * wrote down was done at the latest when it was entered, and after the last day of every earlier act of its scene.
 */
export function canShow(capturedAt: string, act: ShownAct, earlier: readonly ShownAct[]): boolean {
  const day = officeDateOf(capturedAt)
  if (day > lastDayOf(act)) return false
  if (day >= firstDayOf(act)) return true
  return act.word.beganAt === undefined && earlier.every((before) => day > lastDayOf(before))
}

function firstDayOf({ word: { beganAt, actedAt } }: ShownAct): PlainDate {
  return officeDateOf(new Date(Date.parse(beganAt ?? actedAt) - AHEAD_MINUTES * MINUTE_MS).toISOString())
}

/** An act that had to be agreed to is done when it takes effect, where its record has no times of its own. */
function lastDayOf({ on, word: { beganAt, actedAt } }: ShownAct): PlainDate {
  const ended = officeDateOf(actedAt)
  return beganAt === undefined && on > ended ? on : ended
}
