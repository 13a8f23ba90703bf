import { insertBlob, type NewBlob } from '#server/blobs/blob-rows.ts'
import type { Database, Queryable } from '#server/db/database.ts'
import { keepRenditionLeaf } from '#server/record-log/rendition-leaf.ts'
import type { Probe } from './read-source.ts'

export type Made = {
  readonly state: 'ready' | 'failed' | 'skipped'
  readonly sentence: string | null
  readonly probe: Partial<Probe>
  readonly poster?: NewBlob | undefined
  readonly strip?: NewBlob | undefined
  /** The digest of the original where browsers play it as it is. */
  readonly web?: NewBlob | string | undefined
  readonly peaks?: readonly number[] | undefined
}

/** The media type of an original that still waits for its rendition; undefined when there is nothing to do. */
export async function findWaiting(db: Queryable, sha256: string): Promise<string | undefined> {
  const { rows } = await db.query<{ mediaType: string }>({
    name: 'waiting-rendition',
    text: `SELECT b.media_type AS "mediaType" FROM app.renditions n JOIN app.blobs b ON b.sha256 = n.sha256
      WHERE n.sha256 = $1 AND n.state IN ('waiting', 'skipped')`,
    values: [sha256],
  })
  return rows[0]?.mediaType
}

/** Writes what was made, its files, the row and its leaf in one transaction; that nothing could be made is written once, however often it is tried. */
export async function keepRendition(db: Database, sha256: string, made: Made, at: string): Promise<void> {
  await db.transaction(async (tx) => {
    for (const blob of [made.poster, made.strip, made.web])
      if (typeof blob === 'object') await tx.query(insertBlob(blob))
    const { rowCount } = await tx.query({
      name: 'keep-rendition',
      text: `UPDATE app.renditions SET state = $2, sentence = $3, probe = $4, poster_sha256 = $5, strip_sha256 = $6,
          web_sha256 = $7, waveform = $8, made_at = $9, version = version + 1
        WHERE sha256 = $1 AND NOT (state = 'skipped' AND $2 = 'skipped' AND sentence IS NOT DISTINCT FROM $3)`,
      values: [sha256, ...valuesOf(made), at],
    })
    if (rowCount > 0) await keepRenditionLeaf(tx, sha256)
  })
}

const valuesOf = ({ state, sentence, probe, poster, strip, web, peaks }: Made): readonly unknown[] => [
  ...[state, sentence, JSON.stringify(probe), digestOf(poster), digestOf(strip), digestOf(web)],
  peaks ? JSON.stringify(peaks) : null,
]

const digestOf = (made: NewBlob | string | undefined): string | null =>
  typeof made === 'string' ? made : (made?.sha256 ?? null)

/** Originals whose rendition a crash or a missing program has left undone. */
export async function listUndone(db: Queryable): Promise<readonly string[]> {
  const { rows } = await db.query<{ sha256: string }>({
    text: `SELECT sha256 FROM app.renditions WHERE state IN ('waiting', 'skipped') ORDER BY sha256`,
  })
  return rows.map(({ sha256 }) => sha256)
}
