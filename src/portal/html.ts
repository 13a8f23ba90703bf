/** Markup that is safe to send: only `html` makes it, and `html` escapes whatever is put into it. */
export class Html {
  readonly #markup: string
  constructor(strings: TemplateStringsArray, values: readonly Content[]) {
    let markup = strings[0] ?? ''
    for (let index = 0; index < values.length; index += 1)
      markup += contentOf(values[index]) + (strings[index + 1] ?? '')
    this.#markup = markup
  }
  toString(): string {
    return this.#markup
  }
}

export type Content = Html | string | number | null | undefined | false | readonly Content[]

/** A tagged template that escapes every value, in text as in quoted attributes; lists are joined, nothing stays nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  return new Html(strings, values)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function contentOf(value: Content): string {
  if (typeof value === 'string') return escapeText(value)
  if (value instanceof Html) return value.toString()
  if (Array.isArray(value)) return value.map(contentOf).join('')
  if (value === null || value === undefined || value === false) return ''
  return escapeText(String(value))
}

const SPECIAL = /[&<>"']/
const EACH_SPECIAL = /[&<>"']/g

/** Most texts need nothing; looking is cheaper than replacing. */
function escapeText(text: string): string {
  if (!SPECIAL.test(text)) return text
  return text.replaceAll(EACH_SPECIAL, (character) => ENTITIES[character] ?? character)
}
