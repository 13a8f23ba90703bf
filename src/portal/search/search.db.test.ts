import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '#server/clock.ts'
import { indexSearch } from '#server/features/disclosure/index.ts'
import { openLog } from '#server/log.ts'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { fillPublished, PUBLISHED } from '../../../tests/support/published-rows.ts'
import { buildPortal } from '../build-portal.ts'

let database: TestDatabase
let portal: FastifyInstance

beforeAll(async () => {
  database = await testDatabase()
  await fillPublished(database.app)
  const clock = fixedClock('2026-11-21T02:00:00Z')
  const config = { host: '127.0.0.1', portalPort: 0, portalPublicUrl: 'https://gs.example/' }
  const files = { read: async () => undefined }
  portal = await buildPortal({ config, db: database.portal, files, clock, log: openLog('silent') })
})
afterAll(async () => {
  await portal.close()
  await database.drop()
})

const get = (url: string, headers: Record<string, string> = {}) => portal.inject({ method: 'GET', url, headers })
const asked = (q: string, more = '') => get(`/search?q=${encodeURIComponent(q)}${more}`)
const idsOf = (body: string) => [...body.matchAll(/<h2><a href="\/decisions\/([0-9a-f-]{36})"/g)].map(([, id]) => id)
const idOf = (index: number) => PUBLISHED[index]?.id

describe('search', () => {
  it.each([
    ['味来', [0]],
    ['青石味来餐饮', [0]],
    ['扬尘', [2]],
    ['市监罚决〔2026〕131', [0]],
    ['MA0000000C', [2]],
    ['9399', []],
    ['93990102', [1]],
    ['“城市道路上设摊”', [3]],
    ['“设摊道路”', []],
    ['设摊 道路', [3]],
    ['硬质围挡', [2]],
  ])('%s', async (q, expected) => {
    const { body, statusCode } = await asked(q)
    expect([statusCode, idsOf(body)]).toEqual([200, expected.map(idOf)])
  })

  it('marks the words in the title, and shows where they stand in the text when the title has none', async () => {
    expect((await asked('味来')).body).toContain('青石<mark>味来</mark>餐饮')
    expect((await asked('硬质围挡')).body).toContain('未设置<mark>硬质围挡</mark>')
  })

  it('tells agency, year and kind with their counts, each a link that narrows the same search', async () => {
    const { body } = await asked('青石')
    expect(body).toContain('查到 5 件')
    expect(body).toMatch(/kind=fine">罚款<\/a> <span class="hint">3</)
    expect(idsOf((await asked('青石', '&kind=licence')).body)).toEqual([idOf(1)])
    expect(idsOf((await asked('青石', '&year=2025')).body)).toEqual([])
    const agency = encodeURIComponent('南屏市青石区农业农村局')
    const narrowed = (await asked('青石', `&agency=${agency}&year=2026`)).body
    expect(idsOf(narrowed)).toEqual([idOf(1)])
    expect(narrowed).toContain(`href="/search?q=${encodeURIComponent('青石')}&amp;year=2026"`)
  })

  it('a filter that none of our links writes is left out', async () => {
    for (const more of ['&year=20', '&year=abc', '&kind=constructor', '&kind=']) {
      expect(idsOf((await asked('味来', more)).body)).toEqual([idOf(0)])
    }
  })

  it('what bears the words in its title stands before what is newer and bears them in its text', async () => {
    await addMany(1, '某单位案', '查明：供货商是青石味来餐饮管理有限公司。')
    expect(idsOf((await asked('味来')).body)[0]).toBe(idOf(0))
    expect(idsOf((await asked('味来')).body)).toHaveLength(2)
  })

  it('every hit stands on exactly one page, also when decisions are published between the pages', async () => {
    await addMany(430, '占压消防通道案')
    const seen: (string | undefined)[] = []
    let url: string | undefined = `/search?q=${encodeURIComponent('消防通道')}`
    while (url) {
      const { body } = await get(url)
      seen.push(...idsOf(body))
      url = /rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
      if (seen.length === 40) await addMany(5, '占压消防通道案')
    }
    expect(seen).toHaveLength(430)
    expect(new Set(seen).size).toBe(430)
  })

  it('counts to a thousand and says that there are more', async () => {
    await addMany(1100, '违法停车案')
    const { body } = await asked('停车')
    expect(body).toContain('查到 1000 件以上')
    expect(body).toContain('件数只统计最新的 1000 件')
  })

  it('a decision that is withdrawn is found by its number and no longer by its party', async () => {
    expect(idsOf((await asked('青市监罚决〔2026〕88号')).body)).toEqual([idOf(4)])
    await database.owner.query({
      text: `UPDATE published.decisions SET status = 'withdrawn', reason = '被撤销', withdrawn_at = now(), party_name = '',
        party_code = NULL, summary = '', body = '{}', title = '撤回：' || number WHERE id = $1`,
      values: [idOf(2)],
    })
    expect(await indexSearch(database.app)).toBe(1)
    expect(idsOf((await asked('建工集团')).body)).toEqual([])
    expect(idsOf((await asked('青综执罚决〔2026〕206号')).body)).toEqual([idOf(2)])
  })

  it.each(['1.2', '1.2.3.4', '-1', 'x', '%00', '9'.repeat(400), '1e5', ' 1'])(
    'a page token %s of others is refused',
    async (token) => {
      const { statusCode, body } = await asked('青石', `&after=${token}`)
      expect([statusCode, body.includes('翻页的网址不对')]).toEqual([400, true])
    },
  )

  it('a page token beyond everything, or before it, is a page with a sentence', async () => {
    for (const token of ['0', '1.0.0', '999999999999999', '999999999999999.999.999999999999999']) {
      expect((await asked('青石', `&after=${token}`)).statusCode).toBe(200)
    }
  })

  it.each([
    ['"'],
    ['“”'],
    ["'"],
    ['\\'],
    ['a:* & !b | (c)'],
    ['<->'],
    ['“\\%_”'],
    ['鿿𠮷𠮷'],
    ['ﷺ'],
    ['😀'],
    ['x'.repeat(10_000)],
    ['食'.repeat(10_000)],
    ['食 '.repeat(5000)],
  ])('%.20s is answered', async (q) => {
    const { statusCode, body } = await asked(q)
    expect(statusCode).toBe(200)
    expect(body.length).toBeLessThan(20_000)
  })
})

describe('limits', () => {
  it('one address may search so many times a minute and is told how many are left', async () => {
    const from = { 'x-forwarded-for': '203.0.113.9' }
    const { headers } = await get('/search?q=a', from)
    expect(Number(headers['ratelimit-remaining'])).toBe(299)
    let last = await get('/search?q=a', from)
    for (let turn = 0; turn < 299; turn += 1) last = await get('/search?q=a', from)
    expect([last.statusCode, last.body.includes('查得太快')]).toEqual([429, true])
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0)
    expect((await get('/search?q=a', { 'x-forwarded-for': '203.0.113.10' })).statusCode).toBe(200)
  })

  it('a statement that takes too long is 503 with a sentence and when to come back', async () => {
    const slow = await buildPortal({
      config: { host: '127.0.0.1', portalPort: 0, portalPublicUrl: '' },
      db: {
        ...database.portal,
        query: () => database.portal.query({ text: `SET statement_timeout = 1; SELECT pg_sleep(1)` }),
      },
      files: { read: async () => undefined },
      clock: fixedClock('2026-11-21T02:00:00Z'),
      log: openLog('silent'),
    })
    const { statusCode, headers, body } = await slow.inject('/search?q=食品')
    await slow.close()
    expect([statusCode, headers['retry-after'], body.includes('现在查不到')]).toEqual([503, '5', true])
  })
})

describe('registers', () => {
  it('an organisation has a page with everything about it; natural persons and strangers have none', async () => {
    const { statusCode, body } = await get('/parties/91990102ma0000000a')
    expect([statusCode, body.includes('<h1>青石味来餐饮管理有限公司</h1>'), body.includes('131号')]).toEqual([
      200,
      true,
      true,
    ])
    for (const code of ['91990102MA0000000D', '11010519491231002X', '王某某', '%00', 'x'.repeat(19)]) {
      const answer = await get(`/parties/${encodeURIComponent(code)}`)
      expect([code, answer.statusCode]).toEqual([code, 404])
    }
    expect((await get('/parties/11010519491231002X')).body).toContain('自然人没有汇总页')
    expect((await get('/parties/91990102MA0000000A?after=-1')).statusCode).toBe(400)
  })

  it.each([
    ['林一', ['99010200001', '99010200002'], '已过期'],
    ['99010200003', ['99010200003'], '已暂扣'],
    ['林', [], '至少填两个字'],
    ['%', [], '没有姓名或者证件号'],
  ])('officers: %s', async (q, numbers, words) => {
    const { body } = await get(`/officers?q=${encodeURIComponent(q)}`)
    expect([...body.matchAll(/行政执法(?:监督)?证 (\d+)/g)].map(([, number]) => number)).toEqual(numbers)
    expect(body).toContain(words)
  })

  it('agencies tell by what right they act and where to turn against them', async () => {
    const { body } = await get('/agencies')
    for (const words of ['法定行政机关', '南屏市青石区人民政府', '南屏市青石区人民法院']) expect(body).toContain(words)
  })
})

describe('procedures and feeds', () => {
  it('draws each procedure that runs, and says the same in words with its terms', async () => {
    const { body } = await get('/procedures/penalty-ordinary')
    expect(body).toContain('<svg class="chart" role="img"')
    expect(body).not.toMatch(/NaN|undefined|style=/)
    for (const words of ['调查取证', '《行政处罚法》第五十四条', '内含：法制审核', '<b>90 日</b>', '<b>5 个工作日</b>'])
      expect(body).toContain(words)
    for (const code of ['licence', 'legal-review', 'hearing', 'panel', 'delivery', 'transfer']) {
      expect((await get(`/procedures/${code}`)).statusCode).toBe(200)
    }
  })

  it('feeds are not sent twice and lead to this house', async () => {
    for (const [path, type] of [
      ['/feeds/decisions.atom', 'application/atom+xml'],
      ['/feeds/decisions.json', 'application/feed+json'],
    ] as const) {
      const { statusCode, headers, body } = await get(path)
      expect([statusCode, String(headers['content-type']).startsWith(type)]).toEqual([200, true])
      expect(body).toContain('https://gs.example/decisions/')
      expect((await get(path, { 'if-none-match': `"other", W/${headers.etag}` })).statusCode).toBe(304)
    }
  })
})

async function addMany(count: number, title: string, text = ''): Promise<void> {
  const body = { title, facts: [{ title: '事实', text, isRedacted: false }] }
  await database.owner.query({
    text: `INSERT INTO published.decisions (id, status, title, kind, agency_name, party_name, decided_on, published_at, body)
      SELECT overlay(gen_random_uuid()::text placing '7' from 15 for 1)::uuid, 'published', $2, '行政处罚', '某局', '某单位',
        '2026-12-01', '2026-12-01T00:00:00Z'::timestamptz + n * interval '1 ms', $3
      FROM generate_series(1, $1) n`,
    values: [count, title, JSON.stringify(body)],
  })
  await indexSearch(database.app)
}
