import type { Party, PartyInput } from '#contract/parties.ts'
import type { Queryable, Tx } from '#server/db/database.ts'

const COLUMNS = `id, kind, name, code, id_kind AS "idKind", id_number AS "idNumber", address, phone,
  legal_representative AS "legalRepresentative", version`

const valuesOf = (input: PartyInput) => [
  input.kind,
  input.name,
  input.code,
  input.idKind,
  input.idNumber,
  input.address,
  input.phone,
  input.legalRepresentative,
]

/** Inserts the party, or returns undefined when its code or identity number is registered already. */
export async function insertParty(tx: Tx, id: string, input: PartyInput, at: string): Promise<Party | undefined> {
  const { rows } = await tx.query<Party>({
    name: 'insert-party',
    text: `INSERT INTO app.parties (id, created_at, kind, name, code, id_kind, id_number, address, phone, legal_representative)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING ${COLUMNS}`,
    values: [id, at, ...valuesOf(input)],
  })
  return rows[0]
}

/** Writes the next version when `version` is still the current one; undefined otherwise. */
export async function updateParty(tx: Tx, id: string, version: number, input: PartyInput): Promise<Party | undefined> {
  const { rows } = await tx.query<Party>({
    name: 'update-party',
    text: `UPDATE app.parties SET version = version + 1, kind = $3, name = $4, code = $5, id_kind = $6, id_number = $7,
        address = $8, phone = $9, legal_representative = $10
      WHERE id = $1 AND version = $2 RETURNING ${COLUMNS}`,
    values: [id, version, ...valuesOf(input)],
  })
  return rows[0]
}

export async function findParty(db: Queryable, id: string): Promise<Party | undefined> {
  const { rows } = await db.query<Party>({
    name: 'find-party',
    text: `SELECT ${COLUMNS} FROM app.parties WHERE id = $1`,
    values: [id],
  })
  return rows[0]
}

/** Another registered party with the same code or identity number. */
export async function findNamesake(db: Queryable, input: PartyInput, exceptId: string): Promise<Party | undefined> {
  const { rows } = await db.query<Party>({
    text: `SELECT ${COLUMNS} FROM app.parties
      WHERE id <> $1 AND (code = $2 OR (id_kind = $3 AND id_number = $4)) LIMIT 1`,
    values: [exceptId, input.code, input.idKind, input.idNumber],
  })
  return rows[0]
}
