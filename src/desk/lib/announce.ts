const SAID = 'zhaofa:said'

/** Says a sentence to everybody, also to those who listen to the page. */
export function announce(sentence: string): void {
  window.dispatchEvent(new CustomEvent(SAID, { detail: sentence }))
}

export function onAnnounced(hear: (sentence: string) => void): () => void {
  const listen = (event: Event) => hear(String((event as CustomEvent<unknown>).detail))
  window.addEventListener(SAID, listen)
  return () => window.removeEventListener(SAID, listen)
}
