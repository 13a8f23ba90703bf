import type { Tx } from '#server/db/database.ts'
import { enqueue } from '#server/jobs/enqueue.ts'

/** Asks for what is shown of an original, once for all who hold it. */
export async function awaitRendition(tx: Tx, sha256: string): Promise<void> {
  const { rowCount } = await tx.query({
    name: 'await-rendition',
    text: `INSERT INTO app.renditions (sha256, state) VALUES ($1, 'waiting') ON CONFLICT (sha256) DO NOTHING`,
    values: [sha256],
  })
  if (rowCount === 1) await enqueue(tx, 'make-rendition', { sha256 }, { key: `make-rendition:${sha256}` })
}
