import type { RefObject } from 'react'
import { useShortcuts } from './use-shortcuts.ts'

/** j and k walk the rows (`data-row`) of a list; Enter is the row's own, since rows are links. */
export function useListKeys(list: RefObject<HTMLElement | null>): void {
  const walk = (step: number) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    const here = rows.indexOf(document.activeElement as HTMLElement)
    const current = here >= 0 ? here : rows.findIndex((row) => row.getAttribute('aria-current') !== null)
    const next = rows[Math.min(rows.length - 1, Math.max(0, current + step))]
    next?.focus()
  }
  useShortcuts({ j: () => walk(1), k: () => walk(-1) })
}
