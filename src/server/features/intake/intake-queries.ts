import type { Queryable } from '#server/db/database.ts'

/** The person of the agency who holds this certificate, whatever its state: a doubt about it is the review's. */
export async function findOfficerByCertificate(
  db: Queryable,
  number: string,
  agencyId: string,
): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>({
    name: 'officer-by-certificate',
    text: `SELECT p.id FROM app.certificates c JOIN app.people p ON p.id = c.person_id
      WHERE c.number = $1 AND p.agency_id = $2 ORDER BY c.kind = 'enforcement' DESC LIMIT 1`,
    values: [number, agencyId],
  })
  return rows[0]?.id
}

export async function findAgencyId(db: Queryable, code: string): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>({
    text: 'SELECT id FROM app.agencies WHERE code = $1',
    values: [code],
  })
  return rows[0]?.id
}

export async function listAgencyCodes(db: Queryable): Promise<readonly string[]> {
  const { rows } = await db.query<{ code: string }>({ text: 'SELECT code FROM app.agencies ORDER BY code LIMIT 20' })
  return rows.map(({ code }) => code)
}
