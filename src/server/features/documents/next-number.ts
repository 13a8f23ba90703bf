import type { Tx } from '#server/db/database.ts'

export type NumberSeries = { readonly agencyId: string; readonly word: string; readonly year: number }

/**
 * Takes the next serial of a series inside the issuing transaction. The row stays locked until that transaction ends, so serials
 * are gapless: an issuer that rolls back gives its serial to the next one. Take it last; other issuers of the series wait.
 */
export async function nextNumber(tx: Tx, { agencyId, word, year }: NumberSeries): Promise<number> {
  const { rows } = await tx.query<{ last: number }>({
    name: 'document-number-next',
    text: `INSERT INTO app.document_numbers AS n (agency_id, word, year, last) VALUES ($1, $2, $3, 1)
           ON CONFLICT (agency_id, word, year) DO UPDATE SET last = n.last + 1 RETURNING last`,
    values: [agencyId, word, year],
  })
  const row = rows[0]
  if (row === undefined) throw new Error('文号流水没有返回序号')
  return row.last
}
