const LOST = 'zhaofa:session-lost'

/** The server no longer knows this session; the desk asks for the password without losing what was typed. */
export function reportSessionLost(): void {
  window.dispatchEvent(new Event(LOST))
}

export function onSessionLost(listen: () => void): () => void {
  window.addEventListener(LOST, listen)
  return () => window.removeEventListener(LOST, listen)
}
