import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import { DEMO_PASSWORD } from '../demo/seed-demo.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk.close())

const signIn = (login: string, password: string) => desk.nobody.send('POST', '/api/session', { login, password })
const failuresOf = async (login: string) => {
  const { rows } = await desk.context.db.query<{ failures: number; locked: boolean }>({
    text: 'SELECT failures, locked_until_at IS NOT NULL AS locked FROM app.accounts WHERE login = $1',
    values: [login],
  })
  return rows[0]
}

describe('signing in', () => {
  it('answers who one is and sets a cookie that no script reads and no other site sends', async () => {
    const answer = await signIn('Lin', DEMO_PASSWORD)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({ person: { name: '林一' }, roles: ['handler'] })
    const cookie = String(answer.headers['set-cookie'])
    expect(cookie).toMatch(/^zhaofa_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/)
    const me = await desk.nobody.get('/api/session', { headers: { cookie: cookie.split(';')[0] ?? '' } })
    expect(me.json().person.login).toBe('lin')
  })

  it('stores only the digest of the token', async () => {
    const token = /=([\w-]+);/.exec(String((await signIn('lin', DEMO_PASSWORD)).headers['set-cookie']))?.[1] ?? ''
    const { rows } = await desk.context.db.query<{ token_digest: string }>({
      text: 'SELECT token_digest FROM app.sessions',
    })
    expect(rows.every(({ token_digest }) => /^[0-9a-f]{64}$/.test(token_digest) && token_digest !== token)).toBe(true)
  })

  it('says the same for an unknown login and for a wrong password', async () => {
    const [unknown, wrong] = [await signIn('nobody', 'x'), await signIn('zhou', 'x')]
    expect(unknown.statusCode).toBe(401)
    const { requestId: _a, ...one } = unknown.json()
    const { requestId: _b, ...other } = wrong.json()
    expect(one).toEqual(other)
  })

  it('locks an account for fifteen minutes after five failures, then opens it again', async () => {
    for (let count = 0; count < 5; count++) await signIn('qian', 'wrong')
    expect((await signIn('qian', DEMO_PASSWORD)).statusCode).toBe(401)
    desk.pass(16)
    expect((await signIn('qian', DEMO_PASSWORD)).statusCode).toBe(200)
    expect(await failuresOf('qian')).toEqual({ failures: 0, locked: false })
  })

  it('counts every guess of those that come at the same moment', async () => {
    const { owner } = desk.database
    let guesses: Promise<unknown> = Promise.resolve()
    await owner.transaction(async (tx) => {
      await tx.query({ text: `SELECT FROM app.accounts WHERE login = 'feng' FOR UPDATE` })
      guesses = Promise.all(Array.from({ length: 4 }, () => signIn('feng', 'wrong')))
      let waiting = 0
      while (waiting < 4) {
        const text = `SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`
        waiting = (await owner.query<{ waiting: number }>({ text })).rows[0]?.waiting ?? 0
      }
    })
    await guesses
    expect(await failuresOf('feng')).toEqual({ failures: 4, locked: false })
  })

  it('ends a session after thirty idle minutes, and after twelve hours of use', async () => {
    const idle = await desk.as('zheng')
    desk.pass(31)
    expect((await idle.get('/api/session')).statusCode).toBe(401)
    const busy = await desk.as('zheng')
    for (let count = 0; count < 35; count++) {
      desk.pass(20)
      expect((await busy.get('/api/session')).statusCode).toBe(200)
    }
    desk.pass(25)
    expect((await busy.get('/api/session')).statusCode).toBe(401)
  })

  it('ends the session on signing out', async () => {
    const caller = await desk.as('wu')
    expect((await caller.send('DELETE', '/api/session')).statusCode).toBe(200)
    expect((await caller.get('/api/session')).statusCode).toBe(401)
  })

  it('writes every attempt to the audit, without what was typed', async () => {
    await signIn('secret-typed-as-login', 'x')
    const { rows } = await desk.context.db.query<{ text: string }>({
      text: `SELECT (e.*)::text AS text FROM app.audit_entries e WHERE name = 'sign-in' ORDER BY at`,
    })
    expect(rows.length).toBeGreaterThan(15)
    expect(rows.some(({ text }) => text.includes('secret-typed'))).toBe(false)
  })

  it('limits attempts from one address', async () => {
    const tries = await Promise.all(Array.from({ length: 130 }, () => signIn('', '')))
    expect(tries.some(({ statusCode }) => statusCode === 429)).toBe(true)
    expect(tries.find(({ statusCode }) => statusCode === 429)?.json().code).toBe('too-many-requests')
  })
})

it('keeps the cookie to https when the public address is https', async () => {
  const secure = await testDesk('2026-03-10T02:00:00Z', { PUBLIC_URL: 'https://zhaofa.example' })
  const answer = await secure.nobody.send('POST', '/api/session', { login: 'lin', password: DEMO_PASSWORD })
  expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-zhaofa_session=.*; Secure$/)
  expect(answer.headers['strict-transport-security']).toContain('max-age=')
  await secure.close()
})
