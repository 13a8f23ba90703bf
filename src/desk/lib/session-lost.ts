const LOST = 'zhaofa:session-lost'
const BACK = 'zhaofa:session-back'

/** The server no longer knows this session; the desk asks for the password without losing what was typed. */
export function reportSessionLost(): void {
  window.dispatchEvent(new Event(LOST))
}

export function onSessionLost(listen: () => void): () => void {
  window.addEventListener(LOST, listen)
  return () => window.removeEventListener(LOST, listen)
}

/** The same person has signed in again: what waited for that goes on. */
export function reportSessionBack(): void {
  window.dispatchEvent(new Event(BACK))
}

export function onSessionBack(listen: () => void): () => void {
  window.addEventListener(BACK, listen, { once: true })
  return () => window.removeEventListener(BACK, listen)
}
