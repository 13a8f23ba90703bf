import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import { seedDemo } from '../demo/seed-demo.ts'
import { createAccount, resetPassword, unlockAccount } from './accounts.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk.close())

const PASSWORD = 'a long enough one'
const signIn = async (login: string, password: string) =>
  (await desk.nobody.send('POST', '/api/session', { login, password })).statusCode

describe('an account', () => {
  const input = { agencyCode: 'qs-market', name: '褚合同', login: 'chu', password: PASSWORD }
  it('is opened for one person on file, once', async () => {
    expect(await createAccount(desk.context.db, input)).toEqual({ login: 'chu' })
    expect(await signIn('chu', PASSWORD)).toBe(200)
    expect(await createAccount(desk.context.db, { ...input, login: 'chu2' })).toMatchObject({ code: 'conflict' })
    expect(await createAccount(desk.context.db, { ...input, name: '无此人' })).toMatchObject({ code: 'not-found' })
    expect(await createAccount(desk.context.db, { ...input, password: 'short' })).toMatchObject({
      code: 'invalid-input',
    })
  })
  it('that is locked signs in again after unlocking', async () => {
    for (let count = 0; count < 5; count++) await signIn('chu', 'wrong')
    expect(await signIn('chu', PASSWORD)).toBe(401)
    await unlockAccount(desk.context.db, 'chu')
    expect(await signIn('chu', PASSWORD)).toBe(200)
    expect(await unlockAccount(desk.context.db, 'nobody')).toMatchObject({ code: 'not-found' })
  })
  it('that gets a new password loses its sessions and is no demo account any more', async () => {
    const lin = await desk.as('lin')
    await resetPassword(desk.context.db, 'lin', PASSWORD, desk.context.clock.now())
    expect((await lin.get('/api/session')).statusCode).toBe(401)
    expect(await signIn('lin', PASSWORD)).toBe(200)
  })
})

it('seeding the invented region twice changes nothing', async () => {
  const count = async () => {
    const { rows } = await desk.context.db.query({
      text: `SELECT (SELECT count(*) FROM app.people) AS people, (SELECT count(*) FROM app.posts) AS posts,
        (SELECT count(*) FROM app.accounts) AS accounts, (SELECT count(*) FROM app.parties) AS parties,
        (SELECT count(*) FROM app.certificates) AS certificates,
        (SELECT count(*) FROM app.violations) AS violations, (SELECT count(*) FROM app.tiers) AS tiers`,
    })
    return rows[0]
  }
  const before = await count()
  await seedDemo(desk.context)
  expect(await count()).toEqual(before)
  expect(await signIn('lin', PASSWORD)).toBe(200)
})
