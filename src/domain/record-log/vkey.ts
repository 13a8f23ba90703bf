import { base64, parseBase64 } from './base64.ts'
import { concatBytes, equalBytes, hex, parseHex, utf8 } from './bytes.ts'
import type { Digest } from './merkle.ts'

/** A public key by which notes are verified: name, four bytes of key id, 32 bytes of Ed25519. */
export type Vkey = { readonly name: string; readonly keyId: Uint8Array; readonly publicKey: Uint8Array }

/** Signature type of Ed25519 (C2SP signed-note, "Signature types"); others are not taken. */
const ED25519 = Uint8Array.of(0x01)
const KEY_LENGTH = 32

/** The key under its name, with its id: the first four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ key) (C2SP signed-note, "Ed25519 signatures"). */
export function vkeyOf(digest: Digest, name: string, publicKey: Uint8Array): Vkey {
  if (!isKeyName(name)) throw new RangeError('a key name holds no space and no plus sign and is not empty')
  if (publicKey.length !== KEY_LENGTH) throw new RangeError('an Ed25519 public key has 32 bytes')
  return { name, keyId: digest(concatBytes(utf8(`${name}\n`), ED25519, publicKey)).slice(0, 4), publicKey }
}

/** One line `name+id+key`, as logs publish it. */
export const formatVkey = ({ name, keyId, publicKey }: Vkey): string =>
  `${name}+${hex(keyId)}+${base64(concatBytes(ED25519, publicKey))}`

/** The key of such a line; undefined unless its id belongs to name and key and its type is Ed25519. */
export function parseVkey(digest: Digest, line: string): Vkey | undefined {
  const [, name = '', id = '', encoded = ''] = /^([^+]{1,400})\+([0-9a-f]{8})\+([A-Za-z0-9+/=]{44})$/.exec(line) ?? []
  const bytes = parseBase64(encoded)
  if (!isKeyName(name) || bytes?.length !== KEY_LENGTH + 1 || bytes[0] !== ED25519[0]) return undefined
  const vkey = vkeyOf(digest, name, bytes.slice(1))
  const given = parseHex(id)
  return given && equalBytes(vkey.keyId, given) ? vkey : undefined
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a name stands in a note, which has none
const isKeyName = (name: string): boolean => /^[^\s+\u0000-\u001f]+$/u.test(name) && name.isWellFormed()
