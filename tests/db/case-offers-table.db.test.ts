import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseAnswer } from '#contract/cases.ts'
import type { CaseState } from '#domain/case/state.ts'
import { findAction } from '#domain/procedure/actions-of.ts'
import type { AnyProcedure, Role } from '#domain/procedure/definition.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { type TestDesk, testDesk } from '../support/desk.ts'
import { EVERY_ACTION, putAt, runOf } from '../support/every-action.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'

/** Everybody's part in this case; 钱三 is an officer too, but it is not his case. */
const ROLES_OF: Readonly<Record<string, readonly Role[]>> = {
  lin: ['handler'],
  qian: [],
  zheng: ['unit-head'],
  wu: ['reviewer'],
  shen: ['agency-head', 'panel'],
  han: ['panel'],
  chen: ['host'],
  chuang: ['clerk'],
  ku: ['storekeeper'],
}
const NOBODYS = ['wei', 'ge', 'fan', 'peng', 'lang']

let desk: TestDesk
let road: PenaltyRoad
let opened: CaseState
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
  road = await PenaltyRoad.open(desk)
  opened = await road.state('lin')
})
afterAll(() => desk.close())

async function put(procedure: AnyProcedure, stage: string): Promise<void> {
  const text = 'UPDATE app.cases SET state = $2 WHERE id = $1'
  await desk.database.owner.query({ text, values: [road.id, JSON.stringify(putAt(opened, procedure, stage))] })
}

async function traces(): Promise<unknown> {
  const text = `SELECT (SELECT count(*)::int FROM app.events) AS events, (SELECT count(*)::int FROM app.leaves) AS leaves,
    (SELECT count(*)::int FROM app.idempotency_keys) AS keys, (SELECT count(*)::int FROM app.documents) AS documents,
    (SELECT version FROM app.cases WHERE id = $1) AS version`
  return (await desk.database.owner.query({ text, values: [road.id] })).rows
}

/** A fact that no action asks for: who may act is told what is wrong with it, so the door is open and nothing goes through it. */
const KNOCK = { 'no-such-fact': '1' }
const knock = (login: string, procedure: AnyProcedure, action: string) =>
  road.trial(login, action, { run: runOf({ procedure }), facts: { case: KNOCK } })

type Cell = { readonly code: string; readonly status: number }
const OPEN: Cell = { code: 'invalid-input', status: 422 }
const NOT_YOURS: Cell = { code: 'forbidden', status: 403 }
/** Who handles the case may not review or hear it: that is no question of posts but of the law, which is cited. */
const BARRED: Cell = { code: 'gate-closed', status: 409 }
const NOT_HERE: Cell = { code: 'not-offered', status: 409 }

function expected(procedure: AnyProcedure, stage: string, action: string, login: string): Cell {
  const here = findAction(procedure, stage, action)
  if (!here) return NOT_HERE
  const by = [here.by].flat()
  if (by.some((role) => ROLES_OF[login]?.includes(role))) return OPEN
  return login === 'lin' && (by[0] === 'reviewer' || by[0] === 'host') ? BARRED : NOT_YOURS
}

const STAGES = [...PROCEDURES.values()].flatMap((procedure) =>
  Object.entries(procedure.stages).map(([stage, { actions }]) => ({ procedure, stage, here: Object.keys(actions) })),
)
const titleOf = ({ procedure, stage }: (typeof STAGES)[number]) => `${procedure.code}, ${stage}`

/** All actions of this stage; of the others some, other ones for each stage and person, so that the whole table stays short. */
function tried({ procedure, here }: (typeof STAGES)[number], index: number, login: string): readonly string[] {
  const all = [...new Set(EVERY_ACTION.filter((every) => every.procedure === procedure).map(({ name }) => name))]
  const turn = index + Object.keys(ROLES_OF).indexOf(login)
  return [...here, ...all.filter((name, at) => !here.includes(name) && at % 12 === turn % 12)]
}

describe.each(STAGES.map((place, index) => [titleOf(place), place, index] as const))('%s', (_title, place, index) => {
  const { procedure, stage } = place

  test.each(Object.keys(ROLES_OF))(
    'opens to %s what is offered and theirs, and says why not of the rest',
    async (login) => {
      await put(procedure, stage)
      const before = await traces()
      for (const action of tried(place, index, login)) {
        const answer = await knock(login, procedure, action)
        const problem = answer.json<{ code: string; detail: string }>()
        const cell = { code: problem.code, status: answer.statusCode }
        expect(cell, `${action}: ${problem.detail}`).toEqual(expected(procedure, stage, action, login))
        expect(problem.detail).toMatch(/[\u4e00-\u9fff]/)
        expect(problem.detail).not.toMatch(/undefined|null|\[object/)
      }
      expect(await traces()).toEqual(before)
    },
  )

  test('shows everybody the same doors', async () => {
    await put(procedure, stage)
    for (const login of Object.keys(ROLES_OF)) {
      const offers = await offersTo(login)
      const own = offers.filter(({ run }) => run === runOf({ procedure }))
      expect(own.map(({ action, isYours }) => [action, isYours])).toEqual(
        place.here.map((action) => [action, expected(procedure, stage, action, login) === OPEN]),
      )
      expect(JSON.stringify(own)).not.toContain('undefined')
    }
  })
})

async function offersTo(login: string): Promise<CaseAnswer['offers']> {
  const answer = await (await road.as(login)).get(`/api/cases/${road.id}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<CaseAnswer>().offers
}

test('who takes no part in any case is turned away at every stage before the case is looked at', async () => {
  for (const login of NOBODYS) {
    for (const { name } of EVERY_ACTION.slice(0, 10)) {
      expect((await road.trial(login, name, { run: 'main' })).statusCode).toBe(403)
    }
  }
})

test('another agency finds no case at any stage', async () => {
  for (const { procedure, stage, here } of STAGES.slice(0, 8)) {
    await put(procedure, stage)
    for (const action of here) expect((await knock('zhu', procedure, action)).statusCode).toBe(404)
  }
})
