export function isKnownEncoding(encoding: string): boolean {
  try {
    return new TextDecoder(encoding) !== undefined
  } catch {
    return false
  }
}

/** Throws a TypeError when the bytes are not of that encoding. */
export function decodeText(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(withByteOrder(encoding, bytes), { fatal: true }).decode(bytes)
}

/** `UTF-16` alone is big-endian unless the mark at its beginning says otherwise; the platform reads it the other way. */
function withByteOrder(encoding: string, bytes: Uint8Array): string {
  if (encoding.toLowerCase() !== 'utf-16') return encoding
  return bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-16be'
}
