import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../tests/support/desk.ts'
import { refused } from './errors.ts'
import { idempotent } from './idempotency.ts'
import type { RequestContext } from './request-context.ts'
import { findSession } from './session.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk.close())

async function contextOf(key: string): Promise<RequestContext> {
  const token = (await desk.as('lin')).cookie.split('=')[1] ?? ''
  const session = await findSession(desk.context, token)
  if (!session) throw new Error('no session')
  return {
    ...desk.context,
    actor: session.actor,
    requestId: 'test',
    address: '127.0.0.1',
    ifMatch: undefined,
    idempotency: { key, digest: 'digest' },
    auditName: 'region-rename',
    status: 200,
    record: { note: {}, isRecorded: false },
    sessionToken: token,
    header: () => undefined,
    audit: () => undefined,
  }
}

const rename = (name: string) => ({
  text: 'UPDATE app.regions SET name = $1 WHERE code = $2',
  values: [name, '990102'],
})
const counts = async (key: string) => {
  const { rows } = await desk.context.db.query({
    text: `SELECT (SELECT name FROM app.regions WHERE code = '990102') AS name,
      (SELECT count(*)::int FROM app.idempotency_keys WHERE key = $1) AS keys,
      (SELECT count(*)::int FROM app.audit_entries WHERE name = 'region-rename') AS audits`,
    values: [key],
  })
  return rows[0]
}

describe('a command in its transaction', () => {
  it('that refuses after it wrote leaves nothing: no change, no answer, no audit entry', async () => {
    const result = await idempotent(await contextOf('refused-late'), async (tx) => {
      await tx.query(rename('写了一半'))
      return refused('conflict', '后来才发现不行。')
    })
    expect(result).toMatchObject({ code: 'conflict' })
    expect(await counts('refused-late')).toEqual({ name: '青石区', keys: 0, audits: 0 })
  })
  it('that throws leaves nothing either', async () => {
    const ctx = await contextOf('thrown-late')
    const work = idempotent(ctx, async (tx) => {
      await tx.query(rename('写了一半'))
      throw new Error('late')
    })
    await expect(work).rejects.toThrow('late')
    expect(await counts('thrown-late')).toEqual({ name: '青石区', keys: 0, audits: 0 })
  })
  it('that goes through writes change, answer and audit entry together', async () => {
    const ctx = await contextOf('gone-through')
    await idempotent(ctx, async (tx) => {
      await tx.query(rename('青石区（新）'))
      return { done: true }
    })
    expect(await counts('gone-through')).toEqual({ name: '青石区（新）', keys: 1, audits: 1 })
    expect(ctx.record.isRecorded).toBe(true)
  })
})
