import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CaseRoad } from '../../../../tests/support/case-road.ts'
import { type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import { compareRefold } from './refold.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
})
afterAll(() => desk.close())

async function peopleAndParty() {
  const lin = await desk.as('lin')
  const { people } = (await lin.get('/api/people')).json<{ people: { id: string; name: string }[] }>()
  const { parties } = (await lin.get('/api/parties?q=%E9%9D%92%E7%9F%B3')).json<{
    parties: { id: string; name: string }[]
  }>()
  const idOf = (name: string) => people.find((person) => person.name === name)?.id ?? ''
  return { handlers: [idOf('林一'), idOf('周二')], party: parties[0]?.id ?? '' }
}

async function openPenalty(): Promise<CaseRoad> {
  const { handlers, party } = await peopleAndParty()
  const road = new CaseRoad(desk)
  await road
    .open('lin', {
      procedure: 'penalty-ordinary',
      name: '某餐饮公司经营超过保质期食品案',
      parties: [party],
      violations: [{ party, cause: '经营超过保质期的食品' }],
      handlers,
      facts: { case: { source: '行政检查', 'found-on': '2026-05-28', clue: '检查发现', place: '青石区' } },
    })
    .catch((error: Error) => expect(error.message).toContain('行为终了日期'))
  return road
}

describe('a case over HTTP', () => {
  test('an opening without a fact that is asked for writes nothing and says which', async () => {
    const road = await openPenalty()
    expect(road.id).toBe('')
    const { rows } = await desk.database.owner.query<{ n: number }>({
      text: 'SELECT count(*)::int AS n FROM app.cases',
    })
    expect(rows[0]?.n).toBe(0)
  })
})

describe('a licence over HTTP', () => {
  test('goes from intake to issue through the same endpoints, and refolds to what is stored', async () => {
    const { handlers, party } = await peopleAndParty()
    const road = new CaseRoad(desk)
    await road.open('chuang', {
      procedure: 'licence',
      name: '食品经营许可申请（青石味来）',
      parties: [party],
      handlers,
      facts: {
        case: {
          item: '食品经营许可',
          'licence-basis': '《食品安全法》第三十五条',
          application: '申请在青石区经营餐饮',
          materials: '申请书\n营业执照',
        },
      },
    })
    await road.take('chuang', 'accept')
    const today = '2026-06-01'
    const delivered = {
      method: '直接送达',
      'received-on': today,
      'received-by': '赵某',
      'delivery-place': '窗口',
      'delivered-by': handlers,
    }
    await road.take('chuang', 'deliver', { case: delivered })
    await road.take('lin', 'examine', { case: { checkers: handlers, finding: '符合条件' } })
    await road.agree('zheng')
    await road.take('lin', 'grant', { case: { conditions: '热食类食品制售', 'valid-until': '2031-05-31' } })
    await road.agree('shen')
    await road.take('lin', 'deliver', { case: delivered })
    const moved = await road.take('chuang', 'issue', { case: { 'licence-number': 'JY-0001' } })
    expect(moved.outcome).toBe('granted')
    const answer = await road.read('lin')
    expect(answer.documents.map((doc) => doc.number)).toContain('青市监许受〔2026〕1号')
    expect(answer.state.number).toBe('青市监许受〔2026〕1号')
    expect(await compareRefold(desk.context)).toEqual({ cases: 1, differing: [] })
  })
})
