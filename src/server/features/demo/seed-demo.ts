import type { Role } from '#domain/access/permissions.ts'
import type { Context } from '#server/context.ts'
import type { Tx } from '#server/db/database.ts'
import { hashPassword } from '#server/http/password.ts'
import { loadDemoItems, loadDemoLeniency, loadDemoViolations } from '../catalogue/index.ts'
import { readDemoParties, readDemoRegion } from './demo-region.ts'
import {
  accountRows,
  agencyRow,
  certificateRows,
  demoId,
  dutyRows,
  entrustmentRows,
  entrustmentTextRows,
  personRows,
  postRows,
  type Rows,
  recordRows,
  roleTitle,
  unitRows,
} from './demo-rows.ts'

/** Known to everybody who reads this, which is why HOST must be the loopback while demo accounts exist. */
export const DEMO_PASSWORD = 'qingshi-2026'

export type DemoLogin = {
  readonly login: string
  readonly password: string
  readonly name: string
  readonly role: Role
  readonly agency: string
  /** Name, role and agency for a printed list. */
  readonly title: string
}

/** Every demo login in the order of the file: the first agency first. */
export const DEMO_LOGINS: readonly DemoLogin[] = readDemoRegion().agencies.flatMap(({ people, shortName }) =>
  people.flatMap(({ login, name, roles, unit }): DemoLogin[] => {
    const role = roles[0]
    if (login === undefined || role === undefined) return []
    const title = `${name}，${shortName}${unit}，${roleTitle(role)}`
    return [{ login, password: DEMO_PASSWORD, name, role, agency: shortName, title }]
  }),
)

/** Loads the invented region in one transaction. Run again it adds what is missing and changes nothing that is there. */
export async function seedDemo(context: Context): Promise<{ logins: readonly DemoLogin[] }> {
  const { regions, agencies } = readDemoRegion()
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const regionCode = regions.at(-1)?.code ?? ''
  await context.db.transaction(async (tx) => {
    await insertRows(
      tx,
      'regions',
      regions.map(({ code, name, parentCode }) => ({ code, name, parent_code: parentCode })),
    )
    await insertRows(
      tx,
      'agencies',
      agencies.map((agency) => agencyRow(agency, regionCode)),
    )
    await insertRows(tx, 'agency_records', agencies.flatMap(recordRows))
    await insertRows(tx, 'post_duties', agencies.flatMap(dutyRows))
    await insertRows(tx, 'entrustments', agencies.flatMap(entrustmentRows))
    await insertRows(tx, 'entrustment_versions', agencies.flatMap(entrustmentTextRows))
    await insertRows(tx, 'units', agencies.flatMap(unitRows))
    await insertRows(tx, 'people', agencies.flatMap(personRows))
    await insertRows(tx, 'posts', agencies.flatMap(postRows))
    await insertRows(tx, 'certificates', agencies.flatMap(certificateRows))
    const accounts = agencies.flatMap((agency) => accountRows(agency, passwordHash))
    await insertRows(tx, 'accounts', accounts)
    await insertRows(tx, 'parties', partyRows())
    // Food safety is the market regulator's field.
    await loadDemoViolations(tx, { food: 'market' })
    await loadDemoLeniency(tx, regionCode)
    await loadDemoItems(tx)
  })
  return { logins: DEMO_LOGINS }
}

const partyRows = (): Rows =>
  readDemoParties().map((party) => ({
    id: demoId(`party/${party.code ?? party.idNumber}`),
    kind: party.kind,
    name: party.name,
    code: party.code,
    id_kind: party.idKind,
    id_number: party.idNumber,
    address: party.address,
    phone: party.phone,
    legal_representative: party.legalRepresentative,
  }))

/** One statement a table; columns are those of the first row, table names are ours. */
async function insertRows(tx: Tx, table: string, rows: Rows): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ')
  await tx.query({
    text: `INSERT INTO app.${table} (${columns})
      SELECT ${columns} FROM jsonb_populate_recordset(NULL::app.${table}, $1::jsonb) ON CONFLICT DO NOTHING`,
    values: [JSON.stringify(rows)],
  })
}
