import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPortal } from '#portal/build-portal.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { CaseRoad } from '../../../../tests/support/case-road.ts'
import { type Caller, type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import { EXAMINATION } from '../../../../tests/support/licence-steps.ts'
import { PenaltyRoad } from '../../../../tests/support/penalty-road.ts'
import { indexSearch } from './index-search.ts'
import { publishDue } from './publish-due.ts'

const OF_LICENCE = { item: '食品经营许可', 'licence-basis': '《食品安全法》第三十五条' }
const REQUEST = { application: '经营场所扩大一间', materials: '申请书' }

let desk: TestDesk
let portal: FastifyInstance
let people: PenaltyRoad<Caller>
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
  const { context, database } = desk
  const config = { host: '127.0.0.1', portalPort: 0, portalPublicUrl: 'http://127.0.0.1' }
  const files = { read: async () => undefined }
  portal = await buildPortal({ config, db: database.portal, files, clock: context.clock, log: context.log })
  people = new PenaltyRoad(desk)
  await people.meetPeople()
})
afterAll(async () => {
  await portal.close()
  await desk.close()
})

const page = async (url: string): Promise<string> => (await portal.inject({ method: 'GET', url })).body

async function open(login: string, procedure: string, facts: Record<string, unknown>): Promise<CaseRoad<Caller>> {
  const road = new CaseRoad(desk)
  const about = { procedure, name: '青石某店的食品经营许可', parties: [people.party], handlers: people.handlers }
  await road.open(login, { ...about, facts: { case: facts } })
  return road
}

async function deliver(road: CaseRoad<Caller>): Promise<void> {
  const on = desk.context.clock.today()
  const got = { 'received-on': on, 'received-by': '赵某', 'delivery-place': '窗口', 'delivered-by': people.handlers }
  await road.take('chuang', 'deliver', { case: { method: '直接送达', ...got } })
}

/** Delivered, published and found; the id and the number under which the public reads it. */
async function published(road: CaseRoad<Caller>): Promise<{ readonly id: string; readonly number: string }> {
  await deliver(road)
  await publishDue(desk.context, PROCEDURES)
  await indexSearch(desk.context.db)
  const { rows } = await desk.database.owner.query<{ id: string; number: string; state: string }>({
    text: `SELECT d.id, p.number, d.state FROM app.disclosures d JOIN app.documents p ON p.id = d.document_id WHERE d.case_id = $1`,
    values: [road.id],
  })
  expect(rows).toMatchObject([{ state: 'published' }])
  return rows[0] ?? { id: '', number: '' }
}

async function examined(road: CaseRoad<Caller>, finding: Record<string, unknown>): Promise<void> {
  await road.take('chuang', 'accept')
  await deliver(road)
  await road.take('lin', 'examine', { case: finding })
  await road.agree('zheng')
}

test('the page of a grant says what has become of the licence and leads there, in the list too, and stays public', async () => {
  const first = await open('chuang', 'licence', { ...OF_LICENCE, ...REQUEST, 'promised-days': '5' })
  await examined(first, EXAMINATION)
  await first.take('lin', 'grant', { case: { conditions: '热食', 'valid-until': '2031-07-15' } })
  await first.agree('shen')
  const grant = await published(first)
  await first.take('chuang', 'issue', { case: { 'licence-number': 'JY-1' } })
  expect(await page(`/decisions/${grant.id}`)).not.toContain('许可已')

  const about = { ...OF_LICENCE, 'licence-number': 'JY-1' }
  const second = await open('chuang', 'licence-change', { ...about, ...REQUEST })
  await examined(second, { finding: '符合条件', 'needs-verification': false })
  await second.take('lin', 'grant', { case: { conditions: '热食、冷食' } })
  await second.agree('shen')
  const change = await published(second)
  const changed = await page(`/decisions/${grant.id}`)
  for (const words of ['公示中', '热食', '许可已变更', `<a href="/decisions/${change.id}">${change.number}</a>`])
    expect(changed).toContain(words)
  const leadsBack = await page(`/decisions/${change.id}`)
  for (const words of ['变更的许可', `<a href="/decisions/${grant.id}">${grant.number}</a>`])
    expect(leadsBack).toContain(words)

  const third = await open('lin', 'licence-cancellation', { ...about, ground: '法人或者其他组织依法终止' })
  await third.take('lin', 'decide', { case: { 'ending-reason': '公司已经注销登记' } })
  await third.agree('shen')
  const end = await published(third)
  for (const { id } of [grant, change]) {
    const shown = await page(`/decisions/${id}`)
    expect(shown).toContain('许可已注销')
    expect(shown).toContain(`href="/decisions/${end.id}"`)
  }
  expect((await page('/decisions')).match(/许可已注销/g)).toHaveLength(2)
})
