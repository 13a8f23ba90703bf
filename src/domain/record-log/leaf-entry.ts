import { concatBytes, equalBytes, hex, parseHex, parseUtf8, utf8 } from './bytes.ts'
import { type Digest, HASH_LENGTH } from './merkle.ts'

/**
 * In what a leaf's content consists is written where each is made: event, sealed file, digest record of a recording, decision of an
 * operator, publication, what a recording is played from, a witness's refusal.
 */
export const LEAF_KINDS = [
  'event',
  'document',
  'recording',
  'reconciliation',
  'disclosure',
  'rendition',
  'refusal',
] as const
export type LeafKind = (typeof LEAF_KINDS)[number]

/** What the office keeps of a leaf; only its holder knows salt and subject. */
export type Leaf = {
  readonly kind: LeafKind
  /** What was recorded, such as `event:<case>:<seq>`, `document:<id>` or `recording:<id>`. */
  readonly subject: string
  readonly salt: Uint8Array
  /** `saltedDigest` of the content. */
  readonly digest: Uint8Array
}

/** What the log publishes: both digests are salted, so the entry tells neither what was recorded nor of whom. */
export type LeafEntry = { readonly kind: LeafKind; readonly digest: Uint8Array; readonly subject: Uint8Array }

export const SALT_LENGTH = 16

/** SHA-256(salt ‖ content); throws a RangeError unless the salt has 16 bytes, which keeps salt and content apart. */
export function saltedDigest(digest: Digest, salt: Uint8Array, content: Uint8Array): Uint8Array {
  if (salt.length !== SALT_LENGTH) throw new RangeError(`a salt has ${SALT_LENGTH} bytes, not ${salt.length}`)
  return digest(concatBytes(salt, content))
}

/** Bytes of the log entry of a leaf: the salted subject is in it, so that salt and subject of a receipt are proved as well. */
export function entryOf(digest: Digest, leaf: Leaf): Uint8Array {
  const subject = saltedDigest(digest, leaf.salt, utf8(leaf.subject))
  return formatEntry({ kind: leaf.kind, digest: leaf.digest, subject })
}

/** Canonical JSON (RFC 8785), written out: a log has millions of entries. */
function formatEntry({ kind, digest, subject }: LeafEntry): Uint8Array {
  return utf8(`{"digest":"${hex(digest)}","kind":"${kind}","subject":"${hex(subject)}","v":1}`)
}

const ENTRY =
  /^\{"digest":"([0-9a-f]{64})","kind":"(event|document|recording|reconciliation|disclosure|rendition|refusal)","subject":"([0-9a-f]{64})","v":1\}$/

/** The entry of those bytes; undefined unless `entryOf` could have written exactly them. */
export function parseEntry(bytes: Uint8Array): LeafEntry | undefined {
  if (bytes.length > 1_000) return undefined
  const [, digestHex = '', kind, subjectHex = ''] = ENTRY.exec(parseUtf8(bytes) ?? '') ?? []
  const [digest, subject] = [parseHex(digestHex), parseHex(subjectHex)]
  if (digest?.length !== HASH_LENGTH || !subject) return undefined
  const entry: LeafEntry = { kind: kind as LeafKind, digest, subject }
  return equalBytes(formatEntry(entry), bytes) ? entry : undefined
}
