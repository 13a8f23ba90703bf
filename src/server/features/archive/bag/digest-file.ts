import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { BagAlgorithm } from '#domain/bagit/manifest.ts'

/** Digests of a file in one reading, a piece at a time whatever its size. Rejects when it cannot be read. */
export async function digestFile(
  path: string,
  algorithms: readonly BagAlgorithm[],
): Promise<Partial<Record<BagAlgorithm, string>>> {
  const hashes = algorithms.map((algorithm) => ({ algorithm, hash: createHash(algorithm) }))
  for await (const piece of createReadStream(path)) for (const { hash } of hashes) hash.update(piece as Buffer)
  return Object.fromEntries(hashes.map(({ algorithm, hash }) => [algorithm, hash.digest('hex')]))
}
