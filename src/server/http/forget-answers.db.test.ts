import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../tests/support/desk.ts'
import { fixedClock } from '../clock.ts'
import { forgetAnswers } from './forget-answers.ts'

const BEGUN = '2026-06-01T02:00:00Z'
const PARTY = { kind: 'person', name: '子虚某', address: '', phone: '', legalRepresentative: '' }

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk(BEGUN)
})
afterAll(() => desk.close())

const after = (days: number) => {
  const at = new Date(Date.parse(BEGUN) + days * 86_400_000).toISOString()
  return { ...desk.context, clock: fixedClock(at) }
}
const held = async () => {
  const { rows } = await desk.context.db.query({
    text: `SELECT (SELECT count(*)::int FROM app.idempotency_keys) AS answers, (SELECT count(*)::int FROM app.sessions) AS sessions,
      (SELECT count(*)::int FROM app.parties WHERE name = '子虚某') AS parties`,
  })
  return rows[0]
}

it('the answer to a command is kept thirty days for whoever sends it again, and then forgotten with the session; what was done stays', async () => {
  const lin = await desk.as('lin')
  const headers = { 'idempotency-key': 'once-and-again' }
  const first = await lin.send('POST', '/api/parties', PARTY, headers)
  const second = await lin.send('POST', '/api/parties', PARTY, headers)
  expect([first.statusCode, second.body], first.body).toEqual([201, first.body])
  expect(await forgetAnswers(after(0))).toEqual({ answers: 0, sessions: 0 })
  expect(await held()).toEqual({ answers: 1, sessions: 1, parties: 1 })
  expect((await forgetAnswers(after(29))).answers).toBe(0)
  expect((await forgetAnswers(after(31))).answers).toBe(1)
  expect(await held()).toEqual({ answers: 0, sessions: 0, parties: 1 })
})
