import type { FieldError } from '#contract/problem.ts'

const CONTROL = /(?![\t\n\r])\p{Cc}/u
const MAX_ERRORS = 20

/** The sentence for text that no field may hold, or undefined. PostgreSQL takes neither U+0000 nor half a surrogate pair. */
function badTextSentence(text: string): string | undefined {
  if (CONTROL.test(text)) return '含有不可见的控制字符，请删去后再提交。'
  if (!text.isWellFormed()) return '含有残缺的字符（不成对的代理码），请重新输入这个字。'
  return undefined
}

/** Walks keys and values of any parsed input; `errors` gets at most some twenty entries. */
export function collectBadText(value: unknown, pointer: string, errors: FieldError[]): void {
  if (errors.length >= MAX_ERRORS) return
  addIf(badValueSentence(value), pointer, errors)
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    addIf(badKeySentence(key), pointer, errors)
    collectBadText(inner, `${pointer}/${pointerPart(key)}`, errors)
  }
}

function addIf(sentence: string | undefined, pointer: string, errors: FieldError[]): void {
  if (sentence) errors.push({ pointer, sentence })
}

const badKeySentence = (key: string): string | undefined =>
  key === '__proto__' ? '不认识“__proto__”这一项，请去掉。' : badTextSentence(key)

function badValueSentence(value: unknown): string | undefined {
  if (typeof value === 'string') return badTextSentence(value)
  return typeof value === 'number' && !Number.isFinite(value) ? '数字太大，请填写合理的数字。' : undefined
}

/** One step of a JSON pointer; over-long and ill-formed keys are not echoed whole. */
export const pointerPart = (key: string): string => shorten(key).replaceAll('~', '~0').replaceAll('/', '~1')

/** Text that is safe to echo: no control characters, at most 60 characters. */
export function shorten(text: string): string {
  const whole = text.toWellFormed().replaceAll(/\p{Cc}/gu, '\ufffd')
  return whole.length > 60 ? `${whole.slice(0, 60).toWellFormed()}…` : whole
}
