import type { Database } from '#server/db/database.ts'
import { openSession } from '#server/http/session.ts'
import { sessionCookieName } from '#server/http/session-cookie.ts'
import { newId } from '#server/ids.ts'

export const PUBLIC_URL = 'http://127.0.0.1:1'

export type Official = {
  readonly personId: string
  readonly agencyId: string
  readonly caseId: string
  readonly cookie: string
}

/** Two handlers of one plainly invented agency and one of another, each signed in and with a case of its own. */
export async function seedOfficials(owner: Database): Promise<readonly [Official, Official, Official]> {
  await owner.query({ text: `INSERT INTO app.regions VALUES ('999901', '青石区', NULL) ON CONFLICT DO NOTHING` })
  const [first, second] = [await agency(owner, '1'), await agency(owner, '2')]
  return [await official(owner, first), await official(owner, first), await official(owner, second)]
}

async function agency(owner: Database, digit: string): Promise<{ agencyId: string; unitId: string }> {
  const [agencyId, unitId] = [newId(), newId()]
  await owner.query({
    text: `INSERT INTO app.agencies (id, code, name, short_name, word, field, region_code, uscc, nature,
        qualified_from_on, address, phone, review_body, court)
      VALUES ($1, $2, $3, $3, '青', 'market', '999901', $4, 'statutory', '2020-01-01', '', '', '', '')`,
    values: [agencyId, `99990${digit}`, `南屏市青石区第${digit}执法局`, `1199990100000000${digit}X`],
  })
  await owner.query({
    text: `INSERT INTO app.units (id, agency_id, name, kind) VALUES ($1, $2, '执法大队', 'handling')`,
    values: [unitId, agencyId],
  })
  return { agencyId, unitId }
}

async function official(
  owner: Database,
  { agencyId, unitId }: { agencyId: string; unitId: string },
): Promise<Official> {
  const [personId, accountId, caseId] = [newId(), newId(), newId()]
  await owner.query({
    text: `INSERT INTO app.people (id, agency_id, name) VALUES ($1, $2, '测试员')`,
    values: [personId, agencyId],
  })
  await owner.query({
    text: `INSERT INTO app.accounts (id, person_id, login, password_hash) VALUES ($1, $2, $3, '-')`,
    values: [accountId, personId, `t-${accountId.slice(-12)}`],
  })
  await owner.query({
    text: `INSERT INTO app.posts (person_id, unit_id, role, from_on) VALUES ($1, $2, 'handler', '2020-01-01')`,
    values: [personId, unitId],
  })
  await owner.query({
    text: `INSERT INTO app.cases (id, agency_id, unit_id, procedure_code, procedure_version, name, stage, version, state,
        party_name, waits_for, returned_to, opened_on, updated_at)
      VALUES ($1, $2, $3, 'penalty-ordinary', '1', '测试案', 'investigation', 1, '{}', '', '{}', '{}', '2026-01-05', now())`,
    values: [caseId, agencyId, unitId],
  })
  const token = await openSession(owner, accountId, new Date())
  return { personId, agencyId, caseId, cookie: `${sessionCookieName(PUBLIC_URL)}=${token}` }
}
