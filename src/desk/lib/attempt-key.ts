/** Gives the same key for the same content until the server has given a definite answer. */
export type AttemptKeys = { keyFor(content: string): string; settled(): void }

export function attemptKeys(fresh: () => string): AttemptKeys {
  let last: { content: string; key: string } | undefined
  return {
    keyFor(content) {
      if (last?.content !== content) last = { content, key: fresh() }
      return last.key
    },
    settled() {
      last = undefined
    },
  }
}
