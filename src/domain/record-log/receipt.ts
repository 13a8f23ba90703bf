import { hex, parseHex, parseUtf8, utf8 } from './bytes.ts'
import { canonicalJson } from './canonical-json.ts'
import { LEAF_KINDS, type Leaf, type LeafKind, SALT_LENGTH } from './leaf-entry.ts'
import { HASH_LENGTH } from './merkle.ts'
import { formatProof, PROOF_LIMIT, type Proof, parseProof } from './proof.ts'

/** The proof of one leaf for the holder of its content: a tlog-proof whose extra line carries the leaf. */
export type Receipt = { readonly leaf: Leaf } & Pick<Proof, 'index' | 'hashes' | 'checkpoint'>

/** The text of a `.tlog-proof` file. */
export function formatReceipt({ leaf, ...proof }: Receipt): string {
  return formatProof({ ...proof, extra: utf8(extraOf(leaf)) })
}

function extraOf({ kind, subject, salt, digest }: Leaf): string {
  return canonicalJson({ v: 1, kind, subject, salt: hex(salt), digest: hex(digest) })
}

/** The text of a receipt's file; empty, which is no receipt, when the bytes are no UTF-8 or too many. */
export const receiptText = (bytes: Uint8Array): string => (bytes.length > PROOF_LIMIT ? '' : (parseUtf8(bytes) ?? ''))

/** The receipt of a text, nothing of it verified yet; undefined unless `formatReceipt` could have written exactly that text. */
export function parseReceipt(text: string): Receipt | undefined {
  const proof = parseProof(text)
  const extra = proof?.extra && parseUtf8(proof.extra)
  const leaf = extra === undefined ? undefined : parseLeaf(extra)
  if (!proof || !leaf) return undefined
  const { index, hashes, checkpoint } = proof
  return { leaf, index, hashes, checkpoint }
}

function parseLeaf(extra: string): Leaf | undefined {
  const { kind, subject, salt, digest } = parseObject(extra)
  if (!isKind(kind) || typeof subject !== 'string' || !subject.isWellFormed()) return undefined
  const [saltBytes, digestBytes] = [salt, digest].map((value) =>
    typeof value === 'string' ? parseHex(value) : undefined,
  )
  if (saltBytes?.length !== SALT_LENGTH || digestBytes?.length !== HASH_LENGTH) return undefined
  const leaf: Leaf = { kind, subject, salt: saltBytes, digest: digestBytes }
  return extraOf(leaf) === extra ? leaf : undefined
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

const isKind = (kind: unknown): kind is LeafKind => LEAF_KINDS.some((known) => known === kind)
