import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CaseRoad } from '../../../../tests/support/case-road.ts'
import { type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import { EXAMINATION } from '../../../../tests/support/licence-steps.ts'
import { PenaltyRoad } from '../../../../tests/support/penalty-road.ts'
import { meetPublicationClock } from './meet-publication-clock.ts'
import { compareRefold } from './refold.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
})
afterAll(() => desk.close())

async function count(table: string, caseId: string): Promise<number> {
  const { rows } = await desk.database.owner.query<{ n: number }>({
    text: `SELECT count(*)::int AS n FROM app.${table} WHERE case_id = $1`,
    values: [caseId],
  })
  return rows[0]?.n ?? 0
}

describe('an ordinary penalty over HTTP', () => {
  test('goes from clue to dossier, and its events refold to what is stored', async () => {
    const road = await PenaltyRoad.open(desk)
    await road.untilDecided()
    await road.finish()
    const { state, documents, stages, timeline } = await road.read('lin')
    expect(state.runs[0]?.outcome).toBe('penalty')
    expect(documents.map((doc) => doc.code)).toContain('closure-approval')
    expect(documents.find((doc) => doc.code === 'penalty-decision')?.number).toBe('青市监罚决〔2026〕1号')
    expect(stages.at(-1)).toMatchObject({ title: '办结', state: 'current' })
    expect(timeline.at(-1)?.sentence).toBe('案件办结')
    expect((await compareRefold(desk.context)).differing).toEqual([])
  })

  test('writes an event, a leaf and an audit entry for all that happened, in the same transaction', async () => {
    const road = await PenaltyRoad.open(desk)
    await road.file()
    expect(await count('events', road.id)).toBe(road.version)
    expect(await count('leaves', road.id)).toBe(road.version)
    const { rows } = await desk.database.owner.query<{ name: string }>({
      text: 'SELECT name FROM app.audit_entries WHERE subject = $1 ORDER BY at, name',
      values: [`case:${road.id}`],
    })
    expect(rows.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['case-open', 'case-action', 'case-approval', 'case-read']),
    )
  })
})

describe('a command that the law or the record forbids', () => {
  test('cites its article, and nothing is half-written', async () => {
    const road = await PenaltyRoad.open(desk)
    const facts = { case: { 'in-jurisdiction': false, 'filing-reason': '涉嫌违法' } }
    const body = { run: 'main', facts: { ...facts, violation: { [road.violation]: { 'act-ended-on': '2026-05-01' } } } }
    const answer = await road.trial('lin', 'file', body)
    expect(answer.statusCode).toBe(409)
    expect(answer.json()).toMatchObject({ code: 'gate-closed', basis: '《行政处罚法》第二十二条' })
    expect(await count('events', road.id)).toBe(road.version)
  })

  test('says of every field what would be right', async () => {
    const road = await PenaltyRoad.open(desk)
    const violation = { [road.violation]: { 'act-ended-on': '2026-02-30' } }
    const facts = { case: { 'in-jurisdiction': true, 'filing-reason': 'x'.repeat(20_000) }, violation }
    const answer = await road.trial('lin', 'file', { run: 'main', facts })
    expect(answer.statusCode).toBe(422)
    const pointers = answer.json<{ errors: { pointer: string }[] }>().errors.map(({ pointer }) => pointer)
    expect(pointers.toSorted()).toEqual([`act-ended-on@${road.violation}`, 'filing-reason'])
  })

  test('is refused on a version that somebody else has moved on from', async () => {
    const road = await PenaltyRoad.open(desk)
    const old = road.version
    await road.file()
    const body = { run: 'main', facts: {} }
    const answer = await road.trial('lin', 'inquire', body, { 'if-match': `"${old}"` })
    expect(answer.statusCode).toBe(412)
    expect(answer.json<{ current: { version: number } }>().current.version).toBe(road.version)
  })

  test('is answered as before when it is sent again, and refused when its key comes with other content', async () => {
    const road = await PenaltyRoad.open(desk)
    const key = { 'idempotency-key': randomUUID() }
    const violation = { [road.violation]: { 'act-ended-on': '2026-05-20' } }
    const body = { run: 'main', facts: { case: { 'in-jurisdiction': true, 'filing-reason': '涉嫌违法' }, violation } }
    const first = await road.trial('lin', 'file', body, key)
    const again = await road.trial('lin', 'file', body, key)
    expect(again.json()).toEqual(first.json())
    expect(await count('events', road.id)).toBe(first.json<{ version: number }>().version)
    const other = await road.trial('lin', 'file', { ...body, evidence: [{ kind: '书证', title: '另一份' }] }, key)
    expect(other.json()).toMatchObject({ code: 'idempotency-key-reused' })
  })

  test('of two at the same moment one goes through and one is told of the other', async () => {
    const road = await PenaltyRoad.open(desk)
    const violation = { [road.violation]: { 'act-ended-on': '2026-05-20' } }
    const body = { run: 'main', facts: { case: { 'in-jurisdiction': true, 'filing-reason': '涉嫌违法' }, violation } }
    const answers = await Promise.all([road.trial('lin', 'file', body), road.trial('zhou', 'file', body)])
    expect(answers.map((answer) => answer.statusCode).toSorted()).toEqual([200, 412])
  })

  test("of another agency's case is answered as if there were none", async () => {
    const road = await PenaltyRoad.open(desk)
    const other = await desk.as('zhu')
    expect((await other.get(`/api/cases/${road.id}`)).statusCode).toBe(404)
    const answer = await road.trial('zhu', 'file', { run: 'main' })
    expect(answer.statusCode).toBe(404)
  })
})

describe('a decision that has become public', () => {
  test('has met its term for that, on the record and with nobody as its author', async () => {
    const road = await PenaltyRoad.open(desk)
    await road.untilDecided()
    const published = { caseId: road.id, agencyId: (await road.state('lin')).agency }
    expect(await meetPublicationClock(desk.context, published)).toBe(true)
    expect(await meetPublicationClock(desk.context, published)).toBe(false)
    const { clocks } = await road.read('lin')
    expect(clocks.find(({ clock }) => clock === 'publication')?.state).toBe('met')
    expect((await compareRefold(desk.context)).differing).toEqual([])
  })

  test('does not stop whoever has the case open: nobody has edited it', async () => {
    const road = await PenaltyRoad.open(desk)
    await road.untilDecided()
    const seen = road.version
    await meetPublicationClock(desk.context, { caseId: road.id, agencyId: (await road.state('lin')).agency })
    expect((await road.read('lin')).version).toBe(seen + 1)
    await road.deliver()
    expect(road.version).toBeGreaterThan(seen + 1)
  })
})

describe('numbers and drafts', () => {
  test('twenty cases filed at once get twenty numbers without a gap', async () => {
    const roads = await Promise.all(Array.from({ length: 20 }, () => PenaltyRoad.open(desk)))
    await Promise.all(roads.map((road) => road.file()))
    const { rows } = await desk.database.owner.query<{ ordinal: number }>({
      text: `SELECT ordinal FROM app.documents WHERE code = 'filing-approval' ORDER BY ordinal`,
    })
    expect(rows.map(({ ordinal }) => ordinal)).toEqual(rows.map((_row, index) => index + 1))
    expect(rows.length).toBeGreaterThanOrEqual(20)
  })

  test('a draft that a second editor saved meanwhile is answered with both values, never overwritten', async () => {
    const road = await PenaltyRoad.open(desk)
    const url = `/api/cases/${road.id}/drafts/main/file`
    const draftOf = (reason: string) => ({
      run: 'main',
      input: { run: 'main', facts: { case: { 'filing-reason': reason } } },
    })
    const lin = await road.as('lin')
    const zhou = await road.as('zhou')
    expect((await lin.send('PUT', url, draftOf('林的理由'), { 'if-match': '"0"' })).statusCode).toBe(200)
    const late = await zhou.send('PUT', url, draftOf('周的理由'), { 'if-match': '"0"' })
    expect(late.statusCode).toBe(412)
    expect(late.json()).toMatchObject({ current: { version: 1, values: { savedBy: '林一' } } })
    const kept = (await lin.get(url)).json<{ input: { facts: { case: unknown } } }>()
    expect(kept.input.facts.case).toEqual({ 'filing-reason': '林的理由' })
  })
})

describe('a licence over HTTP', () => {
  test('goes from intake to issue through the same endpoints', async () => {
    const { handlers, party } = await PenaltyRoad.open(desk)
    const road = new CaseRoad(desk)
    const application = {
      item: '食品经营许可',
      'licence-basis': '《食品安全法》第三十五条',
      application: '申请在青石区经营餐饮',
      materials: '申请书\n营业执照',
    }
    const name = '食品经营许可申请（青石某店）'
    await road.open('chuang', { procedure: 'licence', name, parties: [party], handlers, facts: { case: application } })
    await road.take('chuang', 'accept')
    const delivered = {
      method: '直接送达',
      'received-on': desk.context.clock.today(),
      'received-by': '赵某',
      'delivery-place': '窗口',
      'delivered-by': handlers,
    }
    await road.take('chuang', 'deliver', { case: delivered })
    await road.take('lin', 'examine', { case: EXAMINATION })
    await road.agree('zheng')
    await road.take('lin', 'grant', { case: { conditions: '热食类食品制售', 'valid-until': '2031-05-31' } })
    await road.agree('shen')
    await road.take('lin', 'deliver', { case: delivered })
    const moved = await road.take('chuang', 'issue', { case: { 'licence-number': 'JY-0001' } })
    expect(moved).toMatchObject({ outcome: 'granted', number: '青市监许受〔2026〕1号' })
  })
})

describe('the draft of a form', () => {
  test('stays while its act is only proposed, and is gone when the act has taken effect', async () => {
    const road = await PenaltyRoad.open(desk)
    const lin = await road.as('lin')
    const url = `/api/cases/${road.id}/drafts/main/file`
    await lin.send('PUT', url, { run: 'main', input: { run: 'main' } }, { 'if-match': '"0"' })
    await road.proposeFiling()
    expect((await lin.get(url)).json()).toMatchObject({ version: 1 })
    await road.agree('zheng', 'shen')
    expect((await lin.get(url)).json()).toMatchObject({ version: 0, input: null })
  })
})
