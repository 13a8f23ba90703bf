import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HintsAnswer } from '#contract/hints.ts'
import type { Problem } from '#contract/problem.ts'
import { hintsOfCase } from '#domain/hint/hints-of-case.ts'
import { PROPOSALS } from '#procedures/penalty-facts.ts'
import { importLeniency } from '#server/features/catalogue/index.ts'
import { type Caller, type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import { PenaltyRoad } from '../../../../tests/support/penalty-road.ts'

let desk: TestDesk
let before: PenaltyRoad<Caller>
let road: PenaltyRoad<Caller>
let label: { readonly id: string; readonly cause: string }

const hints = async (login = 'lin', id = road.id) =>
  (await (await desk.as(login)).get(`/api/cases/${id}/hints`)).json<HintsAnswer>()
const told = async () => hintsOfCase(await road.state('lin'), await hints())[0]?.hints ?? []

beforeAll(async () => {
  desk = await testDesk('2026-03-10T02:00:00Z')
  const lin = await desk.as('lin')
  const found = await lin.get(`/api/violations?text=${encodeURIComponent('经营标签不合格')}`)
  label = found.json<{ violations: (typeof label)[] }>().violations[0] ?? { id: '', cause: '' }
  const acts = (party: string) => ({ violations: [{ party, cause: label.cause, catalogueId: label.id }] })
  const party = new PenaltyRoad(desk)
  await party.meetPeople()
  before = await PenaltyRoad.open(desk, acts(party.party))
  await before.file()
  await before.investigate()
  await before.notify({ 'value-base': '138', tier: '货值不足一万元，适用一般档次' })
  await before.draft()
  await before.review()
  await before.decide()
  await before.deliver()
  road = await PenaltyRoad.open(desk, acts(party.party))
}, 60_000)
afterAll(() => desk.close())

describe('the hints of a case', () => {
  test('find the fine for the same matter by the own agency, with its day, its amount and a way to it', async () => {
    const { earlier } = await hints()
    expect(earlier).toEqual([
      expect.objectContaining({ caseId: before.id, result: 'fined', fineFen: 500_000, decidedOn: '2026-03-10' }),
    ])
    const repeated = (await told()).find(({ code }) => code === 'repeated')
    expect(repeated?.lines?.[0]?.caseId).toBe(before.id)
  })

  test('are for those who decide the same as for who handles it: head of the unit, reviewer, heads of the agency', async () => {
    const handlers = await hints()
    expect(handlers.earlier).toHaveLength(1)
    for (const login of ['zheng', 'wu', 'shen', 'han']) expect(await hints(login)).toEqual(handlers)
  })

  test('are of nobody else: another agency does not find the case', async () => {
    const answer = await (await desk.as('zhu')).get(`/api/cases/${road.id}/hints`)
    expect(answer.statusCode).toBe(404)
  })

  test('show another agency only what is public, and no way to the case', async () => {
    const other = await desk.database.owner.query<{ id: string }>({
      text: `SELECT a.id FROM app.agencies a WHERE a.id <> (SELECT agency_id FROM app.cases WHERE id = $1) LIMIT 1`,
      values: [before.id],
    })
    const move = (agency: string | undefined) =>
      desk.database.owner.query({
        text: 'UPDATE app.cases SET agency_id = $1 WHERE id = $2',
        values: [agency, before.id],
      })
    const { rows } = await desk.database.owner.query<{ agency: string; kind: string }>({
      text: `SELECT c.agency_id AS agency, p.kind FROM app.cases c JOIN app.case_parties x ON x.case_id = c.id
        JOIN app.parties p ON p.id = x.party_id WHERE c.id = $1`,
      values: [before.id],
    })
    await move(other.rows[0]?.id)
    expect((await hints()).earlier).toEqual([])
    await desk.database.owner.query({
      text: `UPDATE app.disclosures SET state = 'published', published_at = now(), record = '{}' WHERE case_id = $1`,
      values: [before.id],
    })
    const [seen] = (await hints()).earlier
    expect(seen?.caseId).toBeUndefined()
    expect(seen === undefined).toBe(rows[0]?.kind === 'person')
    await move(rows[0]?.agency)
  })

  test('name the lists that hold for the agency, those of its region too, and of no other place', async () => {
    const list = async () => (await told()).filter(({ code }) => code === 'leniency')
    expect((await list())[0]).toMatchObject({
      title: '首违不罚清单',
      lines: [{ text: expect.stringContaining('第3项') }],
    })
    const elsewhere = await desk.database.owner.query<{ id: string }>({
      text: `SELECT a.id FROM app.agencies a WHERE a.id <> (SELECT agency_id FROM app.cases WHERE id = $1) LIMIT 1`,
      values: [road.id],
    })
    const text = [
      '领域,情形,类别,清单,项,条件,制定机关,施行日期',
      'market,经营标签不合格的预包装食品,轻微不罚,某清单,1,某条件,某局,2026-01-01',
      'market,没有的情形,轻微不罚,某清单,2,某条件,某局,2026-01-01',
      'market,不明码标价,从不处罚,某清单,3,某条件,某局,2026-01-01',
    ].join('\n')
    const scope = { agencyId: elsewhere.rows[0]?.id ?? '' }
    const report = () => importLeniency(desk.context.db, { file: 'x.csv', text }, scope, new Date())
    expect(await report()).toMatchObject({ rowsRead: 3, rowsTaken: 1, refused: [{ line: 3 }, { line: 4 }] })
    expect(await report()).toMatchObject({ rowsTaken: 0, rowsUnchanged: 1 })
    expect((await list()).length).toBe(1)
  })

  test('bind where the law does: who was fined before is not spared as for a first offence', async () => {
    await road.file()
    const now = desk.context.clock.now().getTime()
    const at = (minutes: number) => new Date(now - minutes * 60_000).toISOString()
    const place = { 'inquiry-place': '本局', 'inquired-person': '赵某', 'inquiry-text': '问：……' }
    const inquiry = {
      officers: road.handlers,
      'certificate-shown': true,
      'began-at': at(90),
      'ended-at': at(30),
      ...place,
    }
    await road.take('lin', 'inquire', { case: inquiry })
    await road.take('lin', 'add-evidence', {}, { evidence: [{ kind: '书证', title: '台账', source: '当事人' }] })
    const flags = ['is-complicated', 'is-major', 'public-interest', 'is-complex', 'other-review-ground']
    const report = { ...Object.fromEntries(flags.map((flag) => [flag, false])), 'facts-found': '货架上有八袋。' }
    await road.take('lin', 'report', { case: { ...report, proposal: PROPOSALS.first, 'proposal-reason': '初次违法' } })
    await road.agree('zheng')
    await road.take('lin', 'go-without-notice')
    await road.draft()
    await road.take('lin', 'go-to-decision')
    const answer = await road.trial('lin', 'spare-first', {
      run: 'main',
      facts: { case: {}, party: {}, violation: {} },
    })
    expect(answer.statusCode).toBe(409)
    expect(answer.json<Problem>().detail).toContain('不是初次违法')
  })
})
