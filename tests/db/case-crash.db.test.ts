import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compareRefold } from '#server/features/cases/refold.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'
import { eventually } from '../support/record-log.ts'

/** The pool of a test database holds 5 connections. */
const CROWD = 64
type Road = PenaltyRoad<Caller>

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
})
afterAll(() => desk.close())

const owner = <Row>(text: string, values: readonly unknown[] = []) => desk.database.owner.query<Row>({ text, values })

async function traces(road: Road): Promise<unknown> {
  const tables = ['events', 'leaves', 'documents', 'case_people']
  const counts = tables.map((table) => `(SELECT count(*)::int FROM app.${table} WHERE case_id = $1) AS ${table}`)
  const { rows } = await owner(
    `SELECT ${counts.join(', ')}, (SELECT version FROM app.cases WHERE id = $1) AS version,
      (SELECT sum(last)::int FROM app.document_numbers) AS numbers, (SELECT count(*)::int FROM app.idempotency_keys) AS keys,
      (SELECT count(*)::int FROM app.audit_entries WHERE name <> 'case-read') AS audits,
      (SELECT count(*)::int FROM graphile_worker.jobs) AS jobs`,
    [road.id],
  )
  return rows[0]
}

/** Backends of the program that wait for a lock of somebody else. */
async function waiting(): Promise<readonly number[]> {
  const { rows } = await owner<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE usename = 'zhaofa_app' AND datname = current_database() AND wait_event_type = 'Lock'`,
  )
  return rows.map(({ pid }) => pid)
}

async function killWaiting(): Promise<void> {
  await eventually(async () => (await waiting()).length > 0)
  for (const pid of await waiting()) await owner('SELECT pg_terminate_backend($1)', [pid])
  await eventually(async () => (await waiting()).length === 0)
}

/** A case whose next agreement numbers and issues a document, and the request that gives it. */
async function readyToIssue(): Promise<{ road: Road; agree: () => ReturnType<Caller['send']> }> {
  const road = await PenaltyRoad.open(desk)
  const violation = { [road.violation]: { 'act-ended-on': '2026-05-20' } }
  await road.take('lin', 'file', { case: { 'in-jurisdiction': true, 'filing-reason': '涉嫌违法' }, violation })
  await road.agree('zheng')
  const shen = await road.as('shen')
  const proposal = (await road.read('shen')).approvals[0]?.proposal
  const headers = { 'if-match': `"${road.version}"`, 'idempotency-key': randomUUID() }
  const body = { do: 'agree', run: 'main', opinion: '同意立案' }
  return { road, agree: () => shen.send('POST', `/api/cases/${road.id}/approvals/${proposal}`, body, headers) }
}

const POINTS: readonly [string, (road: Road) => string][] = [
  ['at the read of the case', ({ id }) => `SELECT FROM app.cases WHERE id = '${id}' FOR UPDATE`],
  ['at the number of its document', () => 'LOCK TABLE app.document_numbers IN EXCLUSIVE MODE'],
  ['at its events', () => 'LOCK TABLE app.events IN EXCLUSIVE MODE'],
  ['at its leaves for the log', () => 'LOCK TABLE app.leaves IN EXCLUSIVE MODE'],
  ['at its documents', () => 'LOCK TABLE app.documents IN EXCLUSIVE MODE'],
  ['at its audit entry', () => 'LOCK TABLE app.audit_entries IN EXCLUSIVE MODE'],
  ['at its stored answer', () => 'LOCK TABLE app.idempotency_keys IN EXCLUSIVE MODE'],
]

/** Refused as a fault with a sentence and nothing of the inside; the same request goes through afterwards, once. */
async function expectRetried(road: Road, agree: () => ReturnType<Caller['send']>, died: unknown, before: unknown) {
  const broken = died as Awaited<ReturnType<typeof agree>>
  expect([500, 503]).toContain(broken.statusCode)
  expect(broken.json()).toMatchObject({ title: expect.stringMatching(/[\u4e00-\u9fff]/) })
  expect(broken.body).not.toMatch(/terminat|57P01|node_modules|\bat .*\.ts/)
  expect(await traces(road)).toEqual(before)
  const [first, again] = [await agree(), await agree()]
  expect([first.statusCode, again.statusCode], first.body).toEqual([200, 200])
  expect(again.json()).toEqual(first.json())
  const { version } = first.json<{ version: number }>()
  expect(await traces(road)).toMatchObject({ events: version, leaves: version, version })
}

describe('a connection that dies in the middle of an action', () => {
  test.each(POINTS)('%s leaves nothing, and the same request afterwards goes through once', async (_title, lock) => {
    const { road, agree } = await readyToIssue()
    const before = await traces(road)
    let died: unknown
    await desk.database.owner.transaction(async (tx) => {
      await tx.query({ text: lock(road) })
      const asked = agree()
      await killWaiting()
      died = await asked
    })
    await expectRetried(road, agree, died, before)
  })

  test('at its commit leaves nothing, and the same request afterwards goes through once', async () => {
    await owner(`CREATE FUNCTION app.wait_at_commit() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_advisory_xact_lock(4242); RETURN NULL; END $$`)
    await owner(`CREATE CONSTRAINT TRIGGER wait_at_commit AFTER INSERT ON app.events DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION app.wait_at_commit()`)
    const { road, agree } = await readyToIssue()
    const before = await traces(road)
    let died: unknown
    await desk.database.owner.transaction(async (tx) => {
      await tx.query({ text: 'SELECT pg_advisory_xact_lock(4242)' })
      const asked = agree()
      await killWaiting()
      died = await asked
    })
    await owner('DROP TRIGGER wait_at_commit ON app.events')
    await owner('DROP FUNCTION app.wait_at_commit()')
    await expectRetried(road, agree, died, before)
  })

  test('while it is idle is replaced by another', async () => {
    const { agree } = await readyToIssue()
    await owner(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'zhaofa_app' AND datname = current_database()`,
    )
    await eventually(async () => (await agree()).statusCode === 200)
  })
})

describe(`${CROWD} people at once on a pool of five`, () => {
  test('each on a case of their own: all are answered, none in vain', async () => {
    const roads = await Promise.all(Array.from({ length: CROWD }, () => PenaltyRoad.open(desk)))
    const answers = await Promise.all(
      roads.map((road) => {
        const violation = { [road.violation]: { 'act-ended-on': '2026-05-20' } }
        const facts = { case: { 'in-jurisdiction': true, 'filing-reason': '涉嫌违法' }, violation }
        return road.trial('lin', 'file', { run: 'main', facts })
      }),
    )
    expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([200]))
  })

  test('all on one case: one goes through, and the others are told of it', async () => {
    const road = await PenaltyRoad.open(desk)
    const body = { run: 'main', facts: { case: { 'no-filing-reason': '没有违法事实' } } }
    const answers = await Promise.all(
      Array.from({ length: CROWD }, (_, index) => road.trial(index % 2 === 0 ? 'lin' : 'zhou', 'refuse-filing', body)),
    )
    const statuses = answers.map((answer) => answer.statusCode).toSorted()
    expect(statuses).toEqual([200, ...Array.from({ length: CROWD - 1 }, () => 412)])
  })

  test('and afterwards every stored case is the fold of its events', async () => {
    expect((await compareRefold(desk.context)).differing).toEqual([])
  })
})
