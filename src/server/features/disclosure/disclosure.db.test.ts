import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { CaseState } from '#domain/case/state.ts'
import { PROCEDURES } from '#procedures/index.ts'
import type { Context } from '#server/context.ts'
import { type Change, homeOfLin, storeDecided } from '../../../../tests/support/decided-case.ts'
import { type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import { COMPANY } from '../../../../tests/support/law-office.ts'
import { publishSoon } from './plan-disclosure.ts'
import { publishDue } from './publish-due.ts'

let desk: TestDesk
let ctx: Context
let agencyId: string
let unitId: string
beforeAll(async () => {
  desk = await testDesk('2026-06-02T02:00:00Z')
  ctx = desk.context
  ;({ agencyId, unitId } = await homeOfLin(ctx))
})
afterAll(() => desk.close())

const decided = (change?: Change) => storeDecided(ctx, { agencyId, unitId }, change)

type Row = { id: string; state: string; reason: string | null; version: number }
async function rowOf(documentId: string): Promise<Row> {
  const { rows } = await ctx.db.query<Row>({
    text: 'SELECT id, state, reason, version FROM app.disclosures WHERE document_id = $1',
    values: [documentId],
  })
  if (!rows[0]) throw new Error('no disclosure')
  return rows[0]
}
const onPortal = async (id: string) =>
  (
    await desk.database.portal.query<{ status: string; title: string; body: object; reason: string | null }>({
      text: 'SELECT status, title, body, reason FROM published.decisions WHERE id = $1',
      values: [id],
    })
  ).rows[0]

describe('a decision becomes public', () => {
  it('once it is delivered, and not before; once, however often the job runs', async () => {
    const it = await decided()
    await publishDue(ctx, PROCEDURES)
    const waiting = await rowOf(it.documentId)
    expect(waiting).toMatchObject({ state: 'due', reason: expect.stringContaining('送达') })
    expect(await onPortal(waiting.id)).toBeUndefined()

    await it.deliver()
    await Promise.all([publishDue(ctx, PROCEDURES), publishDue(ctx, PROCEDURES)])
    await publishDue(ctx, PROCEDURES)
    expect(await rowOf(it.documentId)).toMatchObject({ state: 'published', reason: null, version: 2 })
    const shown = await onPortal(waiting.id)
    expect(shown).toMatchObject({
      status: 'published',
      body: { remedy: '可以申请行政复议。', fineFen: 500_000, dueOn: '2026-06-10' },
    })
    expect(shown?.body).toMatchObject({ parties: [{ name: COMPANY.name }] })
  })

  it('as the case stands at that moment, not as it stood when it was planned', async () => {
    const it = await decided()
    await it.store({ ...it.delivered, name: '青石味来餐饮管理有限公司案（更名）' })
    await publishDue(ctx, PROCEDURES)
    expect((await onPortal((await rowOf(it.documentId)).id))?.title).toBe('青石味来餐饮管理有限公司案（更名）')
  })

  it('a child is withheld for good, with the reason and its basis', async () => {
    const child = { ...COMPANY, kind: 'person', name: '王小小', bornOn: plainDate('2010-01-01') } as const
    const it = await decided(() => ({ parties: [child] }))
    await it.deliver()
    await publishDue(ctx, PROCEDURES)
    const row = await rowOf(it.documentId)
    expect(row).toMatchObject({ state: 'withheld', reason: expect.stringContaining('未成年人') })
    expect(await onPortal(row.id)).toBeUndefined()
  })

  it('what was voided afterwards is withdrawn: number and reason stay, content goes', async () => {
    const it = await decided()
    await it.deliver()
    await publishDue(ctx, PROCEDURES)
    await ctx.db.query({
      text: `UPDATE app.documents SET voided_at = now(), void_reason = '复议撤销' WHERE id = $1`,
      values: [it.documentId],
    })
    expect(await publishDue(ctx, PROCEDURES)).toMatchObject({ withdrawn: 1 })
    const row = await rowOf(it.documentId)
    expect(row).toMatchObject({ state: 'withdrawn', reason: '复议撤销' })
    expect(await onPortal(row.id)).toMatchObject({ status: 'withdrawn', reason: '复议撤销', body: {} })
    expect(await publishDue(ctx, PROCEDURES)).toMatchObject({ withdrawn: 0 })
  })

  it('one that cannot be read does not hold up the others', async () => {
    const broken = await decided()
    await broken.store({ id: 'broken' } as CaseState)
    const good = await decided()
    await good.deliver()
    await publishDue(ctx, PROCEDURES)
    expect((await rowOf(good.documentId)).state).toBe('published')
    expect((await rowOf(broken.documentId)).state).toBe('due')
    await broken.deliver()
  })

  it('a delivery has the job run right after its commit, once', async () => {
    await ctx.db.transaction(async (tx) => {
      await publishSoon(tx)
      await publishSoon(tx)
    })
    const { rows } = await ctx.db.query({ text: `SELECT FROM graphile_worker.jobs WHERE key = 'publish-due'` })
    expect(rows).toHaveLength(1)
  })

  it('the agencies are shown under the names they have now', async () => {
    await publishDue(ctx, PROCEDURES)
    const { rows } = await desk.database.portal.query<{ name: string }>({ text: 'SELECT name FROM published.agencies' })
    expect(rows.length).toBeGreaterThan(1)
  })
})

describe('withholding and releasing', () => {
  const body = { ground: 'trade-secret', reason: '公开会泄露商业秘密，当事人没有同意' }

  it('a head keeps it back with a reason; nobody publishes it until it is released', async () => {
    const it = await decided()
    await it.deliver()
    const head = await desk.as(await loginOf('agency-head'))
    const { id } = await rowOf(it.documentId)
    const held = await head.send('POST', `/api/disclosures/${id}/withhold`, body, { 'if-match': '"1"' })
    expect([held.statusCode, held.json()]).toMatchObject([
      200,
      { state: 'withheld', reason: body.reason, basis: '《政府信息公开条例》第十五条', version: 2 },
    ])
    await publishDue(ctx, PROCEDURES)
    expect(await onPortal(id)).toBeUndefined()

    const late = await head.send('POST', `/api/disclosures/${id}/release`, undefined, { 'if-match': '"1"' })
    expect([late.statusCode, late.json().current.version]).toEqual([412, 2])
    const freed = await head.send('POST', `/api/disclosures/${id}/release`, undefined, { 'if-match': '"2"' })
    expect([freed.statusCode, freed.json().state]).toEqual([200, 'due'])
    await publishDue(ctx, PROCEDURES)
    expect((await onPortal(id))?.status).toBe('published')
    const again = await head.send('POST', `/api/disclosures/${id}/withhold`, body, { 'if-match': '"4"' })
    expect([again.statusCode, again.json().detail]).toEqual([409, expect.stringContaining('只能更正或者撤回')])
  })

  it('an officer may see the list and may not decide; another agency sees nothing', async () => {
    const it = await decided()
    const { id } = await rowOf(it.documentId)
    const officer = await desk.as('lin')
    const refused = await officer.send('POST', `/api/disclosures/${id}/withhold`, body, { 'if-match': '"1"' })
    expect(refused.statusCode).toBe(403)
    const list = await officer.get('/api/disclosures?state=due')
    expect(list.json().rows.map((row: { id: string }) => row.id)).toContain(id)
    const stranger = await desk.as(await loginOf('agency-head', 'other'))
    expect(
      (await stranger.send('POST', `/api/disclosures/${id}/withhold`, body, { 'if-match': '"1"' })).statusCode,
    ).toBe(404)
    expect((await stranger.get('/api/disclosures?state=due')).json().rows).toEqual([])
  })

  it('past its last day and not public, it is late', async () => {
    await decided()
    const officer = await desk.as('lin')
    const before = (await officer.get('/api/disclosures?state=due')).json().lateCount
    desk.pass(9 * 24 * 60)
    const answer = (await (await desk.as('lin')).get('/api/disclosures?state=due')).json()
    expect(before).toBe(0)
    expect(answer.lateCount).toBeGreaterThan(0)
    expect(answer.rows[0].isLate).toBe(true)
  })

  it.each([['after=x'], ['after=2026-02-31_1'], ['state=other']])('%s is refused with a sentence', async (query) => {
    const answer = await (await desk.as('lin')).get(`/api/disclosures?${query}`)
    expect(answer.statusCode).toBe(422)
  })
})

async function loginOf(role: string, whose: 'own' | 'other' = 'own'): Promise<string> {
  const { rows } = await ctx.db.query<{ login: string }>({
    text: `SELECT ac.login FROM app.accounts ac JOIN app.people p ON p.id = ac.person_id JOIN app.posts o ON o.person_id = p.id
      WHERE o.role = $1 AND (p.agency_id = $2) = $3 ORDER BY 1 LIMIT 1`,
    values: [role, agencyId, whose === 'own'],
  })
  return rows[0]?.login ?? ''
}
