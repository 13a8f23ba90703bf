import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AgencyAnswer } from '#contract/agency.ts'
import type { PostsAnswer } from '#contract/post-duties.ts'
import type { PostLettersAnswer } from '#contract/post-letters.ts'
import { fixedClock } from '#server/clock.ts'
import { openLog } from '#server/log.ts'
import { buildPortal } from '../../src/portal/build-portal.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'

const RECORD = {
  fromOn: '2026-05-20',
  duty: '负责全区市场监督管理。\n依法查处违法行为。',
  legalRepresentative: '新任某',
  funding: '财政全额拨款',
  headcount: 60,
  address: '南屏市青石区新址路9号（虚构）',
  phone: '0000-0000199',
  complaintPhone: '0000-0000198',
  ground: '青组任〔2026〕7号（虚构）',
}

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
})
afterAll(() => desk.close())

const agencySeenBy = async (login: string) => (await (await desk.as(login)).get('/api/agency')).json<AgencyAnswer>()
async function set(login: string, version: number, change: object = {}) {
  const caller: Caller = await desk.as(login)
  return caller.send('PUT', '/api/agency/record', { ...RECORD, ...change }, { 'if-match': `"${version}"` })
}

async function portalSays(): Promise<string> {
  const config = { host: '127.0.0.1', portalPort: 0, portalPublicUrl: 'http://127.0.0.1' }
  const [clock, log] = [fixedClock('2026-06-01T02:00:00Z'), openLog('silent')]
  const files = { read: async () => undefined }
  const portal = await buildPortal({ config, db: desk.database.portal, files, clock, log })
  const { body } = await portal.inject('/agencies')
  await portal.close()
  return body
}

describe('what an agency is, is registered by itself and seen by everyone', () => {
  it('a new version stands from its day; the one before stays with who registered it and on what ground', async () => {
    expect(await agencySeenBy('lin')).toMatchObject({ version: 1, record: { legalRepresentative: '沈一', by: null } })
    const answer = await set('shen', 1)
    expect(answer.statusCode, answer.body).toBe(200)
    expect(await agencySeenBy('lin')).toMatchObject({
      version: 2,
      phone: RECORD.phone,
      record: { ...RECORD, by: '沈一', version: 2 },
      earlier: [{ version: 1, legalRepresentative: '沈一', headcount: 58 }],
    })
    const { rows } = await desk.context.db.query({
      text: `SELECT detail FROM app.audit_entries WHERE name = 'agency-record' AND agency_id IS NOT NULL`,
    })
    expect(rows).toEqual([{ detail: { version: 2, ...RECORD } }])
  })

  it('the portal shows it at once: duty, legal representative, funding, posts, address and phone', async () => {
    const body = await portalSays()
    for (const words of [
      '新任某',
      '财政全额拨款',
      '60 名',
      RECORD.address,
      RECORD.phone,
      RECORD.complaintPhone,
      '依法查处违法行为。',
    ])
      expect(body).toContain(words)
    expect(body).not.toContain('青组任')
  })

  it('an administrator registers it as well, each for the own agency alone', async () => {
    const answer = await set('fan', 0, { legalRepresentative: '司法局某' })
    expect(answer.statusCode, answer.body).toBe(200)
    expect((await agencySeenBy('fan')).name).toContain('司法局')
    expect((await agencySeenBy('lin')).record?.legalRepresentative).toBe('新任某')
    expect((await agencySeenBy('zhu')).name).toContain('城市管理局')
  })

  it('whoever looked at an older version is told, and nothing is written over', async () => {
    const answer = await set('shen', 1, { headcount: 61 })
    expect(answer.statusCode).toBe(412)
    expect((await agencySeenBy('lin')).record?.headcount).toBe(60)
  })

  it.each([
    ['fromOn', '2026-06-02', '不能晚于今天'],
    ['fromOn', '2019-12-31', '2020-01-01'],
    ['fromOn', '0000-01-01', '2026-06-03 这样'],
    ['funding', '不知道', '财政全额拨款'],
    ['headcount', 0, '1 到 100000'],
    ['headcount', null, '1 到 100000'],
    ['duty', ' ', '请写明主要职责'],
    ['ground', '', '请写明依据'],
  ])('%s = %j is refused beside its field with what would be right', async (field, value, words) => {
    const answer = await set('shen', 2, { [field]: value })
    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toMatchObject({
      errors: [{ pointer: `/${field}`, sentence: expect.stringContaining(words) }],
    })
    expect((await agencySeenBy('lin')).version).toBe(2)
  })

  it('units are listed with those who have a post there today, the head first, with a certificate that is valid today', async () => {
    const { units } = await agencySeenBy('lin')
    const squad = units.find(({ name }) => name === '执法一中队')
    expect(squad?.people[0]?.posts.map(({ role }) => role)).toContain('unit-head')
    const byName = Object.fromEntries(units.flatMap(({ people }) => people).map((person) => [person.name, person]))
    expect(byName.林一).toMatchObject({ certificate: '99010200001', posts: [{ role: 'handler' }] })
    expect(byName.蒋过期?.certificate).toBeNull()
  })
})

describe('duties hang on posts, for whoever holds them', () => {
  const postsSeenBy = async (login: string) => (await (await desk.as(login)).get('/api/posts')).json<PostsAnswer>()
  const clerksOf = async (login: string) => (await postsSeenBy(login)).rows.find(({ role }) => role === 'clerk')
  const write = async (login: string, version: number, change: object = {}, role = 'clerk') =>
    (await desk.as(login)).send(
      'PUT',
      `/api/posts/${role}/duties`,
      { fromOn: '2026-06-01', duties: '受理申请。\n答复咨询。', ...change },
      { 'if-match': `"${version}"` },
    )

  it('a new text stands from its day, the one before stays; each post is listed with those who hold it today', async () => {
    expect((await write('shen', 1)).statusCode).toBe(200)
    expect(await clerksOf('lin')).toMatchObject({
      version: 2,
      texts: [
        { version: 2, duties: '受理申请。\n答复咨询。', by: '沈一' },
        { version: 1, by: null },
      ],
      holders: [{ name: '庄九', unit: '政务服务窗口', isAtWindow: true }],
    })
    expect(await postsSeenBy('lin')).toMatchObject({ complaintPhone: RECORD.complaintPhone, phone: RECORD.phone })
  })

  it('an old version, a day to come, no words and no such post are refused, and other agencies keep their own', async () => {
    expect((await write('shen', 1)).statusCode).toBe(412)
    expect((await write('shen', 2, { fromOn: '2026-06-02' })).json()).toMatchObject({
      errors: [{ pointer: '/fromOn', sentence: expect.stringContaining('不能晚于今天') }],
    })
    expect((await write('shen', 2, { duties: ' ' })).statusCode).toBe(422)
    expect((await write('shen', 0, {}, 'nobody')).statusCode).toBeLessThan(500)
    expect((await clerksOf('lin'))?.version).toBe(2)
    expect((await clerksOf('zhu'))?.version).toBe(0)
  })
})

describe('responsibility and commitment letters are signed for a term', () => {
  const lettersSeenBy = async (login: string) =>
    (await (await desk.as(login)).get('/api/post-letters')).json<PostLettersAnswer>()
  const missingClerk = async () => (await lettersSeenBy('shen')).missing.filter(({ role }) => role === 'clerk')
  async function record(login: string, change: object = {}) {
    const { people } = (await (await desk.as('shen')).get('/api/people?role=clerk')).json<{
      people: { id: string }[]
    }>()
    const term = { fromOn: '2026-01-01', untilOn: '2026-12-31', signedOn: '2026-01-05' }
    const body = { person: people[0]?.id, role: 'clerk', kind: 'responsibility', ...term, ...change }
    return (await desk.as(login)).send('POST', '/api/post-letters', body)
  }

  it('who has none for today is named, until it is recorded; it keeps the duties of the day of signing', async () => {
    expect((await missingClerk()).map(({ person, kind }) => [person, kind])).toEqual([
      ['庄九', 'responsibility'],
      ['庄九', 'commitment'],
    ])
    const answer = await record('shen')
    expect(answer.statusCode, answer.body).toBe(201)
    expect((await missingClerk()).map(({ kind }) => kind)).toEqual(['commitment'])
    const { letters } = await lettersSeenBy('shen')
    expect(letters).toMatchObject([{ person: '庄九', unit: '政务服务窗口', by: '沈一', isRunning: true }])
    // The duties that were registered later do not stand in it.
    expect(letters[0]?.duties).toContain('受理许可申请')
    const later = await record('shen', { kind: 'commitment', signedOn: '2026-06-01' })
    const commitment = later.json<PostLettersAnswer>().letters.find(({ kind }) => kind === 'commitment')
    expect(commitment?.duties).toBe('受理申请。\n答复咨询。')
  })

  it('nobody signs twice for a term, before the post or its duties, or for another agency', async () => {
    const errors = (await record('shen')).json<{ errors: { pointer: string }[] }>().errors
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/fromOn'])
    expect((await record('shen', { role: 'archivist' })).json()).toMatchObject({ errors: [{ pointer: '/person' }] })
    expect((await record('shi')).statusCode).toBe(404)
    expect((await lettersSeenBy('shi')).letters).toEqual([])
  })
})
