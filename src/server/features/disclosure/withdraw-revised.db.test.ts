import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PROCEDURES } from '#procedures/index.ts'
import { type Caller, type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import { PenaltyRoad } from '../../../../tests/support/penalty-road.ts'
import { SEVEN_POINTS } from '../../../../tests/support/penalty-steps.ts'
import { publishDue } from './publish-due.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk('2026-09-28T02:00:00Z')
})
afterAll(() => desk.close())

async function decided(): Promise<PenaltyRoad<Caller>> {
  const road = await PenaltyRoad.open(desk)
  for (const step of ['file', 'investigate', 'notify', 'draft', 'review', 'decide'] as const) await road[step]()
  return road
}

/** Revokes the decision of this case in a case of its own, reviewed as the decision was. */
async function revoke(decision: PenaltyRoad<Caller>): Promise<void> {
  const road = new PenaltyRoad(desk)
  const facts = { case: { 'original-number': '罚决', 'revision-cause': '本机关自行发现', error: '主要证据不足' } }
  const origin = { kind: 'case', id: decision.id }
  const about = { procedure: 'penalty-revision', name: '处罚决定的撤销', parties: [decision.party] }
  await road.open('lin', { ...about, handlers: decision.handlers, facts, origin })
  await road.take('lin', 'draft-revocation', { case: { 'revocation-reason': '主要证据不足', refund: '没有' } })
  await road.take('lin', 'submit-review')
  await road.take('wu', 'pass', { case: SEVEN_POINTS })
  const [{ name } = { name: '' }] = (await road.state('lin')).parties
  await road.take('lin', 'revoke', { case: { 'public-reason': `${name}的处罚决定主要证据不足，已经撤销。` } })
  await road.agree('zheng', 'shen')
}

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
    const road = await decided()
    await road.deliver()
    await publishDue(desk.context, PROCEDURES)
    expect(await disclosureOf(road.id)).toMatchObject({ state: 'published' })
    await revoke(road)
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
  })

  test('before it was public does not become it', async () => {
    const road = await decided()
    await revoke(road)
    expect(await disclosureOf(road.id)).toMatchObject({ state: 'withheld' })
    await road.deliver()
    await publishDue(desk.context, PROCEDURES)
    expect(await disclosureOf(road.id)).toMatchObject({ state: 'withheld' })
  })
})
