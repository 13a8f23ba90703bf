import { createConnection } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '#server/clock.ts'
import { openLog } from '#server/log.ts'
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts'
import { fillPublished, PUBLISHED } from '../../tests/support/published-rows.ts'
import { buildPortal } from './build-portal.ts'
import { writeToken } from './page-token.ts'
import { PAGE_SIZE } from './pages/decisions-page.ts'

let database: TestDatabase
let portal: FastifyInstance
const id = PUBLISHED[0]?.id ?? ''
const withdrawnId = PUBLISHED[4]?.id ?? ''
const config = { host: '127.0.0.1', portalPort: 0, portalPublicUrl: 'http://127.0.0.1' }

beforeAll(async () => {
  database = await testDatabase()
  await fillPublished(database.app)
  const clock = fixedClock('2026-11-21T02:00:00Z')
  const files = { read: async () => undefined }
  portal = await buildPortal({ config, db: database.portal, files, clock, log: openLog('silent') })
})
afterAll(async () => {
  await portal.close()
  await database.drop()
})

const get = (url: string, headers: Record<string, string> = {}) => portal.inject({ method: 'GET', url, headers })

describe('the portal reads what is published and nothing else', () => {
  it('every table of the office is refused to its role, and so is every write', async () => {
    const { rows } = await database.owner.query<{ name: string }>({
      text: `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('app', 'graphile_worker')`,
    })
    expect(rows.length).toBeGreaterThan(20)
    for (const { name } of rows) {
      await expect(database.portal.query({ text: `SELECT FROM ${name} LIMIT 1` })).rejects.toThrow(/permission denied/)
    }
    for (const text of [
      `UPDATE published.decisions SET title = ''`,
      'DELETE FROM published.decisions',
      `INSERT INTO published.agencies SELECT * FROM published.agencies`,
      'CREATE TABLE published.mine (id int)',
    ]) {
      await expect(database.portal.query({ text })).rejects.toThrow(/permission denied/)
    }
  })

  it('nobody takes a published row away, the app role neither', async () => {
    await expect(database.app.query({ text: 'DELETE FROM published.decisions' })).rejects.toThrow(/permission denied/)
    await expect(database.app.query({ text: 'DELETE FROM app.disclosures' })).rejects.toThrow(/permission denied/)
  })
})

describe('pages', () => {
  it('the first page has the name of the place, one search box, four doors and the newest five', async () => {
    const { statusCode, body } = await get('/')
    expect(statusCode).toBe(200)
    expect(body).toContain('<h1>查一个决定')
    expect(body).toContain('青石区行政执法公示</title>')
    expect(body.match(/role="search"/g)).toHaveLength(1)
    expect(body.match(/class="lines"/g)).toHaveLength(1)
    for (const { title, withdrawn } of PUBLISHED) expect(body.includes(title)).toBe(withdrawn === undefined)
  })

  it('every place of a monitoring device is found by road or number, with whether it is in use today', async () => {
    const { body } = await get('/monitors')
    for (const words of ['共 3 处', '临河路南口', '正在使用', '还没有起用', '已停用', '技审〔2026〕8号'])
      expect(body).toContain(words)
    const found = (await get('/monitors?q=jk-0003')).body
    expect([found.includes('冷链园区西门'), found.includes('临河路南口')]).toEqual([true, false])
    expect((await get(`/monitors?q=${encodeURIComponent('没有的路')}`)).body).toContain(
      '没有公布过“没有的路”的设置地点',
    )
  })

  it('a decision says who, what, why, how much, what can be done and how it was decided', async () => {
    const { statusCode, body } = await get(`/decisions/${id}`)
    expect(statusCode).toBe(200)
    for (const words of [
      '青石味来餐饮管理有限公司',
      '91990102MA0000000A',
      '罚款 <span class="amount">5,000.00 元',
      '第一百二十四条',
      '不服怎么办',
      '行政复议',
      '决定是怎么作出的',
      '2026年9月28日',
      '青市监罚决〔2026〕131号',
    ]) {
      expect(body).toContain(words)
    }
  })

  it('a withdrawn decision keeps its address and gives the reason, not the content', async () => {
    const { statusCode, body } = await get(`/decisions/${withdrawnId}`)
    expect(statusCode).toBe(200)
    expect(body).toContain('已撤回')
    expect(body).toContain('青政复决〔2026〕9号')
    expect(body).not.toMatch(/商贸|10,000\.00|91990102MA0000000D/)
  })

  it('a decision published after its last day says so', async () => {
    expect((await get(`/decisions/${PUBLISHED[3]?.id}`)).body).toContain('晚于期限')
    expect((await get(`/decisions/${id}`)).body).not.toContain('晚于期限')
  })

  it.each([
    ['/decisions'],
    ['/agencies'],
    ['/monitors'],
    ['/monitors?q=%E4%B8%80'],
    ['/procedures'],
    ['/procedures/penalty-ordinary'],
    ['/search?q=食品'],
    ['/search'],
    ['/healthz'],
    ['/readyz'],
  ])('%s answers', async (url) => {
    expect((await get(url)).statusCode).toBe(200)
  })

  it('no page has a script, an inline style or an address of elsewhere, and the policy forbids them', async () => {
    for (const url of [
      '/',
      '/decisions',
      `/decisions/${id}`,
      '/search?q=食品',
      '/agencies',
      '/monitors',
      '/procedures/penalty-ordinary',
      '/nothing',
    ]) {
      const { body, headers } = await get(url)
      expect(body).not.toMatch(/<script|\sstyle=|\son[a-z]+=|https?:|javascript:/i)
      expect(headers['content-security-policy']).toBe(
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      )
      expect(body).toContain('<html lang="zh-CN"')
      expect(body.match(/<h1/g)).toHaveLength(1)
    }
  })

  it('the style sheet has an address of its own for each content and is kept for a year', async () => {
    const path = /href="(\/styles-[0-9a-f]{12}\.css)"/.exec((await get('/')).body)?.[1] ?? ''
    const { headers, body } = await get(path)
    expect(headers['cache-control']).toContain('immutable')
    expect(body).toContain('--seal')
  })

  it('a page the reader has is not sent again', async () => {
    const first = await get(`/decisions/${id}`)
    const again = await get(`/decisions/${id}`, { 'if-none-match': String(first.headers.etag) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  it('large letters are a link that sets a cookie and comes back to the same page', async () => {
    const { statusCode, headers } = await get('/search?q=食品&size=large')
    expect(statusCode).toBe(303)
    expect(decodeURI(String(headers.location))).toBe('/search?q=食品')
    expect(String(headers['set-cookie'])).toContain('size=large; Path=/')
    const large = await get('/search?q=食品', { cookie: 'a=b; size=large' })
    expect(large.body).toContain('class="large"')
    expect(large.body).toContain('size=normal')
  })

  it('the size link never leads to another site', async () => {
    for (const url of ['//evil.example/?size=large', '/%5Cevil.example?size=large']) {
      const { headers } = await get(url)
      expect(String(headers.location ?? '/')).toMatch(/^\/(?![/\\])/)
    }
  })
})

describe('search and lists', () => {
  it.each([
    ['食品', 1],
    ['青石 罚决', 4],
    ['青综执罚决〔2026〕206号', 1],
    ['91990102ma0000000a', 1],
    ['王大明', 0],
    ['%', 0],
    ['_____', 0],
    ['91990102MA0000000D', 0],
  ])('%s finds %i', async (q, count) => {
    const { body } = await get(`/search?q=${encodeURIComponent(q)}`)
    expect(body.match(/<li>\s*<h2>/g) ?? []).toHaveLength(count)
  })

  it('twenty a page, none twice, none left out, also when several were published in the same instant', async () => {
    await withMany(45, async () => {
      const seen: string[] = []
      let url: string | undefined = '/decisions'
      while (url) {
        const { body } = await get(url)
        const ids = [...body.matchAll(/href="\/decisions\/([0-9a-f-]{36})"/g)].map((match) => match[1] ?? '')
        expect(ids.length).toBeLessThanOrEqual(PAGE_SIZE)
        seen.push(...ids)
        url = /rel="next" href="([^"]+)"/.exec(body)?.[1]
      }
      expect(seen).toHaveLength(50)
      expect(new Set(seen).size).toBe(50)
    })
  })
})

async function withMany(count: number, work: () => Promise<void>): Promise<void> {
  await database.owner.query({
    text: `INSERT INTO published.decisions (id, status, title, kind, agency_name, party_name, decided_on, published_at, body)
      SELECT overlay(gen_random_uuid()::text placing '7' from 15 for 1)::uuid, 'published', '某案' || n, '许可', '某局', '某人',
        '2026-12-01', '2026-12-01T00:00:00Z', '{}'
      FROM generate_series(1, $1) n`,
    values: [count],
  })
  await work()
  await database.owner.query({
    text: `WITH many AS (SELECT id FROM published.decisions WHERE kind = '许可'),
      waiting AS (DELETE FROM app.search_waiting USING many WHERE decision_id = id)
      DELETE FROM published.search_text USING many WHERE decision_id = id`,
  })
  await database.owner.query({ text: `DELETE FROM published.decisions WHERE kind = '许可'` })
}

describe('bad input gets a sentence and never a fault', () => {
  const long = 'x'.repeat(10_000)
  it.each([
    [`/search?q=${long}`, 200, '太长'],
    [`/search?q=${encodeURIComponent('a b c d e f g h')}`, 200, '一次最多查 6 个词'],
    ['/search?q=%00', 200, '请填写要查的'],
    [`/search?q=${encodeURIComponent('\u202e\u200b食品\u2066')}`, 200, '<mark>食品</mark>案'],
    [`/search?q=${encodeURIComponent('<script>alert(1)</script>')}`, 200, '&lt;script&gt;'],
    [`/search?q=${encodeURIComponent("' OR 1=1 --")}`, 200, '没有查到'],
    ['/search?q=a&q=b', 200, '没有查到'],
    ['/search?q[x]=1', 200, '请填写'],
    ['/search?q=%F0%9F', 200, ''],
    ['/search?q=%', 200, ''],
    ['/decisions?after=x', 400, '翻页的网址不对'],
    ['/decisions?after=2026-02-31T00:00:00.000Z_01930000-0000-7000-8000-000000000001', 400, '翻页的网址不对'],
    ['/decisions?after=%00', 400, '翻页的网址不对'],
    [`/search?q=x&after=${long}`, 400, '翻页的网址不对'],
    ['/decisions/1', 404, '没有这份决定'],
    ['/decisions/01930000-0000-7000-8000-0000000000ff', 404, '没有这份决定'],
    ['/decisions/%00', 404, '没有这份决定'],
    [`/decisions/${long}`, 404, '没有这个网址'],
    [`/decisions/${long}?x=1`, 404, '没有这个网址'],
    ["/decisions/'%20OR%201=1", 404, '没有这份决定'],
    ['/procedures/__proto__', 404, '没有这个网址'],
    ['/%zz', 400, '网址写得不对'],
    ['/../../etc/passwd', 404, '没有这个网址'],
    ['/styles-000000000000.css', 404, '没有这个网址'],
  ])('%.60s', async (url, status, sentence) => {
    const { statusCode, body } = await get(url)
    expect([statusCode, body.includes(sentence)]).toEqual([status, true])
    expect(body.length).toBeLessThan(20_000)
    expect(body).not.toMatch(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/)
    expect(body).not.toContain('\0')
  })

  it('writing is refused', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'] as const) {
      const { statusCode } = await portal.inject({ method, url: '/decisions' })
      expect([method, statusCode]).toEqual([method, 405])
    }
  })

  it('an address beyond all measure is answered by the parser with a sentence', async () => {
    const address = await portal.listen({ host: '127.0.0.1', port: 0 })
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = createConnection({ host: '127.0.0.1', port: Number(new URL(address).port) }, () =>
        socket.write(`GET /search?q=${'x'.repeat(40_000)} HTTP/1.1\r\nHost: x\r\n\r\n`),
      )
      let text = ''
      socket.on('data', (chunk) => {
        text += chunk.toString()
      })
      socket.on('end', () => resolve(text))
      socket.on('error', reject)
    })
    expect(answer).toMatch(/^HTTP\/1.1 431/)
    expect(answer).toContain('网址太长')
  })

  it('a token we wrote is one we read', async () => {
    const token = writeToken({ at: '2026-11-20T01:00:00.000Z', id: PUBLISHED[1]?.id ?? '' })
    const { statusCode, body } = await get(`/decisions?after=${token}`)
    expect([statusCode, body.includes(PUBLISHED[2]?.title ?? ''), body.includes(PUBLISHED[0]?.title ?? '')]).toEqual([
      200,
      true,
      false,
    ])
  })
})
