import type { Opening } from './opening-input.ts'

const keyOf = (procedure: string) => `zhaofa-opening-${procedure}`

/** What was being opened in this tab before it was reloaded; gone when the tab is closed, since it names parties. */
export function keptOpening(procedure: string): Opening | undefined {
  const text = sessionStorage.getItem(keyOf(procedure))
  return text === null ? undefined : (JSON.parse(text) as Opening)
}

export function keepOpening(procedure: string, opening: Opening | undefined): void {
  if (opening) sessionStorage.setItem(keyOf(procedure), JSON.stringify(opening))
  else sessionStorage.removeItem(keyOf(procedure))
}
