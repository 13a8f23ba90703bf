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

export type Change = {
  readonly id: string
  readonly agencyId: string
  readonly version: number
  readonly from: 'due' | 'withheld'
  readonly to: 'due' | 'withheld'
  readonly reason: string | null
  readonly personId: string
}

/** Moves between due and withheld when state and version are as the caller saw them; false otherwise. */
export async function changeState(tx: Tx, change: Change): Promise<boolean> {
  const { id, agencyId, version, from, to, reason, personId } = change
  const { rowCount } = await tx.query({
    name: 'change-disclosure-state',
    text: `UPDATE app.disclosures SET state = $5, reason = $6, basis = NULL, decided_by = $7, version = version + 1
      WHERE id = $1 AND agency_id = $2 AND version = $3 AND state = $4`,
    values: [id, agencyId, version, from, to, reason, personId],
  })
  return rowCount === 1
}
