import { base64, parseBase64 } from './base64.ts'
import { concatBytes, equalBytes, hex, parseHex, utf8 } from './bytes.ts'
import type { Digest } from './merkle.ts'

/** What a key signs with: Ed25519, a witness's timestamped Ed25519 (C2SP tlog-cosignature), or SM2 (GB/T 32918). */
export type KeyType = 'ed25519' | 'cosignature' | 'sm2'

/** A public key by which notes are verified: name, four bytes of key id, and the key's own bytes. */
export type Vkey = {
  readonly name: string
  readonly keyId: Uint8Array
  readonly publicKey: Uint8Array
  readonly type: KeyType
}

type Kind = { readonly type: KeyType; readonly prefix: Uint8Array; readonly length: number }

/** Signature types of C2SP signed-note; SM2 has none assigned and takes the private one with a name of its own. */
const KINDS: readonly Kind[] = [
  { type: 'ed25519', prefix: Uint8Array.of(0x01), length: 32 },
  { type: 'cosignature', prefix: Uint8Array.of(0x04), length: 32 },
  // The uncompressed point: 0x04 ‖ x ‖ y.
  { type: 'sm2', prefix: concatBytes(Uint8Array.of(0xff), utf8('sm2-with-sm3/v1')), length: 65 },
]

/** The key under its name, with its id: the first four bytes of SHA-256(name ‖ 0x0A ‖ type ‖ key) (C2SP signed-note, "Signatures"). */
export function vkeyOf(digest: Digest, name: string, publicKey: Uint8Array, type: KeyType = 'ed25519'): Vkey {
  const kind = KINDS.find((known) => known.type === type)
  if (!isKeyName(name)) throw new RangeError('a key name holds no space and no plus sign and is not empty')
  if (publicKey.length !== kind?.length) throw new RangeError(`a public key of ${type} has ${kind?.length} bytes`)
  const keyId = digest(concatBytes(utf8(`${name}\n`), kind.prefix, publicKey)).slice(0, 4)
  return { name, keyId, publicKey, type }
}

/** One line `name+id+key`, as logs and witnesses publish it. */
export function formatVkey({ name, keyId, publicKey, type }: Vkey): string {
  const prefix = KINDS.find((known) => known.type === type)?.prefix ?? new Uint8Array()
  return `${name}+${hex(keyId)}+${base64(concatBytes(prefix, publicKey))}`
}

/** The key of such a line; undefined unless its id belongs to name and key and it is of one of these types. */
export function parseVkey(digest: Digest, line: string, types: readonly KeyType[] = ['ed25519']): Vkey | undefined {
  const [, name = '', id = '', encoded = ''] =
    /^([^+]{1,400})\+([0-9a-f]{8})\+([A-Za-z0-9+/=]{44,200})$/.exec(line) ?? []
  const bytes = parseBase64(encoded)
  const kind = bytes && KINDS.find((known) => types.includes(known.type) && isOf(known, bytes))
  if (!isKeyName(name) || !kind) return undefined
  const vkey = vkeyOf(digest, name, bytes.slice(kind.prefix.length), kind.type)
  const given = parseHex(id)
  return given && equalBytes(vkey.keyId, given) ? vkey : undefined
}

const isOf = ({ prefix, length }: Kind, bytes: Uint8Array): boolean =>
  bytes.length === prefix.length + length && equalBytes(bytes.subarray(0, prefix.length), prefix)

/** Types of which a log's own signature may be. */
export const LOG_KEYS: readonly KeyType[] = ['ed25519', 'sm2']

// biome-ignore lint/suspicious/noControlCharactersInRegex: a name stands in a note, which has none
const isKeyName = (name: string): boolean => /^[^\s+\u0000-\u001f]+$/u.test(name) && name.isWellFormed()
