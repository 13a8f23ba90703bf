import { equalBytes } from '#domain/record-log/bytes.ts'
import { entryOf, type Leaf, parseEntry, saltedDigest } from '#domain/record-log/leaf-entry.ts'
import { leafHash } from '#domain/record-log/merkle.ts'
import { sha256 } from './ed25519.ts'
import type { Expected } from './scrub-content.ts'
import { finding, type Tell } from './scrub-finding.ts'
import type { LeafPart, ScrubRow } from './scrub-rows.ts'
import type { Block } from './scrub-tiles.ts'

/** The leaf as its row has it; undefined when the row is gone. */
export function leafOf({ kind, subject, salt, digest }: LeafPart): Leaf | undefined {
  return kind !== null && subject !== null && salt && digest ? { kind, subject, salt, digest } : undefined
}

const hashOfLeaf = (leaf: Leaf): Uint8Array => leafHash(sha256, entryOf(sha256, leaf))

/**
 * The hash that stands at one number of the log: what the signed tile says; where the signature does not vouch for the
 * tile, what most of leaf, entry row, bundle and tile say.
 */
export function rightHash(row: ScrubRow | undefined, block: Block, nth: number): Uint8Array | undefined {
  const inTile = block.hashes?.[nth]
  if (block.isSigned && inTile) return inTile
  const entry = block.entries?.[nth]
  const leaf = row && leafOf(row)
  const said = [inTile, row?.entryHash, entry && leafHash(sha256, entry), leaf && hashOfLeaf(leaf)]
  return mostSaid(said.filter((hash) => hash !== undefined))
}

function mostSaid(hashes: readonly Uint8Array[]): Uint8Array | undefined {
  const votes = (hash: Uint8Array) => hashes.filter((other) => equalBytes(other, hash)).length
  return hashes.toSorted((a, b) => votes(b) - votes(a))[0]
}

export type Right = {
  /** The hash that was signed. */
  readonly right: Uint8Array
  readonly signed: Uint8Array | undefined
  /** Whether a decision says that the leaf did not come back with an old backup. */
  readonly isLost: boolean
}

/** Names leaf and entry row where they are not what was signed; answers what the content is to be compared with. */
export function compareRow(row: ScrubRow, { right, signed, isLost }: Right, tell: Tell) {
  if (!equalBytes(row.entryHash, right)) {
    tell(finding('entry', String(row.index), '散列与签名的不符，log_entries 的这一行已被改动'))
  }
  const leaf = leafOf(row)
  if (!leaf && row.leafId === null && isLost) return undefined
  if (!leaf) {
    tell(finding('leaf', String(row.leafId ?? ''), `序号 ${row.index} 的叶已不在库中`))
    return undefined
  }
  if (equalBytes(hashOfLeaf(leaf), right)) return leaf
  tell(finding('leaf', `${row.leafId}（${leaf.subject}）`, `与序号 ${row.index} 签名的条目不符，已被改动或者调换`))
  return signed && equalBytes(leafHash(sha256, signed), right) ? loggedDigest(leaf, signed) : undefined
}

/** Of a changed leaf whose salt is still the logged one, the content can be compared with the published entry. */
function loggedDigest({ salt, subject }: Leaf, signed: Uint8Array): Expected | undefined {
  const entry = parseEntry(signed)
  const isLogged = entry && equalBytes(saltedDigest(sha256, salt, Buffer.from(subject)), entry.subject)
  return isLogged ? { salt, digest: entry.digest } : undefined
}
