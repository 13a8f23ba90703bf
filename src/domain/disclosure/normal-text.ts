/** A text as the rules read it; `at[i]` is where its i-th unit stands in the source, and one more entry holds the end. */
export type NormalText = { readonly source: string; readonly text: string; readonly at: readonly number[] }

// Zero-width and direction marks break a name in two without being seen.
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|[\u2028\u2029]/u
const WIDE = /[０-９Ａ-Ｚａ-ｚ＠．＿＊]/u
const MATHEMATICAL_DIGIT_ZERO = 0x1d7ce
const MATHEMATICAL_DIGITS = 50

/** Full-width and mathematical digits and letters read as plain ones; what cannot be seen is not read at all. */
export function normalText(source: string): NormalText {
  const at: number[] = []
  let text = ''
  let from = 0
  for (const character of source) {
    const read = plain(character)
    for (let unit = 0; unit < read.length; unit += 1) at.push(from + (read === character ? unit : 0))
    text += read
    from += character.length
  }
  at.push(source.length)
  return { source, text, at }
}

/** The stretch of the source behind a stretch of the normal text, without what cannot be seen. */
export function sourceOf({ source, at }: NormalText, from: number, to: number): string {
  return [...source.slice(at[from], at[to])].filter((character) => !INVISIBLE.test(character)).join('')
}

function plain(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return character
  if (INVISIBLE.test(character)) return ''
  if (WIDE.test(character)) return String.fromCodePoint(code - 0xfee0)
  const digit = code - MATHEMATICAL_DIGIT_ZERO
  return digit >= 0 && digit < MATHEMATICAL_DIGITS ? String(digit % 10) : character
}
