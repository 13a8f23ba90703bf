import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildPortal } from '#portal/build-portal.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import { changeDecision, decidedPenalty, revokeDecision } from '../../../../tests/support/revision-road.ts'
import { indexSearch } from './index-search.ts'
import { publishDue } from './publish-due.ts'

let desk: TestDesk
let portal: FastifyInstance
beforeAll(async () => {
  desk = await testDesk('2026-09-28T02:00:00Z')
  const { context, database } = desk
  const config = { host: '127.0.0.1', portalPort: 0, portalPublicUrl: 'http://127.0.0.1' }
  const files = { read: async () => undefined }
  portal = await buildPortal({ config, db: database.portal, files, clock: context.clock, log: context.log })
})
afterAll(async () => {
  await portal.close()
  await desk.close()
})

const page = async (url: string): Promise<string> => (await portal.inject({ method: 'GET', url })).body
async function publish(): Promise<void> {
  await publishDue(desk.context, PROCEDURES)
  await indexSearch(desk.context.db)
}

type Row = { readonly id: string; readonly state: string; readonly number: string; readonly reason: string | null }

async function disclosureOf(caseId: string): Promise<Row> {
  const { rows } = await desk.database.owner.query<Row & { due: string }>({
    text: `SELECT d.id, d.state, p.number, d.reason, d.due_on AS due FROM app.disclosures d
      JOIN app.documents p ON p.id = d.document_id WHERE d.case_id = $1`,
    values: [caseId],
  })
  expect(rows).toHaveLength(1)
  return rows[0] as Row
}

/** Everywhere that decisions are found: list, first page, search by number and by cause, both feeds. */
async function everywhere(number: string): Promise<readonly string[]> {
  const found = [number, '超过保质期'].map((words) => `/search?q=${encodeURIComponent(words)}`)
  return Promise.all(['/', '/decisions', ...found, '/feeds/decisions.atom', '/feeds/decisions.json'].map(page))
}

async function step(login: string, id: string, act: string, body?: unknown) {
  const caller = await desk.as(login)
  const { version } = (await caller.get(`/api/disclosures/${id}`)).json<{ row: { version: number } }>().row
  return caller.send('POST', `/api/disclosures/${id}/${act}`, body, { 'if-match': `"${version}"` })
}

async function untilOf(id: string): Promise<string> {
  const { rows } = await desk.database.owner.query<{ until: string }>({
    text: 'SELECT published_until_on AS until FROM app.disclosures WHERE id = $1',
    values: [id],
  })
  return rows[0]?.until ?? ''
}

describe('a decision that is changed', () => {
  test('is published as it is now in the place of the one that goes, and each of the two pages leads to the other', async () => {
    const decision = await decidedPenalty(desk)
    await decision.deliver()
    await publish()
    const old = await disclosureOf(decision.id)
    expect(await page(`/decisions/${old.id}`)).toContain('5,000.00')
    const revision = await changeDecision(desk, decision)
    const hints = await (await desk.as('lin')).get(`/api/cases/${revision.id}/hints`)
    expect(hints.json<{ earlier: unknown[] }>().earlier).toEqual([])
    expect(await disclosureOf(decision.id)).toMatchObject({ state: 'withdrawn' })
    const planned = await disclosureOf(revision.id)
    expect(planned).toMatchObject({ state: 'due', due: '2026-10-13' })
    await publish()
    expect(await page(`/decisions/${old.id}`)).not.toContain('变更后的决定')
    expect((await portal.inject({ method: 'GET', url: `/decisions/${planned.id}` })).statusCode).toBe(404)

    await revision.deliver()
    await publish()
    expect(await disclosureOf(revision.id)).toMatchObject({ state: 'published' })
    const gone = await page(`/decisions/${old.id}`)
    expect(gone).toContain('罚款数额不当，已经变更')
    expect(gone).toContain(`<a href="/decisions/${planned.id}">${planned.number}</a>`)
    expect(gone).not.toContain('5,000.00')
    const now = await page(`/decisions/${planned.id}`)
    for (const words of [
      '3,000.00',
      '代替的决定',
      `<a href="/decisions/${old.id}">${old.number}</a>`,
      '经营超过保质期的食品',
    ])
      expect(now).toContain(words)
    for (const words of ['当事人没有异议', '原文号']) expect(now).not.toContain(words)
    for (const shown of await everywhere(old.number)) {
      expect(shown).toContain(planned.id)
      expect(shown).not.toContain(old.id)
    }
  })

  test('and changed again leads from both to what holds now', async () => {
    const decision = await decidedPenalty(desk)
    await decision.deliver()
    await publish()
    desk.pass(24 * 60)
    decision.signInAgain()
    const acts = [await changeDecision(desk, decision, '4000')]
    await acts[0]?.deliver()
    await publish()
    acts.push(await changeDecision(desk, decision, '2000'))
    await acts[1]?.deliver()
    await publish()
    const [first, second, third] = await Promise.all([decision, ...acts].map(({ id }) => disclosureOf(id)))
    expect([first?.state, second?.state, third?.state]).toEqual(['withdrawn', 'withdrawn', 'published'])
    for (const { id } of [first, second] as Row[])
      expect(await page(`/decisions/${id}`)).toContain(`href="/decisions/${third?.id}"`)
    expect(await untilOf(third?.id ?? '')).toBe(await untilOf(first?.id ?? ''))
    const listed = await page('/decisions')
    expect([first, second, third].map((row) => listed.includes(row?.id ?? ''))).toEqual([false, false, true])
  })

  test('and then revoked leaves the withdrawal alone', async () => {
    const decision = await decidedPenalty(desk)
    await decision.deliver()
    const changed = await changeDecision(desk, decision)
    await changed.deliver()
    await publish()
    const revoked = await revokeDecision(desk, decision)
    await revoked.deliver()
    await publish()
    const row = await disclosureOf(changed.id)
    expect(row).toMatchObject({ state: 'withdrawn' })
    expect(await page(`/decisions/${row.id}`)).toContain('主要证据不足，已经撤销')
    const { rows } = await desk.database.owner.query({
      text: 'SELECT FROM app.disclosures WHERE case_id = $1',
      values: [revoked.id],
    })
    expect(rows).toEqual([])
  })

  test('stays from the public where people had kept it from there, until one of them releases the new act; the old one never', async () => {
    const decision = await decidedPenalty(desk)
    const old = await disclosureOf(decision.id)
    const ground = { ground: 'trade-secret', reason: '涉及配方，权利人不同意公开' }
    expect((await step('shen', old.id, 'withhold', ground)).statusCode).toBe(200)
    await decision.deliver()
    const revision = await changeDecision(desk, decision)
    await revision.deliver()
    await publish()
    const held = await disclosureOf(revision.id)
    expect(held).toMatchObject({ state: 'withheld', reason: '原决定定为不公示：涉及配方，权利人不同意公开' })
    const refused = await step('shen', old.id, 'release')
    expect([refused.statusCode, refused.body.includes('已经变更，不能恢复公示')]).toEqual([409, true])
    expect((await step('shen', held.id, 'release')).statusCode).toBe(200)
    await publish()
    expect(await disclosureOf(revision.id)).toMatchObject({ state: 'published' })
    expect(await page(`/decisions/${held.id}`)).toContain(old.number)
  })

  test('goes from the public also where its party has been merged into another entry of the register since', async () => {
    const decision = await decidedPenalty(desk)
    await decision.deliver()
    await publish()
    const { owner } = desk.database
    const kept = (
      await owner.query<{ id: string }>({
        text: `SELECT id FROM app.parties WHERE id <> $1 AND kind = (SELECT kind FROM app.parties WHERE id = $1) LIMIT 1`,
        values: [decision.party],
      })
    ).rows[0]?.id
    await owner.query({
      text: `WITH m AS (INSERT INTO app.party_merges SELECT gen_random_uuid(), $1, $2, agency_id FROM app.cases WHERE id = $3 RETURNING id)
        INSERT INTO app.party_merge_steps (id, merge_id, step, by, at)
        SELECT gen_random_uuid(), m.id, 'confirmed', (SELECT person_id FROM app.accounts LIMIT 1), now() FROM m`,
      values: [decision.party, kept, decision.id],
    })
    const revision = await changeDecision(desk, decision, '3000', kept)
    expect(await disclosureOf(decision.id)).toMatchObject({ state: 'withdrawn' })
    await revision.deliver()
    await publish()
    const [old, now] = [await disclosureOf(decision.id), await disclosureOf(revision.id)]
    expect(await page(`/decisions/${old.id}`)).toContain(`href="/decisions/${now.id}"`)
  })
})
