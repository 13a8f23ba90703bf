import type { NotPublished } from '#domain/disclosure/refuse-publication.ts'
import type { Tx } from '#server/db/database.ts'

/** Notes why a decision is not public yet; one that may never be is withheld. */
export async function noteObstacle(tx: Tx, id: string, { when, reason, basis }: NotPublished): Promise<void> {
  await tx.query({
    name: 'note-disclosure-obstacle',
    text: `UPDATE app.disclosures SET reason = $2, basis = $3, state = $4, version = version + $5 WHERE id = $1`,
    values: [id, reason, basis, when === 'never' ? 'withheld' : 'due', when === 'never' ? 1 : 0],
  })
}

/** What the draft hid by hand stays hidden when the decision is released again. */
const KEEP_HIDDEN = `hidden_by_hand = hidden_by_hand ||
        ARRAY(SELECT jsonb_array_elements_text(COALESCE(draft -> 'input' -> 'byHand', '[]')))`

export type Change = {
  readonly id: string
  readonly agencyId: string
  readonly version: number
  /** Any of these. */
  readonly from: readonly ('due' | 'prepared' | 'withheld')[]
  readonly to: 'due' | 'withheld'
  readonly reason: string | null
  readonly ground: string | null
  readonly basis: string | null
  readonly personId: string
}

/** Moves between waiting and withheld, a draft falls away, when state and version are as the caller saw them; false otherwise. */
export async function changeState(tx: Tx, change: Change): Promise<boolean> {
  const { id, agencyId, version, from, to, reason, ground, basis, personId } = change
  const { rowCount } = await tx.query({
    name: 'change-disclosure-state',
    text: `UPDATE app.disclosures SET state = $5, reason = $6, basis = $9, ground = $8, decided_by = $7, ${KEEP_HIDDEN}, draft = NULL,
        prepared_by = NULL, prepared_at = NULL, version = version + 1
      WHERE id = $1 AND agency_id = $2 AND version = $3 AND state = ANY ($4)`,
    values: [id, agencyId, version, from, to, reason, personId, ground, basis],
  })
  return rowCount === 1
}

/** Keeps a draft for the second person; of what is public it is a correction, and what is public stays meanwhile. */
export async function keepDraft(tx: Tx, id: string, kept: { draft: unknown; by: string; at: string }): Promise<void> {
  await tx.query({
    name: 'keep-disclosure-draft',
    text: `UPDATE app.disclosures SET draft = $2, prepared_by = $3, prepared_at = $4, version = version + 1,
        state = CASE WHEN state = 'due' THEN 'prepared' ELSE state END, reason = NULL, basis = NULL
      WHERE id = $1`,
    values: [id, JSON.stringify(kept.draft), kept.by, kept.at],
  })
}

export type ConfirmedWithholding = {
  readonly id: string
  readonly reason: string
  readonly basis: string
  readonly by: string
  readonly at: string
  readonly secrecyBy: string
  readonly secrecyOn: string
}

/** Two people agree that a decision has no social influence: it is withheld, with both names. */
export async function withholdPrepared(tx: Tx, held: ConfirmedWithholding): Promise<void> {
  await tx.query({
    name: 'withhold-prepared-disclosure',
    text: `UPDATE app.disclosures SET state = 'withheld', ground = 'influence', reason = $2, basis = $3, decided_by = $4,
        confirmed_by = $4, confirmed_at = $5, secrecy_checked_by = $6, secrecy_checked_on = $7, ${KEEP_HIDDEN}, draft = NULL,
        prepared_by = NULL, prepared_at = NULL, version = version + 1
      WHERE id = $1`,
    values: [held.id, held.reason, held.basis, held.by, held.at, held.secrecyBy, held.secrecyOn],
  })
}
