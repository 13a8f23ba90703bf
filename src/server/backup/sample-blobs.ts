import type { Context } from '../context.ts'
import { severalAtOnce } from './several-at-once.ts'

export type BlobSample = {
  readonly all: number
  readonly hashed: number
  /** Digests of rows whose file is not there or has another length. */
  readonly missing: readonly string[]
  readonly altered: readonly string[]
}

const LANES = 2

/** Looks whether every blob of the database is there in its length, and hashes so many of them, spread over all. */
export async function sampleBlobs({ db, blobs }: Pick<Context, 'db' | 'blobs'>, atMost: number): Promise<BlobSample> {
  const { rows } = await db.query<{ sha256: string; size: number }>({ text: UNDER_NAME })
  const stride = Math.max(1, Math.ceil(rows.length / atMost))
  const [missing, altered]: [string[], string[]] = [[], []]
  let hashed = 0
  await severalAtOnce(LANES, rows.entries(), async ([nth, { sha256, size }]) => {
    if ((await blobs.stat(sha256))?.size !== size) return void missing.push(sha256)
    if (nth % stride !== 0) return
    hashed += 1
    if ((await blobs.verify(sha256)) !== 'sound') altered.push(sha256)
  })
  return { all: rows.length, hashed, missing, altered }
}

/** A file that is still in the folder of arriving uploads has a row already; it gets its name when its upload goes on. */
const UNDER_NAME = `SELECT b.sha256, b.size FROM app.blobs b
  WHERE NOT EXISTS (SELECT FROM app.uploads u WHERE u.sha256 = b.sha256 AND u.state = 'storing') ORDER BY b.sha256`
