import type { Recipe } from '#domain/recording/recipe.ts'
import { insertBlob, type NewBlob } from '#server/blobs/blob-rows.ts'
import type { Context } from '#server/context.ts'
import { followRecipe, hasMediaPrograms, type Parent, storeDerived } from '#server/features/renditions/index.ts'
import { auditStatement } from '#server/http/idempotency.ts'
import { newId } from '#server/ids.ts'
import { settleDerivative } from './derivatives-store.ts'

/** Of a recording, or of a photograph that was uploaded as evidence. */
type Asked = Parent & { readonly subject: string; readonly agencyId: string; readonly recipe: Recipe }

/** Makes what was asked for from its parent, which is only read. What cannot be made says why and can be asked for again. */
export async function makeDerivative(
  ctx: Context,
  id: string,
  isAble: () => Promise<boolean> = hasMediaPrograms,
): Promise<'made' | 'failed' | 'known'> {
  const asked = await findAsked(ctx, id)
  if (!asked) return 'known'
  const keepFile = (path: string, mediaType: string) =>
    storeDerived(ctx.blobs, { path, mediaType, at: ctx.clock.now().toISOString() })
  const followed = await followRecipe(ctx, asked, asked.recipe, keepFile, isAble)
  if (followed.is === 'made') {
    await keep(ctx, id, asked, followed.made)
    return 'made'
  }
  const at = ctx.clock.now().toISOString()
  const { sentence } = followed
  await ctx.db.transaction((tx) => settleDerivative(tx, id, { state: 'failed', sentence, at }))
  return 'failed'
}

async function findAsked({ db }: Context, id: string): Promise<Asked | undefined> {
  const { rows } = await db.query<Asked>({
    name: 'derivative-asked-for',
    text: `SELECT CASE WHEN d.upload_id IS NULL THEN 'recording:' || r.id ELSE 'upload:' || d.upload_id END AS subject,
        coalesce(r.agency_id, c.agency_id) AS "agencyId", coalesce(r.medium, 'photo') AS medium, d.parent_sha256 AS sha256,
        b.media_type AS "mediaType", d.recipe, (n.probe ->> 'durationMs')::float8 AS "durationMs"
      FROM app.derivatives d JOIN app.blobs b ON b.sha256 = d.parent_sha256
      LEFT JOIN app.recordings r ON r.id = d.recording_id LEFT JOIN app.renditions n ON n.sha256 = r.sha256
      LEFT JOIN app.uploads u ON u.id = d.upload_id LEFT JOIN app.cases c ON c.id = u.case_id
      WHERE d.id = $1 AND d.state = 'waiting'`,
    values: [id],
  })
  return rows[0]
}

/** Bytes first, then the row that names them: what the row names is there. */
async function keep(ctx: Context, id: string, asked: Asked, made: NewBlob): Promise<void> {
  const { sha256, at } = made
  await ctx.db.transaction(async (tx) => {
    await tx.query(insertBlob(made))
    if (!(await settleDerivative(tx, id, { state: 'ready', sha256, at }))) return
    const detail = JSON.stringify({ derivative: id, sha256, parent: asked.sha256, by: 'rule' })
    const { subject, agencyId } = asked
    const entry = { name: 'recording-derived', actorId: null, agencyId, subject, detail, address: null }
    await tx.query(auditStatement({ id: newId(), at, ...entry }))
  })
}
