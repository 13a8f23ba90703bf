import { useSyncExternalStore } from 'react'

const query = window.matchMedia('(prefers-color-scheme: dark)')
const subscribe = (listen: () => void) => {
  query.addEventListener('change', listen)
  return () => query.removeEventListener('change', listen)
}

/** Whether the system asks for dark colours now. */
export function useIsDark(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches)
}
