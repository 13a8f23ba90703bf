// The vectors of transparency-dev/merkle, kept outside the project; without them there is nothing to run.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Digest, verifyConsistency, verifyInclusion } from '#domain/record-log/merkle.ts'

const FOLDER = join(import.meta.dirname, '../../../../shared/data/vectors/merkle')
const digest: Digest = (bytes) => createHash('sha256').update(bytes).digest()

type Vector = Readonly<Record<string, unknown>> & { readonly wantErr: boolean; readonly proof: string[] | null }

function vectorsOf(kind: string): { path: string; vector: Vector }[] {
  const folder = join(FOLDER, kind)
  const paths = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.json'))
  return paths.sort().map((path) => ({ path, vector: parse(readFileSync(join(folder, path), 'utf8')) }))
}

/** Sizes go up to 2^64 - 1, where JSON.parse would round. */
function parse(text: string): Vector {
  return JSON.parse(text.replaceAll(/("(?:size1|size2|leafIdx|treeSize)": )(\d+)/g, '$1"$2"')) as Vector
}

const bytes = (value: unknown): Uint8Array => new Uint8Array(Buffer.from(String(value ?? ''), 'base64'))
const size = (value: unknown): bigint => BigInt(String(value))

test.skipIf(!existsSync(FOLDER))('all 98 vectors of inclusion are judged as they should be', () => {
  const judged = vectorsOf('inclusion').map(({ path, vector }) => {
    const { leafIdx, treeSize, root, leafHash, proof, wantErr } = vector
    const claim = { leaf: bytes(leafHash), index: size(leafIdx), size: size(treeSize), root: bytes(root) }
    return { path, wantErr, accepted: verifyInclusion({ digest, ...claim, proof: (proof ?? []).map(bytes) }) }
  })
  expect(judged.filter(({ accepted, wantErr }) => accepted === wantErr)).toEqual([])
  expect([judged.length, judged.filter(({ wantErr }) => !wantErr).length]).toEqual([98, 6])
})

test.skipIf(!existsSync(FOLDER))('all 98 vectors of consistency are judged as they should be', () => {
  const judged = vectorsOf('consistency').map(({ path, vector }) => {
    const { size1, size2, root1, root2, proof, wantErr } = vector
    const claim = { oldSize: size(size1), newSize: size(size2), oldRoot: bytes(root1), newRoot: bytes(root2) }
    return { path, wantErr, accepted: verifyConsistency({ digest, ...claim, proof: (proof ?? []).map(bytes) }) }
  })
  expect(judged.filter(({ accepted, wantErr }) => accepted === wantErr)).toEqual([])
  expect([judged.length, judged.filter(({ wantErr }) => !wantErr).length]).toEqual([98, 6])
})
