import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CaseRoad } from '../../../../tests/support/case-road.ts'
import { type Caller, type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import { APPLICATION } from '../../../../tests/support/licence-steps.ts'
import { pdfText } from '../../../../tests/support/pdf-text.ts'
import { PenaltyRoad } from '../../../../tests/support/penalty-road.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
})
afterAll(() => desk.close())

type Named = { readonly id: string; readonly name: string }
type Wanted = { readonly action: string; readonly party?: string; readonly input?: Record<string, unknown> }

async function preview(login: string, caseId: string, { input, ...wanted }: Wanted) {
  const body = { ...wanted, input: { run: 'main', ...input } }
  return (await desk.as(login)).send('POST', `/api/cases/${caseId}/preview`, body)
}

describe('a paper before it is made out', () => {
  let road: CaseRoad<Caller>
  let applicants: readonly Named[]
  beforeAll(async () => {
    const people = new PenaltyRoad(desk)
    await people.meetPeople()
    const found = await (await desk.as('lin')).get(`/api/parties?q=${encodeURIComponent('青石')}`)
    applicants = found.json<{ parties: readonly Named[] }>().parties.slice(0, 2)
    road = new CaseRoad(desk)
    await road.open('chuang', {
      procedure: 'licence',
      name: '甲店、乙店申请食品经营许可',
      parties: applicants.map(({ id }) => id),
      handlers: people.handlers,
      facts: { case: APPLICATION.case },
    })
  })

  test('is shown as each party would get it, and as the first would where nobody is named', async () => {
    const [first, second] = applicants
    if (!first || !second) throw new Error('two parties are wanted')
    const shown = async (party?: string) => {
      const answer = await preview('chuang', road.id, { action: 'accept', ...(party !== undefined && { party }) })
      expect(answer.statusCode, answer.body).toBe(200)
      expect(answer.headers['x-document-issued']).toBe('yes')
      const text = await pdfText(answer.rawPayload)
      return [first, second].filter(({ name }) => text.includes(name.replaceAll(/\s/g, ''))).map(({ id }) => id)
    }
    expect(await shown(second.id)).toEqual([second.id])
    expect(await shown(first.id)).toEqual([first.id])
    expect(await shown()).toEqual([first.id])
  })

  test('is shown of nobody who is no party of the case', async () => {
    const stranger = await preview('chuang', road.id, { action: 'accept', party: road.id })
    expect([stranger.statusCode, stranger.json<{ detail: string }>().detail]).toEqual([
      404,
      expect.stringMatching(/当事人/),
    ])
    expect((await preview('chuang', road.id, { action: 'accept', party: '第二个' })).statusCode).toBe(422)
  })

  test('says whether it is made out at all with what is typed in', async () => {
    const penalty = await PenaltyRoad.open(desk)
    await penalty.file()
    await penalty.investigate()
    await penalty.take('lin', 'issue-notice', { violation: { [penalty.violation]: { fine: '5000', warning: true } } })
    await penalty.agree('zheng', 'shen')
    const said = async (way: string) => {
      const party = { [penalty.party]: { statement: '请求从轻', 'statement-way': way } }
      const answer = await preview('lin', penalty.id, { action: 'hear-party', input: { facts: { party } } })
      return [answer.statusCode, answer.headers['x-document-issued']]
    }
    expect(await said('口头')).toEqual([200, 'yes'])
    expect(await said('书面')).toEqual([200, 'no'])
  })
})
