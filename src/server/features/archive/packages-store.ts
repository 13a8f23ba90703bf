import type { Inventory } from '#domain/archive/inventory.ts'
import type { Listed } from '#domain/archive/package-files.ts'
import type { VolumeRecord } from '#domain/archive/volume.ts'
import type { Queryable, Tx } from '#server/db/database.ts'
import { EPOCH } from '#server/record-log/epoch.ts'
import type { FixedHead } from '#server/record-log/receipt-of.ts'

export type PackageRow = {
  readonly id: string
  readonly caseId: string
  readonly part: number
  readonly inventory: string
  readonly eventSeq: number
  readonly state: 'waiting' | 'built' | 'failed'
  readonly sealedAt: string
  /** Once chosen; packages from before witnesses have only its size, and the log knows its text. */
  readonly checkpoint: FixedHead | null
}

/** Where the bytes of a file of a package lie in the store. */
export type PlacedFile = Listed & { readonly blobSha256: string; readonly blobAt: number }

export async function findPackage(db: Queryable, id: string): Promise<PackageRow | undefined> {
  const { rows } = await db.query<PackageRow>({
    name: 'package-read',
    text: `SELECT p.id, d.case_id AS "caseId", p.part, p.inventory, p.event_seq AS "eventSeq", b.state,
        p.sealed_at AS "sealedAt", CASE WHEN b.checkpoint_size IS NOT NULL THEN json_build_object('size', b.checkpoint_size,
          'note', coalesce(b.checkpoint_note, (SELECT c.note FROM app.log_checkpoints c
            WHERE c.epoch = ${EPOCH} AND c.size = b.checkpoint_size))) END AS checkpoint
      FROM app.dossier_packages p JOIN app.dossiers d ON d.id = p.dossier_id JOIN app.package_builds b ON b.package_id = p.id
      WHERE p.id = $1`,
    values: [id],
  })
  return rows[0]
}

/** The text was written by `inventoryText`, so its shape is known. */
export const inventoryOf = ({ inventory }: Pick<PackageRow, 'inventory'>): Inventory =>
  JSON.parse(inventory) as Inventory

/** The checkpoint is chosen once: whoever builds the package again draws the same receipts. */
export async function fixCheckpoint(db: Queryable, id: string, { size, note }: FixedHead): Promise<FixedHead> {
  const { rows } = await db.query<FixedHead>({
    name: 'package-checkpoint',
    text: `UPDATE app.package_builds SET checkpoint_note = CASE WHEN checkpoint_size IS NULL THEN $3 ELSE checkpoint_note END,
        checkpoint_size = coalesce(checkpoint_size, $2) WHERE package_id = $1
      RETURNING checkpoint_size AS size, coalesce(checkpoint_note, $3) AS note`,
    values: [id, size, note],
  })
  return rows[0] ?? { size, note }
}

export async function failPackage(db: Queryable, id: string, sentence: string): Promise<void> {
  await db.query({
    name: 'package-failed',
    text: `UPDATE app.package_builds SET state = 'failed', sentence = $2 WHERE package_id = $1 AND state <> 'built'`,
    values: [id, sentence],
  })
}

/** Lists the files and marks the package as built, together; a second builder changes nothing. */
export async function keepBuilt(
  tx: Tx,
  id: string,
  built: {
    readonly files: readonly PlacedFile[]
    readonly volume: VolumeRecord
    readonly bagSha256: string
    readonly at: Date
  },
): Promise<void> {
  await tx.query({
    name: 'package-files',
    text: `INSERT INTO app.package_files (package_id, path, sha256, sm3, size, blob_sha256, blob_at)
      SELECT $1, f.path, f.sha256, f.sm3, f.size, f."blobSha256", f."blobAt"
      FROM jsonb_to_recordset($2) AS f(path text, sha256 text, sm3 text, size bigint, "blobSha256" text, "blobAt" bigint)
      ON CONFLICT DO NOTHING`,
    values: [id, JSON.stringify(built.files)],
  })
  if (!('missing' in built.volume)) await keepVolume(tx, id, built.volume)
  await tx.query({
    name: 'package-built',
    text: `UPDATE app.package_builds SET state = 'built', sentence = NULL, bag_sha256 = $2, built_at = $3
      WHERE package_id = $1 AND state <> 'built'`,
    values: [id, built.bagSha256, built.at],
  })
}

async function keepVolume(tx: Tx, id: string, volume: Extract<VolumeRecord, { file: unknown }>): Promise<void> {
  const { file, frontPages, numberedPages } = volume
  await tx.query({
    name: 'package-volume',
    text: `INSERT INTO app.package_volumes (package_id, sha256, size, front_pages, numbered_pages) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT DO NOTHING`,
    values: [id, file.sha256, file.size, frontPages, numberedPages],
  })
}

/** In the order in which they are packed: what is needed to judge the rest comes first. */
export async function readPackageFiles(db: Queryable, id: string): Promise<readonly PlacedFile[]> {
  const { rows } = await db.query<PlacedFile>({
    name: 'package-files-read',
    text: `SELECT path, sha256, sm3, size, blob_sha256 AS "blobSha256", blob_at AS "blobAt" FROM app.package_files
      WHERE package_id = $1 ORDER BY path LIKE 'data/%', path`,
    values: [id],
  })
  return rows
}
