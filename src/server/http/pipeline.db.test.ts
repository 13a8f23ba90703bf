import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, type TestDesk, testDesk } from '../../../tests/support/desk.ts'

let desk: TestDesk
let lin: Caller
beforeAll(async () => {
  desk = await testDesk()
  lin = await desk.as('lin')
})
afterAll(() => desk.close())

const person = (name: string, more: object = {}) => ({ kind: 'person', name, ...more })
const register = (body: unknown, headers: Record<string, string> = {}) =>
  lin.send('POST', '/api/parties', body, headers)
const countParties = async (name: string) => {
  const { rowCount } = await desk.context.db.query({
    text: 'SELECT 1 FROM app.parties WHERE name = $1',
    values: [name],
  })
  return rowCount
}

describe('a change is only taken from a page of the desk', () => {
  const refusedOrigins = ['http://127.0.0.1:8081', 'https://127.0.0.1:8080', 'http://evil.example', 'null', '']
  it.each(refusedOrigins)('not from the origin "%s"', async (origin) => {
    const answer = await register(person('来源甲'), { origin })
    expect(answer.statusCode).toBe(403)
    expect(answer.json().code).toBe('foreign-origin')
    expect(await countParties('来源甲')).toBe(0)
  })
  it('not without an origin', async () => {
    const answer = await desk.app.inject({
      method: 'POST',
      url: '/api/parties',
      payload: person('来源甲'),
      headers: { cookie: lin.cookie, 'idempotency-key': randomUUID() },
    })
    expect(answer.json().code).toBe('foreign-origin')
  })
  it('not when the browser says that another site asked', async () => {
    expect((await register(person('来源甲'), { 'sec-fetch-site': 'same-site' })).statusCode).toBe(403)
    expect((await register(person('来源乙'), { 'sec-fetch-site': 'same-origin' })).statusCode).toBe(201)
  })
})

describe('input', () => {
  it('with an unknown key is refused by name, at any depth', async () => {
    const answer = await register(person('陌生', { isAdmin: true }))
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors).toEqual([{ pointer: '/isAdmin', sentence: '不认识“isAdmin”这一项，请去掉。' }])
  })
  it.each(['{"kind":"person","name":"甲","name":"乙"}', '{"kind":"person","name":"甲","n\\u0061me":"乙"}'])(
    'with a repeated key is refused: %s',
    async (body) => {
      const answer = await register(body)
      expect(answer.statusCode).toBe(400)
      expect(answer.json().detail).toBe('“name”出现了两次，同一项只能写一次。')
    },
  )
  it.each(['', '{', 'kind=person', '[1,]', '{"a":NaN}', `${'['.repeat(50)}${']'.repeat(50)}`])(
    'that is no JSON object is refused with a sentence: %s',
    async (body) => {
      const answer = await register(body)
      expect([400, 422]).toContain(answer.statusCode)
      expect(answer.headers['content-type']).toContain('application/problem+json')
      expect(answer.body).toMatch(/。/)
    },
  )
  it('names every mistake at once, in Chinese', async () => {
    const answer = await register({ kind: 'firm', name: 7, phone: 'x'.repeat(41), address: 'a\u0000b' })
    const errors: { pointer: string; sentence: string }[] = answer.json().errors
    expect(errors).toEqual([{ pointer: '/address', sentence: '含有不可见的控制字符，请删去后再提交。' }])
    const next = await register({ kind: 'firm', name: 7, phone: 'x'.repeat(41) })
    expect(next.json().errors).toEqual([
      { pointer: '/kind', sentence: '只能是下列之一：organisation、self-employed、person。' },
      { pointer: '/name', sentence: '类型不对，应当是文字。' },
      { pointer: '/phone', sentence: '太长，最多 40 个字。' },
    ])
  })
  it.each(['\ud800', 'a\u0007b', 'x\u007f'])('with text that no record can keep is refused', async (name) => {
    expect((await register(person(name))).statusCode).toBe(422)
  })
  it('says which digit of a code is wrong', async () => {
    const answer = await register({ kind: 'organisation', name: '某某公司', code: '91230500MA1B3N1N2N' })
    expect(answer.json().errors[0]).toMatchObject({ pointer: '/code' })
    expect(answer.json().errors[0].sentence).toContain('第 18 位')
  })
  it('that is too large, of another type or in a broken address gets a sentence', async () => {
    expect((await register(`{"name":"${'x'.repeat(1_100_000)}"}`)).json().code).toBe('body-too-large')
    expect((await register('a', { 'content-type': 'text/plain' })).json().code).toBe('wrong-content-type')
    expect((await lin.get('/api/parties/%E0%A4%A')).json().code).toBe('malformed-address')
    expect((await lin.get('/api/parties/not-an-id')).json().code).toBe('not-found')
    expect((await lin.get('/api/nothing')).json().code).toBe('not-found')
    expect((await lin.get('/api/parties?q=a&q=b')).json().errors[0].sentence).toBe('同一项只能写一次。')
  })
})

describe('the same request', () => {
  it('sent again with its key gets the first answer and changes nothing', async () => {
    const headers = { 'idempotency-key': 'register-once-1' }
    const first = await register(person('一次'), headers)
    const again = await register(person('一次'), headers)
    expect(first.statusCode).toBe(201)
    expect(again.statusCode).toBe(201)
    expect(again.json()).toEqual(first.json())
    expect(again.headers['idempotency-replayed']).toBe('true')
    expect(await countParties('一次')).toBe(1)
  })
  it('sent twice at the same time happens once', async () => {
    const headers = { 'idempotency-key': 'register-at-once' }
    const answers = await Promise.all(Array.from({ length: 8 }, () => register(person('同时'), headers)))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(8).fill(201))
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    expect(await countParties('同时')).toBe(1)
  })
  it('with other content under the key is refused', async () => {
    const headers = { 'idempotency-key': 'register-other' }
    await register(person('甲某'), headers)
    const other = await register(person('乙某'), headers)
    expect(other.statusCode).toBe(422)
    expect(other.json().code).toBe('idempotency-key-reused')
    expect(await countParties('乙某')).toBe(0)
  })
  it('needs a key that can be printed', async () => {
    for (const key of ['', 'short', 'x'.repeat(101), 'has space in it']) {
      expect((await register(person('无号'), { 'idempotency-key': key })).json().code).toBe('idempotency-key-missing')
    }
  })
  it('of another person under the same key is another request', async () => {
    const headers = { 'idempotency-key': 'shared-between-two' }
    const zhou = await desk.as('zhou')
    expect((await register(person('两人'), headers)).statusCode).toBe(201)
    expect(
      (await zhou.send('POST', '/api/parties', person('两人'), headers)).headers['idempotency-replayed'],
    ).toBeUndefined()
  })
})

describe('an edit', () => {
  it('needs the version that was seen, and a stale one gets the current values', async () => {
    const made = (await register(person('改名前'))).json()
    const url = `/api/parties/${made.id}`
    const edit = (name: string, version?: string) =>
      lin.send('PUT', url, person(name), version === undefined ? {} : { 'if-match': version })
    expect((await edit('无版本')).statusCode).toBe(428)
    expect((await edit('坏版本', 'W/"1"')).statusCode).toBe(400)
    const done = await edit('改名后', '"1"')
    expect(done.statusCode).toBe(200)
    expect(done.headers.etag).toBe('"2"')
    const late = await edit('迟到', '"1"')
    expect(late.statusCode).toBe(412)
    expect(late.json().current).toMatchObject({ version: 2, values: { name: '改名后' } })
    expect((await lin.get(url)).json().party.name).toBe('改名后')
  })
})

describe('what is read and changed is recorded', () => {
  const audits = async (name: string) => {
    const { rows } = await desk.context.db.query<{ subject: string | null }>({
      text: 'SELECT subject FROM app.audit_entries WHERE name = $1 ORDER BY at',
      values: [name],
    })
    return rows.map(({ subject }) => subject)
  }
  it('a party file with its identity number leaves an entry, and the list shows it masked', async () => {
    const id = '440524188001010014'
    const made = (await register(person('有证', { idKind: 'resident-id', idNumber: id }))).json()
    expect(await audits('party-register')).toContain(`party:${made.id}`)
    const file = await lin.get(`/api/parties/${made.id}`)
    expect(file.json().party.idNumber).toBe(id)
    expect(await audits('party-read')).toContain(`party:${made.id}`)
    const list = await lin.get(`/api/parties?q=${encodeURIComponent('有证')}`)
    expect(list.json().parties[0].maskedIdNumber).toBe('440*************14')
    expect(list.body).not.toContain(id)
  })
  it('a change that cannot be recorded does not happen', async () => {
    await desk.database.owner.query({ text: 'REVOKE INSERT ON app.audit_entries FROM zhaofa_app' })
    const answer = await register(person('未记录'))
    const read = await lin.get('/api/parties?q=a')
    await desk.database.owner.query({ text: 'GRANT INSERT ON app.audit_entries TO zhaofa_app' })
    expect(answer.statusCode).toBe(500)
    expect(read.statusCode).toBe(500)
    expect(answer.body).not.toMatch(/permission|audit|at \//)
    expect(await countParties('未记录')).toBe(0)
  })
})

describe('the register is one for all agencies', () => {
  it('a code is registered once, and the second is told whose it is', async () => {
    const body = { kind: 'organisation', name: '重复公司', code: '91230500MA1B3N1N2M' }
    expect((await register(body)).statusCode).toBe(201)
    const again = await register({ ...body, name: '又一公司' })
    expect(again.statusCode).toBe(409)
    expect(again.json().detail).toContain('重复公司')
  })
  it('another agency without an open case of its own is not told that there is one elsewhere', async () => {
    const party = (await register(person('两处有案'))).json()
    const { rows } = await desk.context.db.query<{ agency_id: string; unit_id: string }>({
      text: `SELECT u.agency_id, u.id AS unit_id FROM app.units u JOIN app.agencies a ON a.id = u.agency_id
        WHERE a.code = 'qs-market' AND u.kind = 'handling'`,
    })
    const caseId = randomUUID()
    await desk.context.db.query({
      text: `INSERT INTO app.cases (id, agency_id, unit_id, procedure_code, procedure_version, name, party_name, waits_for, returned_to, stage, version, state,
          opened_on, updated_at) VALUES ($1, $2, $3, 'p', '1', '某案', '某人', '{}', '{}', 's', 1, '{}', '2026-03-01', now())`,
      values: [caseId, rows[0]?.agency_id, rows[0]?.unit_id],
    })
    await desk.context.db.query({
      text: 'INSERT INTO app.case_parties (case_id, party_id, ordinal) VALUES ($1, $2, 1)',
      values: [caseId, party.id],
    })
    const own = (await lin.get(`/api/parties/${party.id}`)).json()
    const elsewhere = (await (await desk.as('zhu')).get(`/api/parties/${party.id}`)).json()
    expect([own.cases.length, own.otherAgencyCases]).toEqual([1, 0])
    expect([elsewhere.cases.length, elsewhere.otherAgencyCases]).toEqual([0, 0])
  })
})

describe('people', () => {
  it('are those of the own agency, with the reason why somebody may not act as an officer today', async () => {
    const { people } = (await lin.get('/api/people?role=handler')).json()
    const reasons = Object.fromEntries(
      people.map((one: { name: string; notOfficerBecause: string | null }) => [one.name, one.notOfficerBecause]),
    )
    expect(reasons.林一).toBeNull()
    expect(reasons.蒋过期).toBe('行政执法证有效期为 2020-07-01 至 2025-06-30。')
    expect(reasons.褚合同).toBe('合同制、临时人员不能作为执法人员。')
    expect(Object.keys(reasons)).not.toContain('朱一')
  })
})

describe('every answer', () => {
  it('carries the headers that keep it where it belongs', async () => {
    const { headers } = await lin.get('/api/session')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(headers['strict-transport-security']).toBeUndefined()
  })
  it('of a page address is the desk with a nonce of its own', async () => {
    const [one, two] = [await desk.nobody.get('/worklist'), await desk.nobody.get('/worklist')]
    expect(one.statusCode).toBe(200)
    expect(one.headers['cache-control']).toBe('no-store')
    const policies = [one, two].map(
      ({ headers }) => /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1],
    )
    expect(policies[0]).toHaveLength(24)
    expect(policies[0]).not.toBe(policies[1])
  })
  it('is described in an OpenAPI 3.1 document', async () => {
    const document = (await desk.nobody.get('/openapi.json')).json()
    expect(document.openapi).toBe('3.1.0')
    expect(
      document.paths['/api/parties/{id}'].put.requestBody.content['application/json'].schema.additionalProperties,
    ).toBe(false)
    expect((await desk.nobody.get('/metrics')).body).toContain('zhaofa_http_seconds_bucket')
    expect((await desk.nobody.get('/readyz')).json()).toEqual({ status: 'ok' })
  })
})
