import { officeDateOf } from '#domain/calendar/due-at.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { formatDate } from '#domain/form/format-fact.ts'
import { type Html, html } from './html.ts'

/** A calendar date in words, readable by machines too. */
export function day(on: string): Html {
  return html`<time datetime="${on}">${formatDate(on)}</time>`
}

/** The office's calendar date of an instant. */
export function dayOf(at: string): Html {
  return day(officeDateOf(at))
}

export function dateOfOffice(at: Date): PlainDate {
  return officeDateOf(at.toISOString())
}
