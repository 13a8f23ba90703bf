import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { WorklistAnswer } from '#contract/worklists.ts'
import { meetPublicationClock, recomputeDeadlines } from '#server/features/cases/index.ts'
import { compareRefold } from '#server/features/cases/refold.ts'
import { noticeJobs } from '#server/features/notices/index.ts'
import { tellDue } from '#server/features/notices/tell-due.ts'
import type { Tasks } from '#server/jobs/tasks.ts'
import { CaseRoad } from '../support/case-road.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import * as dispute from '../support/dispute-steps.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'

const DAY = 24 * 60
let desk: TestDesk
let road: PenaltyRoad<Caller>
let review: CaseRoad<Caller>
beforeAll(async () => {
  desk = await testDesk('2026-03-10T02:00:00Z')
  road = await PenaltyRoad.open(desk)
  await road.untilDecided()
  await road.deliver()
  await road.take('lin', 'begin-performance')
  const { agency: agencyId, documents } = await road.state('lin')
  const documentId = documents.findLast(({ code }) => code === 'penalty-decision')?.id ?? ''
  await meetPublicationClock(desk.context, { caseId: road.id, agencyId, documentId })
  review = new CaseRoad(desk)
})
afterAll(() => desk.close())

const row = async () => {
  const { rows } = await desk.database.owner.query<{ on: string | null; clock: string | null; version: number }>({
    text: 'SELECT due_on AS on, due_clock AS clock, version FROM app.cases WHERE id = $1',
    values: [road.id],
  })
  return rows[0]
}
const today = () => desk.context.clock.today()
const warned = async () => {
  await tellDue(desk.context)
  const { rows } = await desk.database.owner.query<{ sentence: string }>({
    text: `SELECT DISTINCT sentence FROM app.notices WHERE case_id = $1 AND sentence LIKE '%申请法院强制执行%'`,
    values: [road.id],
  })
  return rows.map(({ sentence }) => sentence)
}
const told = async (kind: string, name: string) => {
  const { rows } = await desk.database.owner.query<{ sentence: string }>({
    text: `SELECT n.sentence FROM app.notices n JOIN app.people p ON p.id = n.person_id
      WHERE n.case_id = $1 AND n.kind = $2 AND p.name = $3`,
    values: [road.id, kind, name],
  })
  return rows.map(({ sentence }) => sentence)
}
const openReview = () => {
  const facts = { case: { ...dispute.REVIEW.case, 'applied-on': today() } }
  const more = { procedure: 'admin-review', name: '某餐饮公司不服处罚决定案', facts, violations: [] }
  return road.opening({ ...more, origin: { kind: 'case', id: road.id } })
}

describe('by when the office has to apply to the court, in the lists', () => {
  test('is the day on which three months have passed after the terms of remedies', async () => {
    expect(await row()).toMatchObject({ on: '2026-12-10', clock: '申请法院强制执行' })
  })

  test('is no day once this agency answers a review of the decision, and the case has not moved', async () => {
    const before = await row()
    await review.open('lin', await openReview())
    expect(await row()).toEqual({ on: null, clock: null, version: before?.version })
    await road.take('lin', 'record-performance', { party: { [road.party]: { 'is-performed': false } } })
    expect(await row()).toMatchObject({ on: null, clock: null })
    expect((await compareRefold(desk.context)).differing).toEqual([])
  })

  test('nobody is warned of it meanwhile, however long that takes', async () => {
    desk.pass(280 * DAY)
    road.signInAgain()
    review.signInAgain()
    expect(await warned()).toEqual([])
  })

  test('the fine that nobody has paid stands in the list with what the office may do, and is told once, as no delay of its own', async () => {
    const answer = await (await road.as('lin')).get('/api/worklist?tab=mine')
    const listed = answer.json<WorklistAnswer>().rows.find(({ id }) => id === road.id)
    const words = '当事人的缴纳罚款期限已满（3月25日），可以催告缴纳罚款'
    expect(listed).toMatchObject({ lapse: words, dueOn: null, daysLeft: null })
    expect((await (await road.as('lin')).get('/api/worklist?tab=overdue')).body).not.toContain(road.id)
    await tellDue(desk.context)
    await tellDue(desk.context)
    expect(await told('term-over', '林一')).toEqual([expect.stringContaining(words)])
    expect((await road.read('lin')).clocks.find(({ clock }) => clock === 'payment')?.lapse).toContain(words)
    expect((await road.read('lin')).performance[0]?.surchargeClock).toMatchObject({
      state: 'paused',
      perDayFen: 15_000,
      capOn: null,
    })
  })

  test('is counted anew in the very transaction in which the review is decided', async () => {
    await review.take('lin', 'take-notice', { case: { 'notice-number': '青复答〔2026〕1号', 'notice-on': today() } })
    await review.take('lin', 'answer', { case: dispute.DEFENCE })
    await review.agree('zheng', 'shen')
    expect(await row()).toMatchObject({ on: null })
    // Somebody is at work on the decided case in the same moment; neither hinders the other.
    await Promise.all([
      review.take('lin', 'decision-stands', { case: { ...dispute.RESULT, result: '维持', 'result-on': today() } }),
      road.take('lin', 'record-performance', { party: { [road.party]: { 'is-performed': false } } }),
    ])
    expect(await row()).toMatchObject({ on: '2027-03-30', clock: '申请法院强制执行' })
  })

  test('what has come of the review is told to the others who handle the decided case, and leads them to it', async () => {
    const { rows } = await desk.database.owner.query<{ payload: Tasks['tell-notices'] }>({
      text: `SELECT payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
        WHERE t.identifier = 'tell-notices' AND payload ->> 'caseId' = $1 ORDER BY j.id`,
      values: [review.id],
    })
    for (const { payload } of rows) await noticeJobs['tell-notices'](desk.context, payload)
    expect(await told('answered', '周二')).toEqual([expect.stringMatching(/行政复议有了结果，维持$/)])
    expect(await told('answered', '林一')).toEqual([])
  })

  test('stays that day when the office counts its terms anew, and people are warned of it and of no other', async () => {
    await recomputeDeadlines(desk.context)
    const due = await row()
    expect(due?.clock).toBe('申请法院强制执行')
    expect(await warned()).toEqual([])
    desk.pass(104 * DAY)
    expect(await warned()).toHaveLength(1)
    expect((await compareRefold(desk.context)).differing).toEqual([])
  })
})
