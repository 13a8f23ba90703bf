import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RawFacts } from '#domain/case/command.ts'
import { type CaseState, MAIN_RUN } from '#domain/case/state.ts'
import type { Action, AnyProcedure, Role } from '#domain/procedure/definition.ts'
import { type TestDesk, testDesk } from '../support/desk.ts'
import {
  EVERY_ACTION,
  type EveryAction,
  factsWith,
  fieldOf,
  firstRole,
  putAt,
  runOf,
  titleOf,
} from '../support/every-action.ts'
import { nastyFields } from '../support/nasty-values.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'

/** As many bodies for each action, every field of them bad in its own way. */
const ROUNDS = 4
const LOGINS: Readonly<Record<Role, string>> = {
  handler: 'lin',
  'unit-head': 'zheng',
  reviewer: 'wu',
  'agency-head': 'shen',
  panel: 'han',
  host: 'chen',
  clerk: 'chuang',
  storekeeper: 'ku',
}
/** The stored case has one party, who is not asked what tells several apart. */
const asksOfOne = (procedure: AnyProcedure, action: Action) =>
  (action.asks ?? []).filter((name) => !procedure.facts[name]?.amongSeveral)
const ASKING = EVERY_ACTION.filter(({ procedure, action }) => asksOfOne(procedure, action).length > 0)

let desk: TestDesk
let road: PenaltyRoad
let opened: CaseState
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
  road = await PenaltyRoad.open(desk)
  opened = await road.state('lin')
})
afterAll(() => desk.close())

type FieldErrors = { code: string; errors: { pointer: string; sentence: string }[] }

/** The road to every stage is walked elsewhere; here the stored case is put there. */
async function put(state: CaseState): Promise<void> {
  const text = 'UPDATE app.cases SET state = $2 WHERE id = $1'
  await desk.database.owner.query({ text, values: [road.id, JSON.stringify(state)] })
}

/** All that a command on a case writes. */
async function traces(): Promise<unknown> {
  const tables = [
    'events',
    'leaves',
    'documents',
    'document_numbers',
    'idempotency_keys',
    'case_people',
    'drafts',
    'disclosures',
  ]
  const counts = tables.map((table) => `(SELECT count(*)::int FROM app.${table}) AS ${table}`)
  const text = `SELECT ${counts.join(', ')}, (SELECT version FROM app.cases WHERE id = $1) AS version,
    (SELECT md5(state::text) FROM app.cases WHERE id = $1) AS state, (SELECT count(*)::int FROM graphile_worker.jobs) AS jobs`
  const { rows } = await desk.database.owner.query<unknown>({ text, values: [road.id] })
  return rows[0]
}

function allBad({ procedure, action }: EveryAction, round: number): RawFacts {
  return asksOfOne(procedure, action).reduce<RawFacts>((facts, name) => {
    const fact = procedure.facts[name]
    const nasty = fact ? nastyFields(fact) : []
    const value = nasty[(round * 5 + name.length) % nasty.length]
    return merged(facts, factsWith(opened, procedure, name, value))
  }, {})
}

function merged(one: RawFacts, other: RawFacts): RawFacts {
  const party = mergedById(one.party, other.party)
  return { case: { ...one.case, ...other.case }, party, violation: mergedById(one.violation, other.violation) }
}

function mergedById(one: RawFacts['party'] = {}, other: RawFacts['party'] = {}): NonNullable<RawFacts['party']> {
  const entries = Object.entries(other).map(([id, values]) => [id, { ...one[id], ...values }])
  return { ...one, ...Object.fromEntries(entries) }
}

describe.each(ASKING.map((every) => [titleOf(every), every] as const))('%s', (_title, every) => {
  test('answers every bad field with its title, and writes nothing', async () => {
    const { procedure, stage, name, action } = every
    await put(putAt(opened, procedure, stage))
    const before = await traces()
    const asked = asksOfOne(procedure, action)
    for (let round = 0; round < ROUNDS; round += 1) {
      const body = { run: runOf(every), facts: allBad(every, round) }
      const answer = await road.trial(LOGINS[firstRole(action)], name, body)
      expect(answer.statusCode, answer.body).toBe(422)
      expect(answer.body).not.toMatch(/node_modules|\bat .*\.ts:\d+/)
      const { code, errors } = answer.json<FieldErrors>()
      expect(code).toBe('invalid-input')
      expect(errors.map(({ pointer }) => pointer).toSorted()).toEqual(
        asked.map((fact) => fieldOf(opened, procedure, fact)).toSorted(),
      )
      for (const fact of asked) {
        const own = errors.find(({ pointer }) => pointer === fieldOf(opened, procedure, fact))
        expect(own?.sentence).toContain(`“${procedure.facts[fact]?.title}”`)
      }
    }
    expect(await traces()).toEqual(before)
  })
})

describe('a value that no field of any form may hold', () => {
  const FORBIDDEN: readonly [string, string][] = [
    ['a zero byte', '"\\u0000"'],
    ['a bell', '"a\\u0007"'],
    ['an escape', '"\\u001b[31m"'],
    ['half a character', '"\\ud800"'],
    ['a number past all numbers', '1e999'],
  ]
  test.each(FORBIDDEN)('%s is refused with the place where it stands', async (_title, value) => {
    await put(opened)
    const before = await traces()
    const body = `{"run": "${MAIN_RUN}", "facts": {"case": {"filing-reason": ${value}}}}`
    const answer = await road.trial('lin', 'file', body)
    expect(answer.statusCode).toBe(422)
    const [error] = answer.json<FieldErrors>().errors
    expect(error?.pointer).toBe('/facts/case/filing-reason')
    expect(error?.sentence).toMatch(/[\u4e00-\u9fff]/)
    expect(await traces()).toEqual(before)
  })
})

describe('words that go into the record beside the facts', () => {
  const HIDDEN = ['零\u200b宽', '\u202e反向', '标签\u{e0041}字', '软\u00ad连字符']
  const evidence = (more: object) => ({
    run: MAIN_RUN,
    evidence: [{ kind: '书证', title: '台账', source: '', ...more }],
  })

  test.each(['kind', 'title', 'source'])('the %s of evidence holds nothing that cannot be seen', async (field) => {
    await put(opened)
    for (const text of HIDDEN) {
      const answer = await road.trial('lin', 'add-evidence', evidence({ [field]: text }))
      expect(answer.statusCode).toBe(422)
      expect(answer.json<FieldErrors>().errors[0]).toMatchObject({
        pointer: `/evidence/0/${field}`,
        sentence: expect.stringContaining('请删去后重新填写'),
      })
    }
  })

  test.each([
    ['agree', 'opinion'],
    ['return', 'reason'],
    ['move', 'reason'],
    ['consult', 'question'],
    ['countersign', 'opinion'],
    ['release', 'reason'],
  ])('the words with which a proposal is answered (%s) hold nothing that cannot be seen', async (verb, field) => {
    const lin = await road.as('lin')
    const no = '01930000-0000-7000-8000-000000000000'
    for (const text of [...HIDDEN, '字'.repeat(2001)]) {
      const more = { move: { to: no }, consult: { people: [no] }, countersign: { agrees: true }, release: { of: no } }[
        verb
      ]
      const body = { do: verb, run: MAIN_RUN, [field]: text, ...more }
      const answer = await lin.send('POST', `/api/cases/${road.id}/approvals/${no}`, body, { 'if-match': '"1"' })
      expect(answer.statusCode).toBe(422)
      expect(answer.json<FieldErrors>().errors[0]?.pointer).toBe(`/${field}`)
    }
  })
})

describe('opening a case', () => {
  const NO_ONE = '01930000-0000-7000-8000-000000000000'
  const TRIED: readonly [string, (body: Opening) => object, string][] = [
    ['a name that cannot be read', () => ({ name: '某某\u200b公司经营食品案' }), '/name'],
    ['a name that is too long', () => ({ name: '字'.repeat(201) }), '/name'],
    [
      'a cause that turns the text',
      ({ violations: [one] }) => ({ violations: [{ ...one, cause: '\u202e案由' }] }),
      '/violations/0/cause',
    ],
    ['a handler who does not exist', ({ handlers: [one] }) => ({ handlers: [one, NO_ONE] }), 'handlers'],
    ['a handler named twice', ({ handlers: [one] }) => ({ handlers: [one, one] }), 'handlers'],
    ['ten thousand handlers', () => ({ handlers: Array.from({ length: 10_001 }, () => NO_ONE) }), '/handlers'],
    ['no party', () => ({ parties: [] }), 'parties'],
    ['facts keyed by a place that is no place', () => ({ facts: { case: {}, violation: { x: { fine: '1' } } } }), 'x'],
    ['facts keyed by nearly a place', () => ({ facts: { case: {}, violation: { '': { fine: '1' } } } }), ''],
    [
      'facts keyed by what every list has',
      () => ({ facts: { case: {}, violation: { length: { fine: '1' } } } }),
      'length',
    ],
  ]
  type Opening = { violations: object[]; handlers: string[] }

  test.each(TRIED)('with %s is refused, and no case stands', async (_title, change, pointer) => {
    const before = await traces()
    const body = (await road.opening()) as Opening
    const answer = await (await road.as('lin')).send('POST', '/api/cases', { ...body, ...change(body) })
    expect(answer.statusCode, answer.body).toBe(422)
    expect(answer.json<FieldErrors>().errors.map((error) => error.pointer)).toContain(pointer)
    expect(await traces()).toEqual(before)
  })

  test.each([0, 1])('with somebody of another agency as handler %i is refused', async (place) => {
    const { rows } = await desk.database.owner.query<{ id: string }>({
      text: `SELECT person_id AS id FROM app.accounts WHERE login = 'zhu'`,
    })
    const body = (await road.opening()) as Opening
    const handlers = body.handlers.with(place, rows[0]?.id ?? '')
    const answer = await (await road.as('lin')).send('POST', '/api/cases', { ...body, handlers })
    expect(answer.statusCode, answer.body).toBe(422)
    expect(answer.json<{ detail: string }>().detail).toContain('本机关')
  })

  test('keeps one id as one person and one party, in whatever letters it was typed', async () => {
    const body = (await road.opening()) as Opening & { parties: string[] }
    const upper = JSON.parse(JSON.stringify(body).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => id.toUpperCase()))
    const answer = await (await road.as('lin')).send('POST', '/api/cases', upper)
    expect(answer.statusCode, answer.body).toBe(201)
    const { id } = answer.json<{ id: string }>()
    const read = await (await road.as('lin')).get(`/api/cases/${id.toUpperCase()}`)
    expect(read.json<{ state: CaseState }>().state).toMatchObject({
      id,
      handlers: body.handlers,
      parties: [{ id: body.parties[0] }],
    })
  })
})
