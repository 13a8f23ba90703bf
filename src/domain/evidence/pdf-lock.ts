/** The bytes of a file from one place to another. */
export type ReadBytes = (from: number, to: number) => Promise<Uint8Array>

/** In the last part of the file stands where the newest table of its objects begins (ISO 32000-1, 7.5.5). */
const TAIL = 4096
/** More than a table needs that stands before its trailer: twenty bytes for each object. */
const TABLE = 4 * 1024 * 1024
const ENCRYPT = /\/Encrypt(?![A-Za-z])/

/**
 * Whether a PDF is encrypted, with a password to open it or only with restrictions: the trailer of its newest table says so, or the
 * dictionary of the stream that stands in for both (7.5.8, 7.6.1). Neither is ever compressed or encrypted itself.
 */
export async function isPdfLocked(size: number, read: ReadBytes): Promise<boolean> {
  const tail = textOf(await read(Math.max(0, size - TAIL), size))
  const from = Number(/startxref\s+(\d+)(?![\s\S]*startxref)/.exec(tail)?.[1] ?? size)
  const table = from < size ? textOf(await read(from, Math.min(size, from + TABLE))) : ''
  if (/^\s*xref/.test(table)) return ENCRYPT.test(between(table, 'trailer', 'startxref'))
  if (/^\s*\d+\s+\d+\s+obj/.test(table)) return ENCRYPT.test(between(table, 'obj', 'stream'))
  // A reader that repairs a broken file looks for its trailer too.
  return ENCRYPT.test(between(tail, 'trailer', 'startxref'))
}

function between(text: string, first: string, last: string): string {
  const begin = text.indexOf(first)
  if (begin < 0) return ''
  const end = text.indexOf(last, begin)
  return text.slice(begin, end < 0 ? undefined : end)
}

const PIECE = 8192

/** Each byte is one character. */
function textOf(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE))
  return text
}
