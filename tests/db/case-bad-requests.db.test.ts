import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'

let desk: TestDesk
let road: PenaltyRoad<Caller>
let lin: Caller
let before: number
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
  road = await PenaltyRoad.open(desk)
  lin = await road.as('lin')
})
afterAll(() => desk.close())
beforeEach(async () => {
  before = await eventsOf(road.id)
})

async function eventsOf(caseId: string): Promise<number> {
  const text = 'SELECT count(*)::int AS n FROM app.events WHERE case_id = $1'
  const { rows } = await desk.database.owner.query<{ n: number }>({ text, values: [caseId] })
  return rows[0]?.n ?? 0
}

const url = (id = road.id, action = 'file') => `/api/cases/${id}/actions/${action}`
const filing = () => ({
  run: 'main',
  facts: {
    case: { 'in-jurisdiction': true, 'filing-reason': '涉嫌违法' },
    violation: { [road.violation]: { 'act-ended-on': '2026-05-20' } },
  },
})

type Answer = Awaited<ReturnType<Caller['send']>>

/** Refused with a code and a Chinese sentence, without a look inside, and the case has not moved. */
async function expectRefused(answer: Answer, status: number, code: string): Promise<void> {
  expect(answer.statusCode, answer.body).toBe(status)
  expect(answer.json()).toMatchObject({ code, status, title: expect.stringMatching(/[\u4e00-\u9fff]/) })
  expect(answer.body).not.toMatch(/node_modules|\bat .*\.ts:\d+|Error:/)
  expect(await eventsOf(road.id)).toBe(before)
}

/** One answer for all; the record keeps its keys in an order of its own. */
function expectSame(answers: readonly Answer[]): void {
  for (const answer of answers) expect(answer.json()).toEqual(answers[0]?.json())
}

const send = (body: unknown, headers: Record<string, string> = {}) =>
  lin.send('POST', url(), body, { 'if-match': `"${road.version}"`, ...headers })

describe('a body that is no proper JSON', () => {
  const nested = (levels: number) => `{"run": "main", "facts": ${'['.repeat(levels)}${']'.repeat(levels)}}`
  test.each([
    ['half a body', '{"run": "main"'],
    ['a comma too many', '{"run": "main",}'],
    ['single quotes', "{'run': 'main'}"],
    ['a bare word', 'run'],
    ['two values', '{} {}'],
    ['a comment', '{/* hello */ "run": "main"}'],
    ['a form', 'run=main&facts=1'],
    ['NaN', '{"run": NaN}'],
    ['a key twice', '{"run": "main", "run": "main"}'],
    ['a key twice in other spelling', '{"run": "main", "\\u0072un": "main"}'],
    ['a key of a fact twice', '{"run": "main", "facts": {"case": {"clue": "a", "clue": "b"}}}'],
    ['a key twice inside a list', '{"run": "main", "evidence": [{"kind": "a", "kind": "b", "title": "c"}]}'],
    ['a hundred levels', nested(100)],
    ['ten thousand levels', nested(10_000)],
    ['three hundred thousand levels', nested(300_000)],
  ])('%s is refused', async (_title, body) => expectRefused(await send(body), 400, 'malformed-json'))

  test.each([
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['a number', '1'],
    ['a text', '"main"'],
    ['an empty object', '{}'],
  ])('%s is refused as incomplete', async (_title, body) => expectRefused(await send(body), 422, 'invalid-input'))
})

describe('a key that nobody asked for', () => {
  const strange = (change: (body: ReturnType<typeof filing>) => object) => () => ({ ...filing(), ...change(filing()) })
  test.each([
    ['beside the facts', strange(() => ({ version: 3 })), '/version'],
    ['among the parts of the facts', strange(({ facts }) => ({ facts: { ...facts, agency: {} } })), '/facts/agency'],
    [
      'in evidence',
      strange(() => ({ evidence: [{ kind: '书证', title: '台账', sha256: 'x' }] })),
      '/evidence/0/sha256',
    ],
    [
      'among the facts of the case',
      strange(({ facts }) => ({ facts: { ...facts, case: { ...facts.case, fine: '1' } } })),
      'fine',
    ],
    [
      'among the facts of a party',
      strange(({ facts }) => ({ facts: { ...facts, party: { [road.party]: { fine: '1' } } } })),
      () => `fine@${road.party}`,
    ],
    [
      'as a party of another case',
      strange(({ facts }) => ({ facts: { ...facts, party: { [randomUUID()]: {} } } })),
      () => undefined,
    ],
  ])('%s is refused where it stands', async (_title, body, pointer) => {
    const answer = await send(body())
    await expectRefused(answer, 422, 'invalid-input')
    const wanted = typeof pointer === 'function' ? pointer() : pointer
    const pointers = answer.json<{ errors: { pointer: string }[] }>().errors.map((error) => error.pointer)
    expect(pointers).toHaveLength(1)
    if (wanted !== undefined) expect(pointers).toEqual([wanted])
  })

  test('spelled as the prototype of all objects is refused at every depth', async () => {
    for (const body of [
      '{"__proto__": {"run": "main"}, "run": "main"}',
      '{"run": "main", "facts": {"__proto__": {}}}',
      '{"run": "main", "facts": {"case": {"__proto__": "x"}}}',
      '{"run": "main", "facts": {"party": {"__proto__": {"heard": "x"}}}}',
      '{"run": "main", "facts": {"violation": {"constructor": {"prototype": "x"}}}}',
    ])
      await expectRefused(await send(body), 422, 'invalid-input')
  })

  test('in the address is refused', async () => {
    await expectRefused(
      await lin.send('POST', `${url()}?force=1`, filing(), { 'if-match': '"1"' }),
      422,
      'invalid-input',
    )
  })
})

describe('a request in the wrong wrapping', () => {
  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    '',
  ])('as %o is refused by its type', async (type) =>
    expectRefused(await send(JSON.stringify(filing()), { 'content-type': type }), 415, 'wrong-content-type'),
  )
  test('of two mebibytes is refused by its size', async () => {
    const body = { ...filing(), padding: 'x'.repeat(2 * 1024 * 1024) }
    await expectRefused(await send(body), 413, 'body-too-large')
  })
  test.each([
    ['without a version', undefined, 428, 'version-missing'],
    ['with an empty version', '', 400, 'malformed-request'],
    ['with any version', '*', 400, 'malformed-request'],
    ['with a word as version', '"x"', 400, 'malformed-request'],
    ['with a weak version', 'W/"1"', 400, 'malformed-request'],
    ['with a version without quotes', '1', 400, 'malformed-request'],
    ['with two versions', '"1", "2"', 400, 'malformed-request'],
    ['with a negative version', '"-1"', 400, 'malformed-request'],
    ['with a version that begins with nought', '"01"', 400, 'malformed-request'],
    ['with a version past all numbers', `"${'9'.repeat(30)}"`, 400, 'malformed-request'],
    ['with version nought', '"0"', 412, 'stale-version'],
    ['with a version that is yet to come', '"999"', 412, 'stale-version'],
  ])('%s is refused', async (_title, version, status, code) => {
    const headers = version === undefined ? {} : { 'if-match': version }
    await expectRefused(await lin.send('POST', url(), filing(), headers), status, code)
  })
  test.each([
    ['too short', '1234567'],
    ['too long', 'k'.repeat(101)],
    ['not ASCII', 'clé-unique-é'],
    ['with a blank inside', 'one key two'],
    ['empty', ''],
  ])('with a key that is %s is refused', async (_title, key) =>
    expectRefused(await send(filing(), { 'idempotency-key': key }), 400, 'idempotency-key-missing'),
  )
  test('without a key is refused', async () => {
    const headers = { cookie: lin.cookie, origin: desk.origin, 'if-match': `"${road.version}"` }
    const answer = await desk.app.inject({ method: 'POST', url: url(), payload: filing(), headers })
    await expectRefused(answer, 400, 'idempotency-key-missing')
  })
})

describe('an address that names nothing', () => {
  const at = (version: number) => ({ 'if-match': `"${version}"` })
  test.each([
    ['a zero byte as id', () => url('%00'), 404],
    ['a zero byte in the id', () => url(`${road.id}%00`), 404],
    ['a zero byte in the action', () => url(road.id, 'file%00'), 404],
    ['a broken escape', () => url('%ZZ'), 400],
    ['half of UTF-8', () => url('%c3'), 400],
    ['a path out of the folder', () => url('..%2f..%2fetc'), 404],
    ['a word as id', () => url('x'), 404],
    ['a very long id', () => url('a'.repeat(3000)), 404],
    ['an id without hyphens', () => url(road.id.replaceAll('-', '')), 404],
    ['an id in braces', () => url(`{${road.id}}`), 404],
  ])('%s is answered with a sentence', async (_title, address, status) => {
    const answer = await lin.send('POST', address(), filing(), at(road.version))
    expect(answer.statusCode, answer.body).toBe(status)
    expect(answer.json()).toMatchObject({ title: expect.stringMatching(/[\u4e00-\u9fff]/) })
    expect(await eventsOf(road.id)).toBe(before)
  })
  test.each(['constructor', 'to-string', 'no-such-action'])('no action is called %s', async (action) => {
    const answer = await lin.send('POST', url(road.id, action), filing(), at(road.version))
    await expectRefused(answer, 409, 'not-offered')
    expect(answer.json<{ detail: string }>().detail).toContain('没有这项操作')
  })
  test.each(['__proto__', 'toString', 'hasOwnProperty', 'File', 'file/', '审批', 'a'.repeat(61)])(
    'an action cannot be called %s',
    async (action) => {
      const answer = await lin.send('POST', url(road.id, encodeURIComponent(action)), filing(), at(road.version))
      await expectRefused(answer, 404, 'not-found')
    },
  )
  test.each(['constructor', '__proto__', 'toString'])('no paper is drawn of an action called %s', async (action) => {
    const answer = await lin.send('POST', `/api/cases/${road.id}/preview`, { action, input: { run: 'main' } })
    await expectRefused(answer, 404, 'not-found')
  })
  test('a run that the case does not have is refused', async () => {
    for (const run of ['constructor', '__proto__', 'MAIN', randomUUID()])
      await expectRefused(await send({ ...filing(), run }), 409, 'not-offered')
  })
})

describe('twenty of the same at once', () => {
  test('have exactly one effect, and all get the same answer', async () => {
    const own = await PenaltyRoad.open(desk)
    const violation = { [own.violation]: { 'act-ended-on': '2026-05-20' } }
    const body = { run: 'main', facts: { case: { 'in-jurisdiction': true, 'filing-reason': '涉嫌违法' }, violation } }
    const headers = { 'if-match': `"${own.version}"`, 'idempotency-key': randomUUID() }
    const answers = await Promise.all(Array.from({ length: 20 }, () => lin.send('POST', url(own.id), body, headers)))
    expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([200]))
    expectSame(answers)
    const [first] = answers
    expect(await eventsOf(own.id)).toBe(first?.json<{ version: number }>().version)
    expect(answers.filter((answer) => answer.headers['idempotency-replayed'] === 'true')).toHaveLength(19)
  })

  test('that open a case open one', async () => {
    const body = await road.opening({ name: '同一份登记重复提交二十次' })
    const headers = { 'idempotency-key': randomUUID() }
    const answers = await Promise.all(Array.from({ length: 20 }, () => lin.send('POST', '/api/cases', body, headers)))
    expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([201]))
    expect(new Set(answers.map((answer) => answer.json<{ id: string }>().id)).size).toBe(1)
    const text = `SELECT count(*)::int AS n FROM app.cases WHERE name = '同一份登记重复提交二十次'`
    expect((await desk.database.owner.query({ text })).rows).toEqual([{ n: 1 }])
  })

  test('that save a draft save it once', async () => {
    const address = `/api/cases/${road.id}/drafts/main/file`
    const headers = { 'if-match': '"0"', 'idempotency-key': randomUUID() }
    const body = { run: 'main', input: filing() }
    const answers = await Promise.all(Array.from({ length: 20 }, () => lin.send('PUT', address, body, headers)))
    expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([200]))
    expectSame(answers)
    expect((await lin.get(address)).json()).toMatchObject({ version: 1 })
  })

  test('key with other contents: one effect, and the others are told that the key is used', async () => {
    const own = await PenaltyRoad.open(desk)
    const headers = { 'if-match': `"${own.version}"`, 'idempotency-key': randomUUID() }
    const violation = { [own.violation]: { 'act-ended-on': '2026-05-20' } }
    const bodyOf = (reason: string) => ({
      run: 'main',
      facts: { case: { 'in-jurisdiction': true, 'filing-reason': reason }, violation },
    })
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => lin.send('POST', url(own.id), bodyOf(`理由${index}`), headers)),
    )
    expect(answers.map((answer) => answer.statusCode).toSorted()).toEqual([200, ...Array(7).fill(422)])
    const codes = answers
      .filter(({ statusCode }) => statusCode === 422)
      .map((answer) => answer.json<{ code: string }>().code)
    expect(new Set(codes)).toEqual(new Set(['idempotency-key-reused']))
  })

  test("key of somebody else is that person's own", async () => {
    const key = { 'idempotency-key': randomUUID() }
    const [one, other] = [await PenaltyRoad.open(desk), await PenaltyRoad.open(desk)]
    const body = { run: 'main', facts: { case: { 'no-filing-reason': '没有违法事实' } } }
    const ask = (login: string, of: PenaltyRoad) => of.trial(login, 'refuse-filing', body, key)
    expect((await ask('lin', one)).statusCode).toBe(200)
    expect((await ask('zhou', other)).statusCode).toBe(200)
  })
})
