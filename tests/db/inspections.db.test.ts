import { afterAll, beforeAll, expect, test } from 'vitest'
import { INSPECTION_SOURCES } from '#domain/case/gates/inspection.ts'
import { compareRefold } from '#server/features/cases/refold.ts'
import { newId } from '#server/ids.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { TASK } from '../support/inspection-steps.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
  await desk.database.owner.query({
    text: `INSERT INTO app.parameter_values (id, code, scope, scope_id, effective_on, value, basis, set_by)
      SELECT $1, 'inspection.yearly-cap', 'agency', a.id::text, '2026-01-01', '1', '本机关公布的年度检查频次上限', p.id
      FROM app.agencies a JOIN app.people p ON p.agency_id = a.id AND p.name = '林一'`,
    values: [newId()],
  })
})
afterAll(() => desk.close())

const { item: _, 'item-basis': __, ...BESIDE } = TASK

const opened = async (more: Record<string, unknown> = {}) => {
  const lin = await desk.as('lin')
  const { items } = (await lin.get('/api/items?text=QS-SC-JC-001')).json<{ items: { id: string }[] }>()
  return PenaltyRoad.open<Caller>(desk, {
    procedure: 'inspection',
    name: '青石味来餐饮食品安全检查',
    violations: [],
    facts: { case: { ...BESIDE, ...more } },
    item: items[0]?.id,
  })
}

const plan = (road: PenaltyRoad<Caller>) => ({
  case: {
    'planned-on': '2026-06-01',
    'approved-officers': road.handlers,
    'plan-content': '查看标签、保质期',
    'item-published': true,
  },
})

test('an inspection is approved, told, done, published, and the next of that year is over the cap unless somebody complained', async () => {
  const road = await opened()
  await road.take('lin', 'ask', plan(road))
  await road.agree('shen')
  await road.take('lin', 'notify')
  await road.deliver()
  const told = { 'certificate-shown': true, 'rights-explained': true, 'discipline-told': true, 'helpers-led': true }
  const seen = { place: '青石区某路 1 号', checklist: '标签：符合', scene: '整齐', 'inspectee-words': '没有意见' }
  const signed = { signed: '被检查人和检查人员已签名', officers: road.handlers }
  const times = { 'began-at': '2026-06-01T01:00:00.000Z', 'ended-at': '2026-06-01T01:30:00.000Z' }
  await road.take('lin', 'inspect', { case: { ...told, ...seen, ...signed, ...times } })
  await road.take('lin', 'tell-clean', { case: { 'result-words': '没有发现问题' } })
  await road.deliver()
  await road.take('lin', 'close')
  const { rows } = await desk.database.owner.query<{ due: string }>({
    text: `SELECT due_on::text AS due FROM app.disclosures WHERE case_id = $1`,
    values: [road.id],
  })
  expect(rows).toEqual([{ due: '2026-06-30' }])

  const again = await opened()
  const refused = await again.trial('lin', 'ask', { run: 'main', facts: plan(again), scenes: {} })
  expect([refused.statusCode, refused.body]).toEqual([409, expect.stringContaining('达到年度频次上限（1 次）')])
  expect(refused.body).toContain('国办发〔2024〕54号')
  const asked = await opened({ source: INSPECTION_SOURCES.complaint })
  await asked.take('lin', 'ask', plan(asked))
  expect((await compareRefold(desk.context)).differing).toEqual([])
})
