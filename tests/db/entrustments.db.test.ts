import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Entrustment, EntrustmentsAnswer } from '#contract/entrustments.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { fixedClock } from '#server/clock.ts'
import { publishDue } from '#server/features/disclosure/index.ts'
import { openLog } from '#server/log.ts'
import { buildPortal } from '../../src/portal/build-portal.ts'
import { type TestDesk, testDesk } from '../support/desk.ts'
import { LETTER } from '../support/entrustment-letter.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
  await publishDue(desk.context, PROCEDURES)
})
afterAll(() => desk.close())

const post = async (login: string, change: object = {}) =>
  (await desk.as(login)).send('POST', '/api/entrustments', { ...LETTER, ...change })
const registerOf = async (login: string) =>
  (await (await desk.as(login)).get('/api/entrustments')).json<EntrustmentsAnswer>()
const own = async (login: string) =>
  (await registerOf(login)).rows.find(({ texts }) =>
    texts.some(({ organisation }) => organisation === LETTER.organisation),
  )
async function edit(login: string, row: Entrustment, change: object, end = '') {
  const { id, version } = row
  const headers = { 'if-match': `"${version}"` }
  const caller = await desk.as(login)
  return end === ''
    ? caller.send('PUT', `/api/entrustments/${id}`, { ...LETTER, ...change }, headers)
    : caller.send('POST', `/api/entrustments/${id}/end`, change, headers)
}
async function row(): Promise<Entrustment> {
  const found = await own('shen')
  if (!found) throw new Error('nothing registered')
  return found
}
async function portalOn(at: string): Promise<string> {
  const config = { host: '127.0.0.1', portalPort: 0, portalPublicUrl: 'http://127.0.0.1' }
  const [clock, log] = [fixedClock(at), openLog('silent')]
  const files = { read: async () => undefined }
  const portal = await buildPortal({ config, db: desk.database.portal, files, clock, log })
  const { body } = await portal.inject('/agencies')
  await portal.close()
  return body
}
const errorsOf = (answer: { json(): unknown }) =>
  (answer.json() as { errors: { pointer: string; sentence: string; basis?: string }[] }).errors

describe('the register of entrustments', () => {
  it('takes a letter, and the public reads it at once: who, what, how far, until when', async () => {
    const answer = await post('shen')
    expect(answer.statusCode, answer.body).toBe(201)
    expect(answer.json()).toMatchObject({
      state: 'running',
      version: 1,
      texts: [{ uscc: '12990102MA0DEM9109', by: '沈一' }],
    })
    const body = await portalOn('2026-06-01T02:00:00Z')
    for (const words of [
      LETTER.organisation,
      LETTER.powers,
      LETTER.contractNumber,
      LETTER.phone,
      '正在委托',
      '不得再委托',
    ])
      expect(body).toContain(words)
    const { rows } = await desk.context.db.query({
      text: `SELECT name FROM app.audit_entries WHERE subject = 'entrustment:' || $1::text`,
      values: [(await row()).id],
    })
    expect(rows).toEqual([{ name: 'entrustment-registered' }])
  })

  it('prints the letter as it stands, for both to sign', async () => {
    const answer = await (await desk.as('lin')).get(`/api/entrustments/${(await row()).id}/paper`)
    expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200)
    expect(answer.headers['content-type']).toBe('application/pdf')
    expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('says every mistake beside its field with its article, and takes nothing', async () => {
    const before = (await registerOf('shen')).rows.length
    const items = ['查封、扣押不符合食品安全标准的食品', '对擅自占用城市道路的处罚']
    const answer = await post('shen', { items, uscc: '12990102MA0DEM9108', untilOn: '2026-05-31' })
    expect(answer.statusCode).toBe(422)
    expect(errorsOf(answer)).toEqual([
      expect.objectContaining({ pointer: '/uscc' }),
      expect.objectContaining({ pointer: '/untilOn' }),
      expect.objectContaining({ pointer: '/items', basis: '《行政强制法》第十七条第一款' }),
      expect.objectContaining({ pointer: '/items', sentence: expect.stringContaining('不能超出法定权限') }),
      expect.objectContaining({ pointer: '/contractNumber', sentence: expect.stringContaining('另一份委托书') }),
    ])
    expect((await registerOf('shen')).rows).toHaveLength(before)
  })

  it('wants the conditions of article 21 looked at, and every part of the letter', async () => {
    const answer = await post('shen', { contractNumber: '另一号', meetsConditions: false, items: [], powers: '' })
    expect(errorsOf(answer).map(({ pointer }) => pointer)).toEqual(['/items', '/powers', '/meetsConditions'])
    for (const day of ['0000-01-01', '2026-02-30', '']) {
      const [first] = errorsOf(await post('shen', { contractNumber: '另一号', fromOn: day }))
      expect(first).toMatchObject({ pointer: '/fromOn', sentence: expect.stringContaining('2026-06-03') })
    }
  })

  it('is of one agency: to another one it does not exist', async () => {
    expect(await own('zhu')).toBeUndefined()
    expect((await (await desk.as('zhu')).get(`/api/entrustments/${(await row()).id}/paper`)).statusCode).toBe(404)
    expect((await edit('shi', await row(), { ground: '改动' })).statusCode).toBe(404)
    expect((await edit('shi', await row(), { endedOn: '2026-06-01', reason: '终止' }, 'end')).statusCode).toBe(404)
  })

  it('keeps the text before a change, with its reason; who looked at the old one is told', async () => {
    const seen = await row()
    const answer = await edit('shen', seen, { powers: '只作检查。', ground: '双方协商（虚构）' })
    expect(answer.statusCode, answer.body).toBe(200)
    expect((await edit('shen', seen, { ground: '又改' })).statusCode).toBe(412)
    expect(await row()).toMatchObject({
      version: 2,
      texts: [
        { number: 2, powers: '只作检查。', ground: '双方协商（虚构）' },
        { number: 1, powers: LETTER.powers, ground: '' },
      ],
    })
    const body = await portalOn('2026-06-01T02:00:00Z')
    expect([body.includes('只作检查。'), body.includes(LETTER.powers), body.includes('双方协商')]).toEqual([
      true,
      false,
      false,
    ])
  })

  it('ends early with a reason, once and for good; the public reads the day and not the reason', async () => {
    const early = await edit('shen', await row(), { endedOn: '2026-06-02', reason: '人员不足' }, 'end')
    expect(errorsOf(early)[0]).toMatchObject({ pointer: '/endedOn', sentence: expect.stringContaining('不能晚于今天') })
    const answer = await edit('shen', await row(), { endedOn: '2026-06-01', reason: '人员不足（虚构）' }, 'end')
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.json()).toMatchObject({ state: 'ended', ended: { on: '2026-06-01', by: '沈一' } })
    expect((await edit('shen', await row(), { endedOn: '2026-06-01', reason: '再来' }, 'end')).statusCode).toBe(409)
    expect((await edit('shen', await row(), { ground: '恢复' })).statusCode).toBe(409)
    const body = await portalOn('2026-06-01T02:00:00Z')
    expect([body.includes('提前终止'), body.includes('人员不足')]).toEqual([true, false])
  })

  it('points out what ends within thirty days, first in the list; on the portal it holds until its last day', async () => {
    desk.pass(Math.round((Date.parse('2026-11-20T02:00:00Z') - Date.parse('2026-06-01T02:00:00Z')) / 60_000))
    const { rows, warnDays } = await registerOf('shi')
    expect(warnDays).toBe(30)
    expect(rows.map(({ state, daysLeft }) => [state, daysLeft])).toEqual([
      ['ending', 26],
      ['over', 0],
    ])
    expect(await portalOn('2026-12-15T02:00:00Z')).not.toContain('快到期')
    expect((await portalOn('2026-12-15T02:00:00Z')).match(/>期满</g)).toHaveLength(1)
    expect((await portalOn('2026-12-16T02:00:00Z')).match(/>期满</g)).toHaveLength(2)
    const over = rows[1]
    if (!over) throw new Error('no entrustment is over')
    expect((await edit('shi', over, { ground: '续签' })).statusCode).toBe(409)
  })
})
