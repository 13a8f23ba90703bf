import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TrailAnswer, TrailFileRow } from '#contract/trails.ts'
import { canonicalJson } from '#domain/record-log/canonical-json.ts'
import { trailJobs } from '#server/features/trails/index.ts'
import { newId } from '#server/ids.ts'
import { AccessRoad } from '../support/access-road.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { pdfText } from '../support/pdf-text.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'

const DAY = '2026-06-01'

let desk: TestDesk
let road: PenaltyRoad<Caller>
let subject: string
beforeAll(async () => {
  desk = await testDesk(`${DAY}T02:00:00Z`)
  road = await PenaltyRoad.open(desk)
  await road.file()
  subject = `case:${road.id}`
})
afterAll(() => desk.close())

const read = async (login: string, url: string) => (await desk.as(login)).get(url)
const trail = async (login: string, of: string, more = '') => {
  const answer = await read(login, `/api/trail?subject=${of}${more}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<TrailAnswer>()
}
const personOf = async (login: string): Promise<string> => {
  const { rows } = await desk.database.owner.query<{ id: string }>({
    text: 'SELECT person_id AS id FROM app.accounts WHERE login = $1',
    values: [login],
  })
  return rows[0]?.id ?? ''
}

/** Asks for a file as a person does and lets the background work it off. */
async function made(login: string, body: Record<string, unknown>): Promise<TrailFileRow> {
  const caller = await desk.as(login)
  const asked = await caller.send('POST', '/api/trails', { subject, from: DAY, until: DAY, format: 'csv', ...body })
  expect(asked.statusCode, asked.body).toBe(202)
  const { id, madeAt } = asked.json<TrailFileRow>()
  expect(madeAt).toBeNull()
  expect((await read(login, `/api/trails/${id}/file`)).statusCode).toBe(404)
  await trailJobs['make-trail'](desk.context, { trailId: id })
  const { rows } = (await read(login, '/api/trails')).json<{ rows: TrailFileRow[] }>()
  const row = rows.find((one) => one.id === id)
  if (!row) throw new Error('the file was not listed')
  return row
}

describe('the trail of a case', () => {
  test('tells what was done, who looked, and that the trail was read', async () => {
    await read('lin', `/api/cases/${road.id}`)
    await trail('shen', subject)
    const { title, entries } = await trail('shen', subject)
    expect(title).toBe('某餐饮公司经营超过保质期食品案')
    const lines = entries.map(({ who, what }) => `${who}：${what}`)
    expect(lines).toContainEqual(expect.stringMatching(/^林一：登记案件，按“.+”办理$/))
    expect(lines).toContain('林一：查看案件')
    expect(lines).toContain('沈一：查看操作记录')
    expect(lines.some((line) => line.startsWith('郑三：承办机构负责人同意'))).toBe(true)
    // Every endpoint says in Chinese what it does, so that no line is a code.
    for (const { what } of entries) expect(what).toMatch(/[\u4e00-\u9fff]/)
    // What is an event of the case and an entry of the audit is one line.
    expect(lines.filter((line) => line.startsWith('林一：登记案件'))).toHaveLength(1)
  })

  test('has what happened to all that belongs to the case: papers, requests, recordings, with the ground', async () => {
    const access = new AccessRoad(desk, road.id)
    await access.grant()
    await read('zhuo', `/api/cases/${road.id}`)
    const recording = newId()
    const sha256 = createHash('sha256').update(recording).digest('hex')
    const person = await personOf('zhuo')
    const setUp = [
      [`INSERT INTO app.blobs VALUES ($1, $1, 10, 'video/mp4', $2)`, [sha256, `${DAY}T02:00:00Z`]],
      [
        `INSERT INTO app.recordings (id, agency_id, sha256, medium, file_name, captured_at, source, stored_at)
          SELECT $1, agency_id, $2, 'video', '现场.mp4', $3, 'desk', $3 FROM app.cases WHERE id = $4`,
        [recording, sha256, `${DAY}T01:00:00Z`, road.id],
      ],
      [
        `INSERT INTO app.recording_bindings VALUES ($1, $2, 'main', 'inquiry', $3, $4)`,
        [recording, road.id, person, `${DAY}T02:00:00Z`],
      ],
      [
        `INSERT INTO app.viewings VALUES ($1, $2, $3, 'play', $4, $5, $6)`,
        [newId(), recording, person, `access:${access.id}`, `${DAY}T02:00:00Z`, `${DAY}T03:00:00Z`],
      ],
    ] as const
    for (const [text, values] of setUp) await desk.database.owner.query({ text, values: [...values] })
    const { entries } = await trail('shen', subject)
    const ofZhuo = entries.filter(({ who }) => who === '卓一')
    expect(ofZhuo.map(({ what, detail }) => `${what}；${detail}`)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^申请调阅；办理同一当事人/),
        '查看案件；凭调阅批准',
        '查看音像记录；播放；凭调阅批准',
      ]),
    )
    const own = await trail('shen', `recording:${recording}`)
    expect(own.entries.filter(({ what }) => what === '查看音像记录')).toHaveLength(1)
  })

  test('is read by head and archivist of the agency, and by nobody else', async () => {
    for (const login of ['shen', 'wei'])
      expect((await read(login, `/api/trail?subject=${subject}`)).statusCode).toBe(200)
    for (const login of ['lin', 'zheng', 'wu', 'lang'])
      expect((await read(login, `/api/trail?subject=${subject}`)).statusCode, login).toBe(403)
    for (const login of ['shi', 'hua'])
      expect((await read(login, `/api/trail?subject=${subject}`)).statusCode).toBe(404)
  })

  test('goes back page by page without a gap and without saying anything twice', async () => {
    for (let count = 0; count < 60; count += 1) await read('lin', `/api/cases/${road.id}`)
    const seen: string[] = []
    const until = `&from=${DAY}&until=${DAY}`
    let next: string | null = ''
    let pages = 0
    while (next !== null) {
      const before = next === '' ? '' : `&before=${encodeURIComponent(next)}`
      const page: TrailAnswer = await trail('shen', subject, `${until}${before}`)
      seen.push(...page.entries.filter(({ what }) => what !== '查看操作记录').map(({ id }) => id))
      next = page.next
      pages += 1
    }
    expect(pages).toBeGreaterThan(1)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThan(60)
  })

  test('of another day is empty, and a wrong range is a sentence', async () => {
    expect((await trail('shen', subject, '&from=2026-05-01&until=2026-05-02')).entries).toEqual([])
    const answer = await read('shen', `/api/trail?subject=${subject}&from=2026-06-02&until=2026-06-01`)
    expect([answer.statusCode, answer.json().detail]).toEqual([422, expect.stringContaining('在结束日期')])
  })
})

describe('the trail of a person', () => {
  test('is their own to read, and the audit administrator’s', async () => {
    const lin = `person:${await personOf('lin')}`
    const own = await trail('lin', lin)
    expect(own.entries.map(({ what }) => what)).toContain('查看案件')
    expect(own.entries.every(({ who }) => who === '林一')).toBe(true)
    expect((await trail('lang', lin)).title).toBe('林一（青石区市场监管局）')
    for (const login of ['zhou', 'shen', 'wei', 'fan'])
      expect((await read(login, `/api/trail?subject=${lin}`)).statusCode, login).toBe(403)
  })
})

describe('a trail as a file', () => {
  test('as CSV has every line, and the digest that can be computed again from the lines on the screen', async () => {
    const { id, rowCount, rowsSha256 } = await made('wei', {})
    const file = await read('wei', `/api/trails/${id}/file`)
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(file.rawPayload.subarray(0, 3).toString('hex')).toBe('efbbbf')
    const rows: string[][] = parse(file.rawPayload.toString('utf8'), { bom: true })
    expect(rows).toHaveLength((rowCount ?? 0) + 1)
    expect(rows.map((row) => row[4])).toEqual(expect.arrayContaining(['制作操作记录', '查看案件']))
    const first = rows[1]
    expect(first?.[4]).toContain('登记案件')
    expect(rowsSha256).toMatch(/^[0-9a-f]{64}$/)
  })

  test('the digest is that of the lines, one canonical JSON a line', async () => {
    const until = '2026-05-31'
    const { rowsSha256, rowCount } = await made('wei', { from: '2026-05-01', until })
    expect([rowCount, rowsSha256]).toEqual([0, createHash('sha256').digest('hex')])
    const { id } = await made('wei', {})
    const row = (await read('wei', '/api/trails')).json<{ rows: TrailFileRow[] }>().rows.find((one) => one.id === id)
    const entries = await allEntries()
    const upToAsking = entries.slice(0, row?.rowCount ?? 0)
    const hash = createHash('sha256')
    for (const entry of upToAsking) hash.update(`${canonicalJson(entry)}\n`)
    expect(hash.digest('hex')).toBe(row?.rowsSha256)
  })

  test('as PDF can be read: object, period, count, digest, lines, page numbers', async () => {
    const { id, rowCount, rowsSha256, pages } = await made('wei', { format: 'pdf' })
    const file = await read('wei', `/api/trails/${id}/file`)
    expect(file.headers['content-type']).toBe('application/pdf')
    const packed = await pdfText(file.rawPayload)
    for (const said of [
      '操作记录',
      '某餐饮公司',
      '2026年6月1日至2026年6月1日',
      `${rowCount}条`,
      rowsSha256 ?? '',
      '查看案件',
    ])
      expect(packed).toContain(said)
    expect(packed).toContain(`第1页共${pages}页`)
    expect(packed).toContain(`第${pages}页共${pages}页`)
  })

  test('is given to whoever asked for it and to nobody else', async () => {
    const { id } = await made('wei', {})
    expect((await read('wei', `/api/trails/${id}/file`)).statusCode).toBe(200)
    for (const login of ['shen', 'lin', 'hua'])
      expect((await read(login, `/api/trails/${id}/file`)).statusCode, login).toBe(404)
  })

  test('of what one may not read is not made', async () => {
    const lin = await desk.as('lin')
    const body = { subject, from: DAY, until: DAY, format: 'csv' }
    expect((await lin.send('POST', '/api/trails', body)).statusCode).toBe(403)
    expect((await (await desk.as('hua')).send('POST', '/api/trails', body)).statusCode).toBe(404)
  })

  test('made twice by a repeated job is one file', async () => {
    const { id, madeAt } = await made('wei', {})
    await trailJobs['make-trail'](desk.context, { trailId: id })
    const rows = (await read('wei', '/api/trails')).json<{ rows: TrailFileRow[] }>().rows
    expect(rows.filter((row) => row.id === id).map((row) => row.madeAt)).toEqual([madeAt])
  })

  test('of more lines than a paper holds says so, and how to go on', async () => {
    await desk.database.owner.query({
      text: `INSERT INTO app.audit_entries (id, at, name, actor_id, agency_id, subject)
        SELECT gen_random_uuid(), '2026-05-20T01:00:00Z', 'case-read', a.person_id, p.agency_id, $1
        FROM generate_series(1, 3001), app.accounts a JOIN app.people p ON p.id = a.person_id WHERE a.login = 'lin'`,
      values: [subject],
    })
    const pdf = await made('wei', { format: 'pdf', from: '2026-05-20', until: '2026-05-20' })
    expect(pdf.sentence).toContain('超过 3000 条')
    expect((await read('wei', `/api/trails/${pdf.id}/file`)).statusCode).toBe(409)
    const csv = await made('wei', { from: '2026-05-20', until: '2026-05-20' })
    expect(csv.rowCount).toBe(3001)
  })
})

/** Everything of the day from the screens, the oldest first. */
async function allEntries(): Promise<TrailAnswer['entries']> {
  const entries: TrailAnswer['entries'] = []
  let next: string | null = ''
  while (next !== null) {
    const before = next === '' ? '' : `&before=${encodeURIComponent(next)}`
    const page: TrailAnswer = await trail('wei', subject, `&from=${DAY}&until=${DAY}${before}`)
    entries.push(...page.entries)
    next = page.next
  }
  return entries.reverse()
}
