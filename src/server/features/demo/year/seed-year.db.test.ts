import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../../../../tests/support/desk.ts'
import { PenaltyRoad } from '../../../../../tests/support/penalty-road.ts'
import { seedYear } from './seed-year.ts'
import type { YearReport } from './year.ts'

const NOW = '2026-11-20T02:00:00Z'
const CASES = 10
const seed = (desk: TestDesk, cases = CASES) => seedYear(desk.context, { cases, seed: 3, say: () => undefined })

type Row = { readonly procedure: string; readonly stage: string; readonly outcome: string | null; readonly on: string }

async function rowsOf(desk: TestDesk): Promise<readonly Row[]> {
  const { rows } = await desk.database.owner.query<Row>({
    text: `SELECT procedure_code AS procedure, stage, outcome, opened_on::text AS on FROM app.cases
      ORDER BY opened_on, procedure_code, stage`,
  })
  return rows
}

describe('a year of work', () => {
  let [desk, again]: TestDesk[] = []
  let report: YearReport
  const house = () => {
    if (!desk || !again) throw new Error('there is no desk')
    return { desk, again }
  }
  beforeAll(async () => {
    desk = await testDesk(NOW)
    again = await testDesk(NOW)
    report = await seed(desk)
    await seed(again)
  })
  afterAll(async () => {
    await desk?.close()
    await again?.close()
  })

  test('is done step by step by the people of the region, and comes to ends', async () => {
    const rows = await rowsOf(house().desk)
    expect(rows).toHaveLength(CASES)
    expect(report.acts).toBeGreaterThan(CASES * 3)
    expect([...report.refused.keys()]).toEqual([])
    expect(rows.filter(({ outcome }) => outcome !== null).length).toBeGreaterThan(CASES / 2)
    expect(new Set(rows.map(({ procedure }) => procedure)).size).toBeGreaterThan(2)
  })

  test('lies in the year up to today, on working days, and numbers run with the days', async () => {
    const { rows } = await house().desk.database.owner.query<{ early: number; late: number; weekend: number }>({
      text: `SELECT count(*) FILTER (WHERE at < '2025-11-19')::int AS early, count(*) FILTER (WHERE at > $1)::int AS late,
        count(*) FILTER (WHERE (at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN '2026-10-01' AND '2026-10-07')::int AS weekend
        FROM app.events`,
      values: [NOW],
    })
    expect(rows).toEqual([{ early: 0, late: 0, weekend: 0 }])
    const disorder = await house().desk.database.owner.query({
      text: `SELECT FROM app.documents a JOIN app.documents b ON a.agency_id = b.agency_id AND a.word = b.word
          AND a.year = b.year AND a.ordinal < b.ordinal AND a.issued_on > b.issued_on`,
    })
    expect(disorder.rowCount).toBe(0)
  })

  test('delivers what it decides so soon that everything is published in time', async () => {
    const { rows } = await house().desk.database.owner.query({
      text: `SELECT published_at, due_on FROM app.disclosures WHERE (published_at AT TIME ZONE 'Asia/Shanghai')::date > due_on`,
    })
    expect(rows).toEqual([])
  })

  test('is the same year for the same seed', async () => {
    expect(await rowsOf(house().again)).toEqual(await rowsOf(house().desk))
  })

  test('is not told twice', async () => {
    expect(await seed(house().desk)).toMatchObject({ isNew: false, cases: CASES })
    expect(await rowsOf(house().desk)).toHaveLength(CASES)
  })

  test('is not told where somebody has opened a case', async () => {
    await PenaltyRoad.open(house().again)
    await expect(seed(house().again)).rejects.toThrow('本机有 1 件不是演示载入的案件')
  })
})
