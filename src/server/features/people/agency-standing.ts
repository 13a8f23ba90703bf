import { STANDINGS, type Standing, UNDER_DEPARTMENT } from '#domain/document/agency-standing.ts'
import { ANSWERING, answering, type RegisteredAgency } from '#server/db/answering-agency.ts'
import type { Database, Queryable } from '#server/db/database.ts'
import { type Refused, refused } from '#server/http/errors.ts'
import { newId } from '#server/ids.ts'

/** What is to be written down of an agency; what is not named stays, and '' takes a text away. */
export type StandingChange = {
  readonly standing?: string
  readonly higherDepartment?: string
  readonly seat?: string
  readonly reviewBody?: string
  readonly court?: string
}

export type AgencyAnswers = {
  readonly name: string
  readonly standing: string
  readonly reviewBody: string
  readonly court: string
}

type Row = RegisteredAgency & { readonly id: string; readonly name: string; readonly seatCode: string | null }

/** Where the acts of an agency are reviewed and sued against today. */
export async function readStanding(db: Queryable, code: string): Promise<AgencyAnswers | Refused> {
  const row = await find(db, code)
  return row ? said(row) : unknownAgency(code)
}

/** Writes down what an agency is, in one transaction with its audit entry; its review and court follow. */
export async function changeStanding(
  db: Database,
  code: string,
  change: StandingChange,
  at: Date,
): Promise<AgencyAnswers | Refused> {
  return db.transaction(async (tx) => {
    const row = await find(tx, code, 'FOR UPDATE OF a')
    if (!row) return unknownAgency(code)
    const told = toldOf(row, change)
    const wrong = whyWrong(told) ?? (await whyNowhere(tx, told.seat))
    if (wrong) return refused('invalid-input', wrong)
    await write(tx, row.id, told, { at, change })
    return readStanding(tx, code)
  })
}

type Told = Required<StandingChange>

const toldOf = (row: Row, change: StandingChange): Told => ({
  standing: STANDINGS[row.standingKind],
  higherDepartment: row.higherDepartment,
  seat: row.seatCode ?? '',
  reviewBody: row.reviewBody,
  court: row.court,
  ...change,
})

function whyWrong({ standing, higherDepartment }: Told): string | undefined {
  const kind = kindOf(standing)
  if (!kind) return `隶属关系应当是：${Object.values(STANDINGS).join('、')}。`
  return UNDER_DEPARTMENT.includes(kind) && higherDepartment.trim() === ''
    ? `${standing}应当写明上一级主管部门（--higher-department）。`
    : undefined
}

async function whyNowhere(tx: Queryable, seat: string): Promise<string | undefined> {
  if (seat === '') return undefined
  const { rows } = await tx.query({ text: 'SELECT FROM app.regions WHERE code = $1', values: [seat] })
  return rows.length === 0 ? `没有区划代码 ${seat}，请核对。` : undefined
}

type Entry = { readonly at: Date; readonly change: StandingChange }

async function write(tx: Queryable, id: string, told: Told, { at, change }: Entry): Promise<void> {
  const { standing, higherDepartment, seat, reviewBody, court } = told
  await tx.query({
    text: `UPDATE app.agencies SET standing = $2, higher_department = $3, seat_region_code = nullif($4, ''),
        review_body = $5, court = $6 WHERE id = $1`,
    values: [id, kindOf(standing), higherDepartment, seat, reviewBody, court],
  })
  await tx.query({
    text: `INSERT INTO app.audit_entries (id, at, name, agency_id, subject, detail) VALUES ($1, $2, 'agency-standing', $3, $4, $5)`,
    values: [newId(), at, id, `agency:${id}`, JSON.stringify(change)],
  })
}

async function find(db: Queryable, code: string, lock = ''): Promise<Row | undefined> {
  const { rows } = await db.query<{ row: Row }>({
    text: `SELECT json_build_object('id', a.id, 'name', a.name, 'seatCode', a.seat_region_code, ${ANSWERING}) AS row
      FROM app.agencies a WHERE a.code = $1 ${lock}`,
    values: [code],
  })
  return rows[0]?.row
}

const kindOf = (title: string): Standing | undefined =>
  (Object.keys(STANDINGS) as Standing[]).find((kind) => STANDINGS[kind] === title)

const unknownAgency = (code: string): Refused => refused('not-found', `没有代码为 ${code} 的机关。`)

function said(row: Row): AgencyAnswers {
  const { name, reviewBody, court } = answering(row)
  return { name, standing: STANDINGS[row.standingKind], reviewBody, court }
}
