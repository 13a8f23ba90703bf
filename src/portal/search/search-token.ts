/**
 * Where a page of results begins. `below` bounds the window that is ranked; within it the page begins after the result with
 * this score and number, or at its top when there is none.
 */
export type SearchToken = {
  readonly below: number
  readonly after?: { readonly score: number; readonly seq: number }
}

const TOKEN = /^(\d{1,15})(?:\.(\d{1,3})\.(\d{1,15}))?$/

export function writeSearchToken({ below, after }: SearchToken): string {
  return after ? `${below}.${after.score}.${after.seq}` : String(below)
}

/** The token, or undefined when the text is none that we could have written. */
export function readSearchToken(text: string): SearchToken | undefined {
  const match = TOKEN.exec(text)
  if (!match) return undefined
  const below = Number(match[1])
  if (match[2] === undefined) return { below }
  return { below, after: { score: Number(match[2]), seq: Number(match[3]) } }
}
