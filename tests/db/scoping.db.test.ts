import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { featureRoutes } from '#server/app.ts'
import type { Route } from '#server/http/route.ts'
import { CaseRoad } from '../support/case-road.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'

/** The same posts in another agency: 城管局 beside 市场监管局. */
const FOREIGN = ['zhu', 'xu', 'he', 'shi', 'yan', 'hua']
const OTHER = '01930000-0000-7000-8000-000000000000'

let desk: TestDesk
let road: CaseRoad
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
  const lin = await desk.as('lin')
  const { people } = (await lin.get('/api/people?role=handler')).json<{ people: { id: string; name: string }[] }>()
  const { parties } = (await lin.get('/api/parties?q=%E5%8D%97')).json<{ parties: { id: string }[] }>()
  road = new CaseRoad(desk)
  await road.open('chuang', {
    procedure: 'licence',
    name: '食品经营许可申请（隔离）',
    parties: [parties[0]?.id],
    handlers: people.filter(({ name }) => ['林一', '周二'].includes(name)).map(({ id }) => id),
    facts: {
      case: {
        item: '食品经营许可',
        'licence-basis': '《食品安全法》第三十五条',
        application: '申请',
        materials: '申请书',
      },
    },
  })
})
afterAll(() => desk.close())

const OF_A_CASE = featureRoutes.filter(({ path }) => path.startsWith('/api/cases/:id'))
const SIGNATURE = { sha256: 'a'.repeat(64), as: 'party', name: '赵某' }
const BODIES: Readonly<Record<string, unknown>> = {
  'POST /api/cases/:id/actions/:action': { run: 'main', facts: { case: {} }, evidence: [] },
  'POST /api/cases/:id/recordings': { run: 'main', scene: 'licence-verification', recording: OTHER },
  'POST /api/cases/:id/recordings/explanations': { run: 'main', scene: 'licence-verification', reason: '没有现场活动' },
  'POST /api/cases/:id/recordings/unbindings': {
    run: 'main',
    scene: 'licence-verification',
    recording: OTHER,
    reason: '绑错了案件',
  },
  'POST /api/cases/:id/recordings/exceptions': {
    run: 'main',
    scene: 'licence-verification',
    act: 1,
    ground: 'lost',
    reason: '存储卡损坏，送修后仍不能恢复，已经封存备查。',
  },
  'POST /api/cases/:id/recordings/exceptions/decisions': {
    run: 'main',
    scene: 'licence-verification',
    act: 1,
    granted: true,
    opinion: '同意',
  },
  'POST /api/cases/:id/approvals/:proposal': { do: 'agree', run: 'main', opinion: '同意' },
  'POST /api/cases/:id/documents/:document/signatures': SIGNATURE,
  'POST /api/cases/:id/documents/:document/void': { reason: '当事人名称写错了' },
  'POST /api/cases/:id/documents/:document/void/answer': { granted: true, opinion: '同意' },
  'POST /api/cases/:id/documents/:document/signature-refusals': { ...SIGNATURE, reason: '不同意' },
  'PUT /api/cases/:id/drafts/:run/:action': { run: 'main', input: { run: 'main' } },
  'POST /api/cases/:id/dossier': { arrangement: 'time', retention: '30年' },
  'POST /api/cases/:id/preview': { action: 'accept', input: { run: 'main' } },
}

function call(caller: Caller, route: Route, id: string) {
  const url = route.path
    .replace(':id', id)
    .replace(':run', 'main')
    .replace(':action', 'accept')
    .replace(':page', '1')
    .replaceAll(/:\w+/g, OTHER)
  const body = BODIES[`${route.method} ${route.path}`]
  return caller.send(route.method, url, body, { 'if-match': `"${road.version}"` })
}

describe("another agency's case", () => {
  it('is found by the own agency, so that the rest of this file means something', async () => {
    expect((await (await desk.as('lin')).get(`/api/cases/${road.id}`)).statusCode).toBe(200)
    expect(OF_A_CASE.length).toBeGreaterThan(5)
  })

  it.each(OF_A_CASE.map((route) => [`${route.method} ${route.path}`, route] as const))(
    'is not there for %s: the same answer as for a case that does not exist',
    async (_name, route) => {
      for (const login of FOREIGN) {
        const caller = await desk.as(login)
        const [foreign, none] = [await call(caller, route, road.id), await call(caller, route, OTHER)]
        const { requestId: _a, ...one } = foreign.json()
        const { requestId: _b, ...other } = none.json()
        expect([403, 404]).toContain(foreign.statusCode)
        expect(one).toEqual(other)
      }
      const worker = await desk.as('zhu')
      expect((await call(worker, route, road.id)).statusCode).toBe(404)
    },
  )

  it('stands in no list of another agency', async () => {
    for (const login of FOREIGN) {
      const caller = await desk.as(login)
      for (const url of ['/api/worklist', '/api/reviews', '/api/disclosures']) {
        expect((await caller.get(url)).body).not.toContain(road.id)
      }
    }
  })
})
