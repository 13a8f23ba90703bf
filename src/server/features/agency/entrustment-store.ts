import type { EntrustmentInput } from '#contract/entrustments.ts'
import type { Entrusting } from '#domain/agency/refuse-entrustment.ts'
import { ENTRUSTABLE } from '#domain/agency/refuse-entrustment.ts'
import type { Tx } from '#server/db/database.ts'
import type { RequestContext } from '#server/http/request-context.ts'

type Agency = Pick<Entrusting, 'uscc' | 'nature' | 'qualifiedUntilOn'>

/** The own agency, locked, and what its list says today of the items that are named. */
export async function entrustingOf(
  { actor, clock }: RequestContext,
  tx: Tx,
  items: readonly string[],
): Promise<Entrusting> {
  const today = clock.today()
  const agency = await tx.query<Agency>({
    name: 'entrusting-agency',
    text: `SELECT uscc, nature, qualified_until_on AS "qualifiedUntilOn" FROM app.agencies WHERE id = $1 FOR NO KEY UPDATE`,
    values: [actor.agencyId],
  })
  const listed = await tx.query<Entrusting['listed'][number]>({
    name: 'items-by-name',
    text: `SELECT name, kind, published_on IS NOT NULL AND published_on <= $2 AS "isPublished"
      FROM (SELECT DISTINCT ON (code) * FROM app.items WHERE agency_id = $1 AND from_on <= $2
        ORDER BY code, from_on DESC, version DESC) i
      WHERE (until_on IS NULL OR until_on >= $2) AND name = ANY ($3::text[])`,
    values: [actor.agencyId, today, items],
  })
  const kept = await tx.query<{ keepsList: boolean }>({
    name: 'keeps-entrustable',
    text: `SELECT EXISTS (SELECT FROM app.items WHERE agency_id = $1 AND from_on <= $2 AND kind = ANY ($3)) AS "keepsList"`,
    values: [actor.agencyId, today, ENTRUSTABLE],
  })
  const [own] = agency.rows
  if (!own) throw new Error(`entrustingOf: no agency ${actor.agencyId}`)
  return { ...own, today, keepsList: kept.rows[0]?.keepsList === true, listed: listed.rows }
}

/** Whether this is a unit of the agency that handles cases. */
export async function isHandlingUnit({ actor }: RequestContext, tx: Tx, unit: string): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'own-handling-unit',
    text: `SELECT FROM app.units WHERE id = $1 AND agency_id = $2 AND kind = 'handling'`,
    values: [unit, actor.agencyId],
  })
  return rowCount > 0
}

/** Whether another entrustment of the agency has, or had, this number. */
export async function isNumberTaken({ actor }: RequestContext, tx: Tx, id: string, number: string): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'entrustment-number-taken',
    text: `SELECT FROM app.entrustment_versions v JOIN app.entrustments e ON e.id = v.entrustment_id
      WHERE e.agency_id = $1 AND e.id <> $2 AND v.contract_number = $3 LIMIT 1`,
    values: [actor.agencyId, id, number],
  })
  return rowCount > 0
}

type Text = {
  readonly id: string
  readonly number: number
  readonly input: EntrustmentInput
  readonly ground: string
}

export async function insertText({ actor, clock }: RequestContext, tx: Tx, text: Text): Promise<void> {
  const { id, number, input, ground } = text
  const { organisation, uscc, representative, address, phone, basis, items, powers, contractNumber } = input
  await tx.query({
    name: 'insert-entrustment-version',
    text: `INSERT INTO app.entrustment_versions (entrustment_id, version, organisation, uscc, representative, address, phone, basis,
        items, powers, contract_number, signed_on, from_on, until_on, unit_id, ground, set_by, set_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    values: [
      ...[id, number, organisation, uscc, representative, address, phone, basis, items, powers, contractNumber],
      ...[input.signedOn, input.fromOn, input.untilOn, input.unitId, ground, actor.personId, clock.now().toISOString()],
    ],
  })
}
