/** A fresh 128-bit key for one submission; `crypto.randomUUID` is missing on plain http addresses of an office network. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
