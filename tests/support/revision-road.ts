import type { Caller, TestDesk } from './desk.ts'
import { DEFENCE, RESULT } from './dispute-steps.ts'
import { PenaltyRoad } from './penalty-road.ts'
import { SEVEN_POINTS } from './penalty-steps.ts'

type Road = PenaltyRoad<Caller>

/** A penalty decided over HTTP, not yet delivered. */
export async function decidedPenalty(desk: TestDesk, more: Record<string, unknown> = {}): Promise<Road> {
  const road = await PenaltyRoad.open(desk, more)
  for (const step of ['file', 'investigate', 'notify', 'draft', 'review', 'decide'] as const) await road[step]()
  return road
}

/** A case about the decision of another. */
async function openRevision(desk: TestDesk, decision: Road, name: string, party = decision.party): Promise<Road> {
  const road = new PenaltyRoad(desk)
  const [act] = (await decision.state('lin')).violations
  const number = (await decision.state('lin')).documents.findLast(({ code }) => code === 'penalty-decision')?.number
  const facts = { case: { 'original-number': number, 'revision-cause': '本机关自行发现', error: '裁量明显不当' } }
  const about = { procedure: 'penalty-revision', name, parties: [party], handlers: decision.handlers, facts }
  const violations = [{ party, cause: act?.cause }]
  await road.open('lin', { ...about, violations, origin: { kind: 'case', id: decision.id } })
  road.handlers = decision.handlers
  road.violation = (await road.state('lin')).violations[0]?.id ?? ''
  return road
}

async function reviewed(road: Road): Promise<void> {
  await road.take('lin', 'submit-review')
  await road.take('wu', 'pass', { case: SEVEN_POINTS })
}

/** Changes the decision of this case in a case of its own, reviewed as the decision was; the new act is not delivered yet. */
export async function changeDecision(desk: TestDesk, decision: Road, fine = '3000', party?: string): Promise<Road> {
  const road = await openRevision(desk, decision, '处罚决定的变更', party)
  const draft = { 'change-reason': '裁量明显不当', 'change-words': '罚款数额变更。', 'heard-words': '当事人没有异议。' }
  await road.take('lin', 'draft-change', { case: draft, violation: { [road.violation]: { fine } } })
  await reviewed(road)
  const [{ name } = { name: '' }] = (await road.state('lin')).parties
  await road.take('lin', 'change', { case: { 'public-reason': `${name}的罚款数额不当，已经变更。` } })
  await road.agree('zheng', 'shen')
  return road
}

/** The reviewing body decides on it, in a case of its own, on the desk's own day. */
export async function alteredByReview(desk: TestDesk, decision: Road, alteration: string): Promise<Road> {
  const road = new PenaltyRoad(desk)
  const on = desk.context.clock.today()
  const facts = { case: { contested: '行政处罚决定书', 'applied-on': on, claim: '请求撤销' } }
  const about = { procedure: 'admin-review', name: '对处罚决定的行政复议', parties: [decision.party] }
  await road.open('lin', { ...about, handlers: decision.handlers, facts, origin: { kind: 'case', id: decision.id } })
  await road.take('lin', 'take-notice', { case: { 'notice-number': '青复答〔2026〕1号', 'notice-on': on } })
  await road.take('lin', 'answer', { case: DEFENCE })
  await road.agree('zheng', 'shen')
  const result = { ...RESULT, 'result-on': on, alteration }
  await road.take('lin', 'decision-altered', { case: result })
  return road
}

/** Revokes it, reviewed as the decision was. */
export async function revokeDecision(desk: TestDesk, decision: Road): Promise<Road> {
  const road = await openRevision(desk, decision, '处罚决定的撤销')
  await road.take('lin', 'draft-revocation', { case: { 'revocation-reason': '主要证据不足', refund: '没有' } })
  await reviewed(road)
  const [{ name } = { name: '' }] = (await road.state('lin')).parties
  await road.take('lin', 'revoke', { case: { 'public-reason': `${name}的处罚决定主要证据不足，已经撤销。` } })
  await road.agree('zheng', 'shen')
  return road
}
