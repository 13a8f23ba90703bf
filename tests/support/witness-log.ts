import { generateKeyPairSync, sign } from 'node:crypto'
import { formatAddCheckpoint } from '#domain/record-log/add-checkpoint.ts'
import { formatCheckpoint } from '#domain/record-log/checkpoint.ts'
import { leafHash } from '#domain/record-log/merkle.ts'
import { signNote } from '#domain/record-log/signed-note.ts'
import { appendLeaf, EMPTY_FRONTIER, proveConsistency, rootOf } from '#domain/record-log/tree.ts'
import { type Vkey, vkeyOf } from '#domain/record-log/vkey.ts'
import { sha256 } from '#server/record-log/ed25519.ts'

/** A log in memory that can grow, fork and lie, for who tests a witness. */
export type MemoryLog = {
  readonly vkey: Vkey
  /** The signed checkpoint at that size; another `branch` is another history from leaf 1 on. */
  note(size: number, branch?: string): string
  /** The request that proves growth from the old size, honest unless changed. */
  request(oldSize: number, size: number, branch?: string): Promise<string>
}

export function memoryLog(origin: string): MemoryLog {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const vkey = vkeyOf(sha256, origin, publicKey.export({ type: 'spki', format: 'der' }).subarray(-32))
  const note = (size: number, branch = 'main') => {
    const text = formatCheckpoint({ origin, size: BigInt(size), root: rootAt(0, size, branch) })
    return signNote(text, vkey, (message) => sign(null, message, privateKey))
  }
  const request = async (oldSize: number, size: number, branch = 'main') => {
    const hashAt = (level: number, index: bigint) =>
      rootAt(Number(index) << level, (Number(index) + 1) << level, branch)
    const isGrown = oldSize > 0 && oldSize < size
    const sizes = { oldSize: BigInt(oldSize), newSize: BigInt(size) }
    const proof = isGrown ? await proveConsistency({ digest: sha256, hashAt, ...sizes }) : []
    return formatAddCheckpoint({ oldSize: BigInt(oldSize), proof, note: note(size, branch) })
  }
  return { vkey, note, request }
}

function rootAt(from: number, below: number, branch: string): Uint8Array {
  const leaves = Array.from({ length: below - from }, (_, nth) => {
    const index = from + nth
    return leafHash(sha256, Buffer.from(index === 0 ? 'first' : `${branch} ${index}`))
  })
  return rootOf(
    sha256,
    leaves.reduce((tree, leaf) => appendLeaf(sha256, tree, leaf), EMPTY_FRONTIER),
  )
}
