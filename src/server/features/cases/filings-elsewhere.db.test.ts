import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FilingsAnswer } from '#contract/filings.ts'
import { CaseRoad } from '../../../../tests/support/case-road.ts'
import { type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import { PenaltyRoad } from '../../../../tests/support/penalty-road.ts'

const CITY = '南屏市青石区城市管理局'
const CAUSE = '占用盲道经营'
let desk: TestDesk
let ours: PenaltyRoad
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
  const known = await PenaltyRoad.open(desk)
  const violations = [{ party: known.party, cause: CAUSE }]
  ours = await PenaltyRoad.open(desk, { name: '某餐饮公司占用盲道经营案', violations })
})
afterAll(() => desk.close())

const filings = async (login = 'lin', id = ours.id) => (await desk.as(login)).get(`/api/cases/${id}/filings`)
const said = async () => (await filings()).json<FilingsAnswer>()

/** A case of the city bureau about an act of the same party, filed by its own people. */
async function fileInTheCity(cause: string): Promise<string> {
  const road = new CaseRoad(desk)
  const { people } = (await (await road.as('zhu')).get('/api/people')).json<{
    people: { id: string; name: string }[]
  }>()
  const handlers = ['朱一', '秦二'].map((name) => people.find((person) => person.name === name)?.id ?? '')
  const today = desk.context.clock.today()
  await road.open('zhu', {
    procedure: 'penalty-ordinary',
    name: `某餐饮公司${cause}案`,
    parties: [ours.party],
    violations: [{ party: ours.party, cause }],
    handlers,
    facts: { case: { source: '行政检查', 'found-on': today, clue: '巡查发现', place: '青石区' } },
  })
  const violation = (await road.state('zhu')).violations[0]?.id ?? ''
  const facts = {
    case: { 'in-jurisdiction': true, 'filing-reason': '涉嫌违法' },
    violation: { [violation]: { 'act-ended-on': today } },
  }
  await road.take('zhu', 'file', facts)
  await road.agree('xu', 'shi')
  return road.id
}

describe('the same act of the same party in two agencies', () => {
  test('is not told while nobody else has filed it, nor when another act of the party was filed', async () => {
    await fileInTheCity('未采取密闭措施运输')
    expect(await said()).toEqual({ filedOn: null, elsewhere: [] })
  })

  test('is told to who may read the case: that there is one, which agency and which day, and no more', async () => {
    const theirs = await fileInTheCity(CAUSE)
    expect((await filings()).json()).toEqual({ filedOn: null, elsewhere: [{ agency: CITY, filedOn: '2026-06-01' }] })
    expect((await filings('lin', theirs)).statusCode).toBe(404)
    expect((await filings('zhuo')).statusCode).toBe(403)
  })

  test('is told with the own day once this agency has filed too', async () => {
    desk.pass(24 * 60)
    ours.signInAgain()
    await ours.file()
    expect(await said()).toEqual({ filedOn: '2026-06-02', elsewhere: [{ agency: CITY, filedOn: '2026-06-01' }] })
  })
})
