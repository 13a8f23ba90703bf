import { useEffect, useRef } from 'react'

export type PlayerKeys = Readonly<Record<string, () => void>>

/**
 * Keys of the player, as long as nothing is being typed: `shift+arrowleft` and the like carry their name. A button that has
 * the focus keeps the space bar for itself.
 */
export function usePlayerKeys(keys: PlayerKeys, isOn: boolean): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    if (!isOn) return
    const listen = (event: KeyboardEvent) => {
      const run = latest.current[nameOf(event)]
      if (!run || event.defaultPrevented || isTaken(event)) return
      event.preventDefault()
      run()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [isOn])
}

function nameOf({ key, shiftKey }: KeyboardEvent): string {
  const name = key.toLowerCase()
  return shiftKey && name.length > 1 ? `shift+${name}` : name
}

function isTaken(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true
  if (document.querySelector('dialog[open]')) return true
  const { target } = event
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('textarea, select, [contenteditable], [data-own-keys]')) return true
  if (target instanceof HTMLInputElement) return isOwnKey(target, event.key)
  return event.key === ' ' && target.closest('button, a, summary') !== null
}

/** A field keeps what is typed into it, a choice the keys that change it. */
function isOwnKey({ type }: HTMLInputElement, key: string): boolean {
  if (type === 'radio') return key === ' ' || key.startsWith('Arrow')
  return !['checkbox', 'button'].includes(type) || key === ' '
}
