import { createHash } from 'node:crypto'
import { canonicalJson } from '#domain/record-log/canonical-json.ts'
import type { Recipe } from '#domain/recording/recipe.ts'
import type { Tx } from '#server/db/database.ts'
import { enqueue } from '#server/jobs/enqueue.ts'

/** What it is made from: a recording, or a photograph that was uploaded as evidence. */
export type Original = { readonly recording: string } | { readonly upload: string }

export type NewDerivative = {
  readonly id: string
  readonly original: Original
  readonly parentSha256: string
  readonly parentId: string | null
  readonly recipe: Recipe
  readonly reason: string
  readonly by: string
  readonly at: string
}

/**
 * Asks for a derivative once: the same recipe of the same file is the one that was asked for already, and is tried again
 * only when it failed. Answers its id.
 */
export async function askForDerivative(tx: Tx, wanted: NewDerivative): Promise<string> {
  const { id, original, parentSha256, parentId, recipe, reason, by, at } = wanted
  const digest = createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(recipe))))
    .digest('hex')
  const { rows } = await tx.query<{ id: string }>({
    name: 'ask-for-derivative',
    text: `INSERT INTO app.derivatives AS d (id, recording_id, upload_id, parent_sha256, parent_id, kind, recipe,
        recipe_sha256, reason, made_by, asked_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      ON CONFLICT (original_id, parent_sha256, recipe_sha256) DO UPDATE
        SET state = 'waiting', sentence = NULL WHERE d.state = 'failed' RETURNING id`,
    values: [
      ...[id, 'recording' in original ? original.recording : null, 'upload' in original ? original.upload : null],
      ...[parentSha256, parentId, recipe.kind, JSON.stringify(recipe), digest, reason, by, at],
    ],
  })
  const derivativeId = rows[0]?.id ?? (await findSame(tx, wanted, digest))
  await enqueue(tx, 'make-derivative', { derivativeId }, { key: `make-derivative:${derivativeId}` })
  return derivativeId
}

async function findSame(tx: Tx, { original, parentSha256 }: NewDerivative, digest: string): Promise<string> {
  const { rows } = await tx.query<{ id: string }>({
    name: 'find-same-derivative',
    text: `SELECT id FROM app.derivatives WHERE original_id = $1 AND parent_sha256 = $2 AND recipe_sha256 = $3`,
    values: ['recording' in original ? original.recording : original.upload, parentSha256, digest],
  })
  const [row] = rows
  if (!row) throw new Error('a derivative that is there already was not found')
  return row.id
}

export type Outcome =
  | { readonly state: 'ready'; readonly sha256: string; readonly at: string }
  | { readonly state: 'failed'; readonly sentence: string; readonly at: string }

/** What became of a derivative; one that is made already stays as it is. */
export async function settleDerivative(tx: Tx, id: string, outcome: Outcome): Promise<boolean> {
  const [sentence, sha256] = outcome.state === 'ready' ? [null, outcome.sha256] : [outcome.sentence, null]
  const { rowCount } = await tx.query({
    name: 'settle-derivative',
    text: `UPDATE app.derivatives SET state = $2, sentence = $3, result_sha256 = $4, made_at = $5
      WHERE id = $1 AND state = 'waiting'`,
    values: [id, outcome.state, sentence, sha256, outcome.at],
  })
  return rowCount === 1
}
