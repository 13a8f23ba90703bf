const LONGEST = 60
const MOST_WORDS = 6
// Control, zero-width and direction marks: they find nothing and turn the page's text around.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu

export type SearchWords = {
  /** What is shown in the box again. */
  readonly text: string
  readonly words: readonly string[]
  /** What was left out, as a sentence. */
  readonly note: string | undefined
}

/** What somebody asked for, made safe to look for: at most 60 characters and 6 words. */
export function readSearch(q: string): SearchWords {
  const seen = [...q.slice(0, 20_000).replaceAll(UNSEEN, ' ').trim()]
  const text = seen.slice(0, LONGEST).join('').trim()
  const words = [...new Set(text.split(/[\s，、；]+/u).filter((word) => word !== ''))]
  return { text, words: words.slice(0, MOST_WORDS), note: noteOf(seen.length, words.length) }
}

function noteOf(length: number, words: number): string | undefined {
  if (length > LONGEST) return `要查的内容太长，只按前 ${LONGEST} 个字查找。`
  return words > MOST_WORDS ? `一次最多查 ${MOST_WORDS} 个词，多出的没有用上。` : undefined
}
