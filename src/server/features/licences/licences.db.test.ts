import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  LICENCE_STANDINGS,
  type LicenceDetail,
  type LicencesAnswer,
  type LicenceTimesAnswer,
} from '#contract/licences.ts'
import type { Problem } from '#contract/problem.ts'
import { CaseRoad } from '../../../../tests/support/case-road.ts'
import { type Caller, type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import { EXAMINATION } from '../../../../tests/support/licence-steps.ts'
import { PenaltyRoad } from '../../../../tests/support/penalty-road.ts'

const APPLICATION = {
  item: '食品经营许可',
  'licence-basis': '《食品安全法》第三十五条',
  application: '申请在青石区经营餐饮',
  materials: '申请书',
}
let desk: TestDesk
let parties: string[]
let handlers: string[]
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
  const road = await PenaltyRoad.open(desk)
  parties = [road.party]
  handlers = [...road.handlers]
})
afterAll(() => desk.close())

async function open(procedure: string, facts: Record<string, unknown>, more = {}): Promise<CaseRoad<Caller>> {
  const road = new CaseRoad(desk)
  const name = '青石某店的许可案件'
  await road.open('chuang', { procedure, name, parties, handlers, facts: { case: facts }, ...more })
  return road
}
const attempt = async (procedure: string, facts: Record<string, unknown>, login = 'chuang') =>
  (await desk.as(login)).send('POST', '/api/cases', {
    procedure,
    name: '青石某店的许可案件',
    parties,
    handlers,
    facts: { case: facts },
  })
const deliver = (road: CaseRoad<Caller>) =>
  road.take('chuang', 'deliver', {
    case: {
      method: '直接送达',
      'received-on': desk.context.clock.today(),
      'received-by': '赵某',
      'delivery-place': '窗口',
      'delivered-by': handlers,
    },
  })
async function decided(item = APPLICATION.item): Promise<CaseRoad<Caller>> {
  const road = await open('licence', { ...APPLICATION, item, 'promised-days': '5' })
  await road.take('chuang', 'accept')
  await deliver(road)
  await road.take('lin', 'examine', { case: EXAMINATION })
  await road.agree('zheng')
  return road
}
const list = async (query = '') =>
  (await (await desk.as('lin')).get(`/api/licences${query}`)).json<LicencesAnswer>().rows

const OF_JY_1 = { item: APPLICATION.item, 'licence-basis': APPLICATION['licence-basis'], 'licence-number': 'JY-1' }
const REQUEST = { application: '经营场所扩大一间', materials: '申请书' }
/** What the opening of each case about a licence asks beside the licence itself. */
const ABOUT: Readonly<Record<string, Record<string, unknown>>> = {
  'licence-change': REQUEST,
  'licence-renewal': { ...REQUEST, 'licence-ends-on': '2031-07-15' },
  'licence-withdrawal': { ground: '准予许可所依据的客观情况发生重大变化' },
  'licence-revocation': { ground: '违反法定程序准予许可' },
  'licence-cancellation': { ground: '法人或者其他组织依法终止' },
}
const openerOf = (procedure: string) => ('application' in (ABOUT[procedure] ?? {}) ? 'chuang' : 'lin')

describe('the register of licences', () => {
  let first: CaseRoad<Caller>

  test('has a licence once its certificate is issued, with its end', async () => {
    first = await decided()
    await first.take('lin', 'grant', { case: { conditions: '热食', 'valid-until': '2026-07-15' } })
    await first.agree('shen')
    await deliver(first)
    expect(await list()).toEqual([])
    await first.take('chuang', 'issue', { case: { 'licence-number': 'JY-1' } })
    expect(await list('?text=jy-1&standing=ending')).toMatchObject([
      { id: first.id, number: 'JY-1', item: '食品经营许可', validUntil: '2026-07-15', daysLeft: 44 },
    ])
  })

  test('gives no number twice, and tells why', async () => {
    const road = await decided()
    await road.take('lin', 'grant', { case: { conditions: '热食' } })
    await road.agree('shen')
    await deliver(road)
    const refused = await road.trial('chuang', 'issue', {
      run: 'main',
      facts: { case: { 'licence-number': ' JY-1 ' } },
    })
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('编号“JY-1”已经用于别的许可')
    await road.take('chuang', 'issue', { case: { 'licence-number': 'JY-2' } })
  })

  test('is what a renewal is judged by: its number, its end, thirty days before', async () => {
    const facts = { ...APPLICATION, 'licence-number': 'JY-1', 'licence-ends-on': '2026-07-15' }
    const strange = await attempt('licence-renewal', { ...facts, 'licence-number': 'JY-9' })
    expect(strange.body).toContain('没有编号“JY-9”，请核对编号；别的机关颁发的，由颁发机关办理')
    const wrong = await attempt('licence-renewal', { ...facts, 'licence-ends-on': '2026-07-16' })
    expect(wrong.json<Problem>().detail).toContain('登记簿上有效期至 2026-07-15')
    const road = await open('licence-renewal', facts, { origin: { kind: 'case', id: first.id } })
    await road.take('chuang', 'accept')
    await deliver(road)
    expect((await list('?text=JY-1'))[0]?.renewalAskedOn).toBe('2026-06-01')
    await road.take('lin', 'examine', { case: { finding: '符合条件', 'needs-verification': false } })
    await road.agree('zheng')
    await road.take('lin', 'grant', { case: { 'valid-until': '2031-07-15' } })
    await road.agree('shen')
    expect((await list('?text=JY-1'))[0]).toMatchObject({
      validUntil: '2031-07-15',
      renewalAskedOn: null,
      standing: 'valid',
    })
  })

  test('tells that a licence is cancelled, and nothing is done about it after that', async () => {
    const facts = { ...APPLICATION, application: undefined, materials: undefined }
    const about = { item: facts.item, 'licence-basis': facts['licence-basis'], 'licence-number': 'JY-2' }
    const road = new CaseRoad(desk)
    const ground = '法人或者其他组织依法终止'
    const body = { procedure: 'licence-cancellation', name: '注销青石某店的许可', parties, handlers }
    await road.open('lin', { ...body, facts: { case: { ...about, ground } } })
    await road.take('lin', 'decide', { case: { 'ending-reason': '公司已经注销登记' } })
    await road.agree('shen')
    expect((await list('?standing=cancelled')).map(({ number }) => number)).toEqual(['JY-2'])
    const again = await attempt('licence-cancellation', { ...about, ground }, 'lin')
    expect(again.body).toContain('许可已经注销')
  })

  test('keeps who lied from asking for the same within the year', async () => {
    const road = await decided()
    const facts = { 'refusal-reason': '平面图不真实', falsehood: '伪造平面图', 'is-safety-item': true }
    await road.take('lin', 'refuse-false', { case: facts })
    await road.agree('shen')
    const refused = await attempt('licence', APPLICATION)
    expect(refused.body).toContain('到 2027-06-01 为止不得再次申请“食品经营许可”')
    expect((await attempt('licence', { ...APPLICATION, item: '药品经营许可' })).statusCode).toBe(201)
  })

  test('compares what was promised, allowed and taken, for each item and each case', async () => {
    const { items } = (await (await desk.as('lin')).get('/api/licences/times?year=2026')).json<LicenceTimesAnswer>()
    expect(items).toEqual([
      { item: '食品经营许可', count: 3, promised: 5, statutory: 20, actual: 0, beyondPromise: 0, beyondLaw: 0 },
    ])
    expect((await first.read('lin')).times).toEqual({ promised: 5, statutory: 20, actual: 0 })
    expect((await (await desk.as('lin')).get('/api/licences/times?year=x')).statusCode).toBe(422)
  })

  test('opens each case about a licence that stands in it', async () => {
    for (const [procedure, facts] of Object.entries(ABOUT)) {
      const road = new CaseRoad(desk)
      const body = { procedure, name: '青石某店的许可案件', parties, handlers, origin: { kind: 'case', id: first.id } }
      await road.open(openerOf(procedure), { ...body, facts: { case: { ...OF_JY_1, ...facts } } })
      expect((await road.state('lin')).origin?.id, procedure).toBe(first.id)
    }
  })

  test('tells of one licence its cases, its times and who may begin what from it', async () => {
    const detail = async (login: string) => (await desk.as(login)).get(`/api/licences/${first.id}`)
    const read = (await detail('lin')).json<LicenceDetail>()
    expect(read.cases.slice(0, 2).map(({ procedure, standing }) => [procedure, standing])).toEqual([
      ['行政许可', '准予许可'],
      ['行政许可延续', '准予延续'],
    ])
    expect(read).toMatchObject({ row: { number: 'JY-1' }, licenceBasis: APPLICATION['licence-basis'], handOver: null })
    expect(read.times).toEqual({ promised: 5, statutory: 20, actual: 0 })
    expect(read.origin).toBe(read.cases[1]?.id)
    expect((await detail('zhuo')).json<LicenceDetail>().origin).toBeNull()
    expect((await detail('zhu')).statusCode).toBe(404)
  })

  test('counts each standing as the rule has it, at any size and any nearness', async () => {
    const { counts } = (await (await desk.as('lin')).get('/api/licences?within=1')).json<LicencesAnswer>()
    const all = await list('?within=1')
    for (const standing of LICENCE_STANDINGS) {
      const own = all.filter((row) => row.standing === standing)
      expect(counts[standing], standing).toBe(own.length)
      expect(await list(`?within=1&standing=${standing}`), standing).toEqual(own)
    }
    expect((await (await desk.as('lin')).get('/api/licences?within=0')).statusCode).toBe(422)
  })

  test('is seen by its own agency only', async () => {
    const { rows } = await desk.database.app.query<{ login: string }>({
      text: `SELECT a.login FROM app.accounts a JOIN app.people p ON p.id = a.person_id JOIN app.posts t ON t.person_id = p.id
        WHERE p.agency_id <> (SELECT agency_id FROM app.cases WHERE id = $1) AND t.role = 'handler' LIMIT 1`,
      values: [first.id],
    })
    const other = await (await desk.as(rows[0]?.login ?? '')).get('/api/licences')
    expect(other.json<LicencesAnswer>().rows).toEqual([])
  })

  test('refuses in one sentence what it does not know, and what another agency issued', async () => {
    await desk.database.app.query({
      text: `INSERT INTO app.licences (id, agency_id, number, item, holder, conditions, granted_on, changed_by, changed_at)
        SELECT c.id, a.id, 'WJ-1', '食品经营许可', '某店', '', '2026-01-01', c.id, now()
        FROM app.cases c JOIN app.agencies a ON a.id <> c.agency_id WHERE NOT EXISTS (SELECT 1 FROM app.licences l WHERE l.id = c.id) LIMIT 1`,
    })
    for (const [procedure, facts] of Object.entries(ABOUT))
      for (const number of ['JY-9', 'WJ-1']) {
        const typed = { ...OF_JY_1, ...facts, 'licence-number': number }
        const refused = await attempt(procedure, typed, openerOf(procedure))
        expect(refused.statusCode, procedure).toBe(409)
        expect(refused.json<Problem>().detail, procedure).toContain(`本机关的许可登记簿里没有编号“${number}”`)
      }
  })

  test('refuses what is about a lapsed licence, except its cancellation', async () => {
    const road = await decided('药品经营许可')
    await road.take('lin', 'grant', { case: { conditions: '热食', 'valid-until': '2026-06-20' } })
    await road.agree('shen')
    await deliver(road)
    await road.take('chuang', 'issue', { case: { 'licence-number': 'JY-3' } })
    desk.pass(30 * 24 * 60)
    expect((await list('?standing=expired')).map(({ number }) => number)).toEqual(['JY-3'])
    const lapsed = { ...OF_JY_1, item: '药品经营许可', 'licence-number': 'JY-3' }
    const renewal = { ...ABOUT['licence-renewal'], 'licence-ends-on': '2026-06-20' }
    for (const procedure of ['licence-change', 'licence-renewal', 'licence-withdrawal', 'licence-revocation']) {
      const facts = procedure === 'licence-renewal' ? renewal : ABOUT[procedure]
      const answer = await attempt(procedure, { ...lapsed, ...facts }, openerOf(procedure))
      expect(answer.json<Problem>().detail, procedure).toContain('许可已于 2026-06-20 期满，应当办理注销')
    }
    const over = await attempt('licence-cancellation', { ...lapsed, ground: '有效期届满未延续' }, 'lin')
    expect(over.statusCode).toBe(201)
  })
})
