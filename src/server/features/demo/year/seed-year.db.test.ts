import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../../../../tests/support/desk.ts'
import { PenaltyRoad } from '../../../../../tests/support/penalty-road.ts'
import { seedYear } from './seed-year.ts'
import type { YearReport } from './year.ts'
import type { IsTold } from './year-plan.ts'

const NOW = '2026-11-20T02:00:00Z'
const CASES = 8
const seed = (desk: TestDesk, cases = CASES) =>
  seedYear(desk.context, { cases, seed: 3, say: () => undefined, archived: 0 })

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
    expect(rows).toHaveLength(report.cases)
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

  test('tells people of it on the day, and what they have not read is of the last days', async () => {
    const { rows } = await house().desk.database.owner.query<{ told: number; late: number; unread: number }>({
      text: `SELECT count(*)::int AS told, count(*) FILTER (WHERE at >= $1)::int AS late,
        count(*) FILTER (WHERE read_at IS NULL AND at < $1::timestamptz - interval '4 days')::int AS unread FROM app.notices`,
      values: [NOW],
    })
    expect(rows[0]?.told).toBeGreaterThan(CASES)
    expect(rows).toEqual([expect.objectContaining({ late: 0, unread: 0 })])
  })

  test('is the same year for the same seed', async () => {
    expect(await rowsOf(house().again)).toEqual(await rowsOf(house().desk))
  })

  test('is not told twice', async () => {
    expect(await seed(house().desk)).toMatchObject({ isNew: false, cases: report.cases })
    expect(await rowsOf(house().desk)).toHaveLength(report.cases)
  })

  test('is not told where somebody has opened a case', async () => {
    await PenaltyRoad.open(house().again)
    await expect(seed(house().again)).rejects.toThrow('本机有 1 件不是演示载入的案件')
  })
})

/** What needs a second case, the register of parties, or a rule of the field: nothing that memory alone can tell. */
const STORIES = ['mitigated', 'merged', 'split', 'extended', 'instalments']
const isTold: IsTold = (procedure, { name }) => procedure === 'penalty-ordinary' && STORIES.includes(name)

describe('the stories of a year', () => {
  let [desk]: TestDesk[] = []
  beforeAll(async () => {
    desk = await testDesk(NOW)
    const told = { cases: 10, seed: 5, say: () => undefined, isTold, openedWithin: 3, archived: 0 }
    expect([...(await seedYear(desk.context, told)).refused.keys()]).toEqual([])
  })
  afterAll(async () => {
    await desk?.close()
  })
  const asked = async (text: string): Promise<readonly Record<string, unknown>[]> =>
    (await desk?.database.owner.query<Record<string, unknown>>({ text }))?.rows ?? []

  test('merge one case into another of the same party, which goes on to its end', async () => {
    const merged = await asked(`SELECT main.outcome FROM app.cases c JOIN app.cases main
      ON main.id::text = c.state #>> '{mergedInto,id}' WHERE c.outcome = 'merged'`)
    expect(merged.length).toBeGreaterThan(0)
    expect(merged.map(({ outcome }) => outcome)).toContain('penalty')
  })

  test('split a case, and both decide about an act of their own', async () => {
    const split = await asked(`SELECT c.outcome, first.outcome AS "first" FROM app.cases c JOIN app.cases first
      ON first.id::text = c.state #>> '{origin,id}' WHERE c.state #>> '{origin,isSplit}' = 'true'`)
    expect(split).toEqual([{ outcome: 'penalty', first: 'penalty' }])
  })

  test('lengthen a term by the rule of the field, and are paid in three parts', async () => {
    const papers = await asked(
      `SELECT DISTINCT code FROM app.documents WHERE code IN ('extension-approval', 'instalment-grant')`,
    )
    expect(papers.map(({ code }) => code).toSorted()).toEqual(['extension-approval', 'instalment-grant'])
    const paid = await asked(`SELECT jsonb_array_length(state -> 'payments') AS times FROM app.cases
      WHERE jsonb_array_length(state -> 'payments') > 1`)
    expect(paid.map(({ times }) => times)).toContain(3)
  })

  test('concern persons as well as businesses', async () => {
    const kinds = await asked(
      `SELECT DISTINCT party ->> 'kind' AS kind FROM app.cases, jsonb_array_elements(state -> 'parties') party`,
    )
    expect(kinds.map(({ kind }) => kind)).toContain('person')
  })
})

describe('what devices have recorded in a year', () => {
  let [desk]: TestDesk[] = []
  beforeAll(async () => {
    desk = await testDesk(NOW)
    const isSeen: IsTold = (procedure) => procedure === 'non-site'
    const told = { cases: 4, seed: 7, say: () => undefined, isTold: isSeen, openedWithin: 3 }
    expect([...(await seedYear(desk.context, told)).refused.keys()]).toEqual([])
  })
  afterAll(async () => {
    await desk?.close()
  })
  const asked = async (text: string): Promise<readonly Record<string, unknown>[]> =>
    (await desk?.database.owner.query<Record<string, unknown>>({ text }))?.rows ?? []

  test('is reviewed one by one: what passed is evidence, and what is not clear is dropped', async () => {
    const seen = await asked(`SELECT c.outcome, v.passed, jsonb_array_length(c.state -> 'evidence') AS evidence
      FROM app.cases c JOIN app.recordings r ON r.captured_at = (c.state #>> '{runs,0,facts,case,captured-at}')::timestamptz
      JOIN app.monitoring_reviews v ON v.recording_id = r.id WHERE c.procedure_code = 'non-site' ORDER BY c.outcome`)
    const passed = { outcome: 'to-penalty', passed: true, evidence: 1 }
    expect(seen).toEqual([{ outcome: 'dropped', passed: false, evidence: 0 }, passed, passed, passed])
  })

  test('goes on to a penalty of the same party for the same act, with its decision', async () => {
    const punished =
      await asked(`SELECT c.procedure_code AS procedure, c.outcome, c.name = origin.name AS "isNamedAlike"
      FROM app.cases c JOIN app.cases origin ON origin.id::text = c.state #>> '{origin,id}'`)
    const penalty = { procedure: 'penalty-ordinary', outcome: 'penalty', isNamedAlike: true }
    expect(punished).toEqual([penalty, penalty, penalty])
  })

  test('is sealed in the archive on days of the year, by the archivist, mostly in time', async () => {
    const dossiers =
      await asked(`SELECT d.state, d.handed_over_at::date - c.ended_on <= 31 AS "isSoon", p.sealed_at > d.handed_over_at
        AND p.sealed_at < '${NOW}' AS "isOfYear", sealer.name, head.signed_at < '${NOW}' AS "isLogOfYear"
      FROM app.dossiers d JOIN app.cases c ON c.id = d.case_id JOIN app.dossier_packages p ON p.dossier_id = d.id
      JOIN app.people sealer ON sealer.id = p.sealed_by
      CROSS JOIN (SELECT max(signed_at) AS signed_at FROM app.log_checkpoints) head`)
    expect(dossiers.length).toBeGreaterThan(4)
    const sealed = { state: 'sealed', isOfYear: true, name: '华二', isLogOfYear: true }
    for (const dossier of dossiers) expect(dossier).toMatchObject(sealed)
    expect(dossiers.filter(({ isSoon }) => isSoon).length).toBeGreaterThan(dossiers.length / 2)
  })
})
