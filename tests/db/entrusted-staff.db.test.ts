import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AgencyAnswer } from '#contract/agency.ts'
import type { Entrustment } from '#contract/entrustments.ts'
import type { Person } from '#contract/people.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { LETTER as WRITTEN } from '../support/entrustment-letter.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'

const LETTER = { ...WRITTEN, organisation: '临河市场服务中心（虚构）', untilOn: '2026-06-02' }

let desk: TestDesk
let road: PenaltyRoad<Caller>
let letter: Entrustment
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
  road = new PenaltyRoad<Caller>(desk)
  await road.meetPeople()
})
afterAll(() => desk.close())

async function unitOf(login: string, wanted: (unit: AgencyAnswer['units'][number]) => boolean): Promise<string> {
  const { units } = (await (await desk.as(login)).get('/api/agency')).json<AgencyAnswer>()
  const found = units.find(wanted)
  if (!found) throw new Error(`no such unit where ${login} works`)
  return found.id
}
const named = (name: string) => unitOf('lin', (unit) => unit.name === name)
const open = async () => (await desk.as('lin')).send('POST', '/api/cases', await road.opening())
const whyNotLin = async () => {
  const { people } = (await (await desk.as('lin')).get('/api/people')).json<{ people: Person[] }>()
  const lin = people.find(({ name }) => name === '林一')
  return [lin?.notOfficerBecause, lin?.isOfficerToday]
}
const change = async (body: object) =>
  (await desk.as('shen')).send(
    'PUT',
    `/api/entrustments/${letter.id}`,
    { ...LETTER, ...body },
    {
      'if-match': `"${letter.version}"`,
    },
  )

describe('a unit that an entrusted organisation staffs', () => {
  it('is one that handles cases in the own agency', async () => {
    const units = [await named('法制科'), await unitOf('zhu', ({ kind }) => kind === 'handling'), crypto.randomUUID()]
    for (const unitId of units) {
      const answer = await (await desk.as('shen')).send('POST', '/api/entrustments', { ...LETTER, unitId })
      expect(answer.statusCode, answer.body).toBe(422)
      expect(answer.json()).toMatchObject({ errors: [{ pointer: '/unitId' }] })
    }
  })

  it('is told with the letter, and its people begin cases while that holds', async () => {
    const unitId = await named('执法一中队')
    const answer = await (await desk.as('shen')).send('POST', '/api/entrustments', { ...LETTER, unitId })
    expect(answer.statusCode, answer.body).toBe(201)
    letter = answer.json<Entrustment>()
    expect(letter.texts).toMatchObject([{ unitId, unitName: '执法一中队' }])
    expect(await whyNotLin()).toEqual([null, true])
    expect((await open()).statusCode).toBe(201)
  })

  it('begins none after the last day, and everybody who chooses handlers reads why', async () => {
    desk.pass(2 * 24 * 60)
    expect(await whyNotLin()).toEqual(['所在的临河市场服务中心（虚构）不在委托的期限内。', false])
    const answer = await open()
    expect(answer.statusCode, answer.body).toBe(409)
    expect(answer.body).toContain('《行政处罚法》第二十条第四款')
    expect(answer.body).toContain('今天林一所在的临河市场服务中心（虚构）不在委托的期限内')
  })

  it('does again under another letter', async () => {
    const next = { ...LETTER, contractNumber: '青市监委〔2026〕10号', fromOn: '2026-06-03', untilOn: '2026-12-31' }
    const unitId = await named('执法一中队')
    const answer = await (await desk.as('shen')).send('POST', '/api/entrustments', { ...next, unitId })
    letter = answer.json<Entrustment>()
    expect((await open()).statusCode).toBe(201)
  })

  it('is bound by the text that stands: a change to another unit frees it from that letter', async () => {
    const other = { ...LETTER, contractNumber: '青市监委〔2026〕10号', fromOn: '2026-06-03', untilOn: '2026-12-31' }
    const moved = await change({ ...other, unitId: await named('执法二中队'), ground: '换了机构（虚构）' })
    expect(moved.statusCode, moved.body).toBe(200)
    expect(await whyNotLin()).toEqual(['所在的临河市场服务中心（虚构）不在委托的期限内。', false])
  })
})
