import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseAnswer } from '#contract/cases.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import { alteredByReview, decidedPenalty, revokeDecision } from '../../../../tests/support/revision-road.ts'
import { publishDue } from './publish-due.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk('2026-09-28T02:00:00Z')
})
afterAll(() => desk.close())

async function disclosureOf(caseId: string) {
  const { rows } = await desk.database.owner.query<{
    id: string
    state: string
    reason: string | null
    due: string | null
  }>({
    text: `SELECT d.id, d.state, d.reason, d.withdraw_due_on AS due FROM app.disclosures d WHERE d.case_id = $1`,
    values: [caseId],
  })
  return rows[0]
}

describe('a decision that is revoked', () => {
  test('goes from the public with the act itself, with its reason, within the three working days over the holidays', async () => {
    const road = await decidedPenalty(desk)
    await road.deliver()
    await publishDue(desk.context, PROCEDURES)
    expect(await disclosureOf(road.id)).toMatchObject({ state: 'published' })
    await revokeDecision(desk, road)
    const withdrawn = await disclosureOf(road.id)
    expect(withdrawn).toMatchObject({ state: 'withdrawn', due: '2026-10-08' })
    expect(withdrawn?.reason).toContain('主要证据不足，已经撤销')
    const shown = await desk.database.portal.query<{ status: string; body: object; reason: string }>({
      text: 'SELECT status, body, reason FROM published.decisions WHERE id = $1',
      values: [withdrawn?.id],
    })
    expect(shown.rows).toMatchObject([{ status: 'withdrawn', body: {}, reason: withdrawn?.reason }])
    const entries = await desk.database.owner.query<{ name: string; actor_id: string | null }>({
      text: 'SELECT name, actor_id FROM app.audit_entries WHERE subject = $1',
      values: [`disclosure:${withdrawn?.id}`],
    })
    expect(entries.rows).toContainEqual({ name: 'disclosure-withdraw', actor_id: expect.any(String) })
    await publishDue(desk.context, PROCEDURES)
    expect(await disclosureOf(road.id)).toMatchObject({ state: 'withdrawn' })
    const { performance } = (await (await desk.as('lin')).get(`/api/cases/${road.id}`)).json<CaseAnswer>()
    expect(performance).toMatchObject([{ payableFen: 0, balanceFen: 0, alteration: { how: 'revoked', by: '本机关' } }])
  })

  test('that a review has found unlawful goes by an act of the review, and nobody releases it', async () => {
    const road = await decidedPenalty(desk)
    await road.deliver()
    await publishDue(desk.context, PROCEDURES)
    const review = await alteredByReview(desk, road, '确认违法')
    await review.take('lin', 'withdraw-publication', { case: { 'public-reason': '复议机关确认这份决定违法。' } })
    await review.agree('zheng')
    expect(await disclosureOf(road.id)).toMatchObject({ state: 'withdrawn', reason: '复议机关确认这份决定违法。' })
    const { performance } = (await (await desk.as('lin')).get(`/api/cases/${road.id}`)).json<CaseAnswer>()
    expect(performance[0]?.alteration).toBeUndefined()
  })

  test('before it was public does not become it', async () => {
    const road = await decidedPenalty(desk)
    await revokeDecision(desk, road)
    const held = await disclosureOf(road.id)
    expect(held).toMatchObject({ state: 'withheld' })
    await road.deliver()
    await publishDue(desk.context, PROCEDURES)
    expect(await disclosureOf(road.id)).toMatchObject({ state: 'withheld' })
    const shen = await desk.as('shen')
    const version = (await shen.get(`/api/disclosures/${held?.id}`)).json<{ row: { version: number } }>().row.version
    const url = `/api/disclosures/${held?.id}/release`
    const released = await shen.send('POST', url, undefined, { 'if-match': `"${version}"` })
    expect(released.statusCode).toBe(409)
    expect(released.body).toContain('已经撤销，不能恢复公示')
  })
})
