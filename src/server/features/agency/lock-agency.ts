import type { Tx } from '#server/db/database.ts'

/** Two who change what an agency has registered come one after the other. */
export async function lockAgency(tx: Tx, agencyId: string): Promise<void> {
  await tx.query({
    name: 'lock-agency',
    text: 'SELECT FROM app.agencies WHERE id = $1 FOR NO KEY UPDATE',
    values: [agencyId],
  })
}
