export type TarEntry = { readonly path: string; readonly size: number }

const BLOCK = 512
/** Eleven octal digits. */
const SIZE_LIMIT = 8 ** 11

/** The header of a file (POSIX ustar), after an extended one (pax) where its name or size does not fit. */
export function tarHead(entry: TarEntry, modifiedAt: Date): Buffer {
  const records = [
    ...(isPlain(entry.path) ? [] : [paxRecord('path', entry.path)]),
    ...(entry.size < SIZE_LIMIT ? [] : [paxRecord('size', String(entry.size))]),
  ]
  const own = header({ name: isPlain(entry.path) ? entry.path : 'file', size: entry.size, type: '0', modifiedAt })
  if (records.length === 0) return own
  const extended = Buffer.concat(records)
  const head = header({ name: 'pax', size: extended.length, type: 'x', modifiedAt })
  return Buffer.concat([head, extended, tarPadding(extended.length), own])
}

export const tarPadding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK)

export const tarEnd = (): Buffer => Buffer.alloc(2 * BLOCK)

/** Bytes of the whole tar, known before the first file is read. */
export function tarSize(entries: readonly TarEntry[], modifiedAt: Date): number {
  const parts = entries.map((entry) => tarHead(entry, modifiedAt).length + entry.size + tarPadding(entry.size).length)
  return parts.reduce((sum, part) => sum + part, tarEnd().length)
}

const isPlain = (path: string): boolean => /^[\x20-\x7e]{1,100}$/.test(path)

/** `<length> <key>=<value>\n`, where the length counts itself. */
function paxRecord(key: string, value: string): Buffer {
  const rest = Buffer.byteLength(` ${key}=${value}\n`)
  let length = rest + 1
  while (length !== rest + String(length).length) length = rest + String(length).length
  return Buffer.from(`${length} ${key}=${value}\n`)
}

type Header = { readonly name: string; readonly size: number; readonly type: '0' | 'x'; readonly modifiedAt: Date }

function header({ name, size, type, modifiedAt }: Header): Buffer {
  const block = Buffer.alloc(BLOCK)
  const put = (text: string, at: number) => block.write(text, at, 'latin1')
  put(name, 0)
  put('0000644\0', 100)
  put('0000000\0', 108)
  put('0000000\0', 116)
  put(`${octal(size % SIZE_LIMIT, 11)}\0`, 124)
  put(`${octal(Math.floor(modifiedAt.getTime() / 1000), 11)}\0`, 136)
  put(' '.repeat(8), 148)
  put(type, 156)
  put('ustar\x0000', 257)
  const sum = block.reduce((total, byte) => total + byte, 0)
  put(`${octal(sum, 6)}\0 `, 148)
  return block
}

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0')
