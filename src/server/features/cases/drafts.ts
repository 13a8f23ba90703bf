import type { z } from 'zod'
import type { DraftAnswer, DraftInput } from '#contract/cases.ts'
import type { Queryable } from '#server/db/database.ts'
import { groundToWork } from '#server/features/access/index.ts'
import { type Refused, stale } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'

export type DraftKey = { readonly id: string; readonly run: string; readonly action: string }
type Draft = z.output<typeof DraftAnswer>
const NOTHING: Draft = { version: 0, input: null, savedAt: null, savedBy: null }

/** What was typed into this form and not submitted; version 0 when nothing was saved. */
export async function readDraft(ctx: RequestContext, key: DraftKey): Promise<Draft | Refused> {
  const refusal = await groundToWork(ctx, key.id)
  if (refusal) return refusal
  return (await findDraft(ctx.db, key)) ?? NOTHING
}

/** Saves what is being typed; a draft that somebody else saved meanwhile is answered, never overwritten. */
export async function saveDraft(
  ctx: RequestContext,
  key: DraftKey,
  input: z.output<typeof DraftInput>,
): Promise<Draft | Refused> {
  const refusal = await groundToWork(ctx, key.id)
  if (refusal) return refusal
  ctx.audit({ subject: `case:${key.id}`, detail: { action: key.action } })
  return idempotent(ctx, async (tx) => {
    const saved = await writeDraft(tx, ctx, key, input)
    if (saved) return saved
    const current = (await findDraft(tx, key)) ?? NOTHING
    return stale({ version: current.version, values: current })
  })
}

async function writeDraft(tx: Queryable, ctx: RequestContext, key: DraftKey, draft: z.output<typeof DraftInput>) {
  const at = ctx.clock.now().toISOString()
  const { rows } = await tx.query<{ version: number }>({
    name: 'draft-save',
    text: `INSERT INTO app.drafts AS d (case_id, run_id, action, version, input, saved_by, saved_at)
      SELECT $1, $2, $3, 1, $5, $6, $7 WHERE $4 = 0 OR EXISTS (
        SELECT FROM app.drafts WHERE case_id = $1 AND run_id = $2 AND action = $3 AND version = $4)
      ON CONFLICT (case_id, run_id, action) DO UPDATE
        SET version = d.version + 1, input = EXCLUDED.input, saved_by = EXCLUDED.saved_by, saved_at = EXCLUDED.saved_at
        WHERE d.version = $4
      RETURNING version`,
    values: [key.id, key.run, key.action, ctx.ifMatch, JSON.stringify(draft.input), ctx.actor.personId, at],
  })
  const version = rows[0]?.version
  return version === undefined ? undefined : { version, input: draft.input, savedAt: at, savedBy: ctx.actor.name }
}

async function findDraft(db: Queryable, { id, run, action }: DraftKey): Promise<Draft | undefined> {
  const { rows } = await db.query<Draft>({
    name: 'draft-read',
    text: `SELECT d.version, d.input, d.saved_at AS "savedAt", p.name AS "savedBy"
      FROM app.drafts d JOIN app.people p ON p.id = d.saved_by
      WHERE d.case_id = $1 AND d.run_id = $2 AND d.action = $3`,
    values: [id, run, action],
  })
  return rows[0]
}
