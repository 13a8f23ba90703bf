/** What may stand in a text: the longest length in characters, and whether lines may break. */
export type TextLimits = { readonly title: string; readonly maxLength: number; readonly multiline: boolean }

/** Half of a UTF-16 pair that stands alone; it has no meaning and breaks storage and digest. */
const LONE_SURROGATE = /\p{Cs}/u
const ZERO_WIDTH = /[\u00AD\u115F\u1160\u180E\u200B-\u200D\u2060-\u2064\u3164\uFEFF\uFFA0]/u
const BIDI_CONTROL = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u
const LINE_BREAK = /[\n\u2028\u2029]/u
const CONTROL = /\p{Cc}/u
/** Tags and selectors that change nothing on paper; ideographic variants (U+E0100…) are real characters of names. */
const INVISIBLE = /[\uFFF9-\uFFFC\u{E0000}-\u{E007F}]/u
const NOT_A_CHARACTER = /[\p{Noncharacter_Code_Point}\p{Co}]/u

/** Length as people count: one for each character, also for those beyond the basic plane (𬀩). */
export function lengthOf(text: string): number {
  return [...text].length
}

/** Outer blanks gone, line ends as one `\n`. */
export function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim()
}

/** What is wrong with a tidied text and what would be right; undefined when it may stand. */
export function textProblem(text: string, { title, maxLength, multiline }: TextLimits): string | undefined {
  const length = lengthOf(text)
  if (length > maxLength) return `“${title}”超过 ${maxLength} 个字，现为 ${length} 个字，请删减`
  if (!multiline && LINE_BREAK.test(text)) return `“${title}”只能写一行，请去掉换行`
  const found = findings(text, multiline).find(({ at }) => at >= 0)
  return found && `“${title}”第 ${lengthOf(text.slice(0, found.at)) + 1} 个字是${found.what}，请删去后重新填写`
}

function findings(text: string, multiline: boolean): readonly { readonly at: number; readonly what: string }[] {
  const withoutBreaks = multiline ? text.replace(/[\n\t]/g, ' ') : text
  return [
    { at: text.search(LONE_SURROGATE), what: '残缺的字符' },
    { at: text.search(ZERO_WIDTH), what: '看不见的零宽字符' },
    { at: text.search(BIDI_CONTROL), what: '改变文字方向的控制字符' },
    { at: withoutBreaks.search(CONTROL), what: '控制字符' },
    { at: text.search(INVISIBLE), what: '看不见的控制字符' },
    { at: text.search(NOT_A_CHARACTER), what: '没有标准字形的字符' },
  ]
}
