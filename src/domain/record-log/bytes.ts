/** All parts one after another. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Nothing here is secret, so the comparison may stop at the first difference. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && firstDifference(a, b) === undefined
}

/** Place of the first byte of `a` that `b` has otherwise or not at all. */
export function firstDifference(a: Uint8Array, b: Uint8Array): number | undefined {
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return at
  return undefined
}

/** UTF-8 of a text; throws a RangeError on half a surrogate pair. */
export function utf8(text: string): Uint8Array {
  return asciiOf(text) ?? encode(text)
}

/** Entries, notes and paths are plain ASCII, and there are millions of entries. */
function asciiOf(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 0x80) return undefined
    bytes[at] = code
  }
  return bytes
}

function encode(text: string): Uint8Array {
  const bytes: number[] = []
  for (const letter of text) pushUtf8(bytes, letter.codePointAt(0) ?? 0)
  return Uint8Array.from(bytes)
}

function pushUtf8(bytes: number[], code: number): void {
  if (code >= 0xd800 && code < 0xe000) throw new RangeError('half a surrogate pair has no UTF-8')
  if (code < 0x80) bytes.push(code)
  else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code))
  else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code >> 6), tail(code))
  else bytes.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code))
}

const tail = (bits: number): number => 0x80 | (bits & 0x3f)

/** The text of UTF-8 bytes, without tolerance: undefined for overlong forms, surrogates and stray bytes. */
export function parseUtf8(bytes: Uint8Array): string | undefined {
  let escaped = ''
  for (const byte of bytes) escaped += `%${byte.toString(16).padStart(2, '0')}`
  try {
    return decodeURIComponent(escaped)
  } catch {
    return undefined
  }
}

/** Lower-case hexadecimal. */
export function hex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += PAIRS[byte]
  return text
}

const PAIRS: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Bytes of lower-case hexadecimal; undefined for anything else, so that one value has one text. */
export function parseHex(text: string): Uint8Array | undefined {
  if (text.length % 2 === 1 || !/^[0-9a-f]*$/.test(text)) return undefined
  return Uint8Array.from({ length: text.length / 2 }, (_, index) =>
    Number.parseInt(text.slice(2 * index, 2 * index + 2), 16),
  )
}
