import { listItems } from '#domain/archive/catalogue.ts'
import type { DossierItem, FileFacts } from '#domain/archive/dossier-item.ts'
import { dossierItems } from '#domain/archive/dossier-items.ts'
import type { FoundFile } from '#domain/archive/property-view.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { Context } from '#server/context.ts'
import { readSources } from './dossier-sources.ts'
import { lookIntoFile } from './look-into-file.ts'

type Row = { readonly state: CaseState; readonly version: number }

/** Reads every file of a dossier that waits in the archive, and keeps what was found; may be run again. */
export async function examineDossier(ctx: Context, dossierId: string): Promise<'examined' | 'gone on'> {
  const { rows } = await ctx.db.query<Row>({
    name: 'dossier-to-examine',
    text: `SELECT c.state, d.version FROM app.dossiers d JOIN app.cases c ON c.id = d.case_id
      WHERE d.id = $1 AND d.state = 'handed-over'`,
    values: [dossierId],
  })
  const [row] = rows
  if (!row) return 'gone on'
  const items = listItems(dossierItems(await readSources(ctx.db, row.state, ctx)), 'time')
  const found = await examineFiles(ctx.blobs, items)
  const { rowCount } = await ctx.db.query({
    name: 'dossier-examined',
    text: `UPDATE app.dossiers SET examination = $3, examined_at = $4 WHERE id = $1 AND version = $2 AND state = 'handed-over'`,
    values: [dossierId, row.version, JSON.stringify(found), ctx.clock.now()],
  })
  return rowCount === 1 ? 'examined' : 'gone on'
}

/** By SHA-256. Digests are computed in threads; nothing is held in memory. */
export async function examineFiles(
  blobs: Context['blobs'],
  items: readonly Pick<DossierItem, 'file'>[],
): Promise<Record<string, FoundFile>> {
  const found: Record<string, FoundFile> = {}
  for (const { file } of items) if (file && !found[file.sha256]) found[file.sha256] = await examineFile(blobs, file)
  return found
}

async function examineFile(blobs: Context['blobs'], file: FileFacts): Promise<FoundFile> {
  const soundness = await blobs.verify(file.sha256)
  if (soundness !== 'sound') return { soundness }
  return { soundness, ...(await lookIntoFile({ ...file, open: (range) => blobs.openRange(file.sha256, range) })) }
}
