import type { KeyboardEvent } from 'react'

/** Keeps Enter in a field from submitting: an act with legal effect is taken by its button, never by a slip of the finger. */
export function holdEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter') return
  const { target } = event
  if (target instanceof HTMLInputElement && target.type !== 'submit' && target.type !== 'button') event.preventDefault()
}
