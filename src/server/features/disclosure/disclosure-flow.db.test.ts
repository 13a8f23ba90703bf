import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { PROCEDURES } from '#procedures/index.ts'
import type { Context } from '#server/context.ts'
import { newId } from '#server/ids.ts'
import { type DecidedCase, homeOfLin, storeDecided } from '../../../../tests/support/decided-case.ts'
import { type Caller, type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import { publishDue } from './publish-due.ts'

const TODAY = '2026-06-02'
const FACTS = '青石味来餐饮管理有限公司的员工周小舟（电话13800001234）在场，老粮站后门堆放调味品 6 瓶。'
const INPUT = { influence: 'yes', influenceReason: '涉及食品安全，公众关注', tier: 'general' } as const

let desk: TestDesk
let ctx: Context
let home: Awaited<ReturnType<typeof homeOfLin>>
let made: DecidedCase
let id: string
beforeAll(async () => {
  desk = await testDesk(`${TODAY}T02:00:00Z`)
  ctx = desk.context
  home = await homeOfLin(ctx)
})
afterAll(() => desk.close())
beforeEach(async () => {
  await setSecond(true)
  made = await storeDecided(ctx, home, () => ({ handlers: [home.personId] }), {
    case: { 'facts-found': FACTS },
    violation: { 'violation-1': { fine: '5000' } },
  })
  await made.deliver()
  const { rows } = await ctx.db.query<{ id: string }>({
    text: 'SELECT id FROM app.disclosures WHERE document_id = $1',
    values: [made.documentId],
  })
  id = rows[0]?.id ?? ''
})

const setSecond = (value: boolean) =>
  ctx.db.query({
    text: `INSERT INTO app.parameter_values (id, code, scope, scope_id, effective_on, value, basis, set_by)
      VALUES ($1, 'disclosure.second-confirmation', 'agency', $2, '2026-01-01', $3, '《青石区行政执法公示办法》', $4)`,
    values: [newId(), home.agencyId, JSON.stringify(value), home.personId],
  })
const as = (login: string): Promise<Caller> => desk.as(login)
const idOf = async (login: string) =>
  (
    await ctx.db.query<{ id: string }>({
      text: 'SELECT person_id AS id FROM app.accounts WHERE login = $1',
      values: [login],
    })
  ).rows[0]?.id
const rowNow = async () =>
  (
    await ctx.db.query<Record<string, unknown> & { version: number; state: string }>({
      text: 'SELECT * FROM app.disclosures WHERE id = $1',
      values: [id],
    })
  ).rows[0] ?? { version: 0, state: 'gone' }
async function step(login: string, name: string, body: unknown, version?: number) {
  const at = version ?? (await rowNow()).version
  const answer = await (await as(login)).send('POST', `/api/disclosures/${id}/${name}`, body, { 'if-match': `"${at}"` })
  return { status: answer.statusCode, body: answer.json() }
}
const secrecy = async (login = 'zheng', on: string = TODAY) => ({
  secrecyCheckedBy: await idOf(login),
  secrecyCheckedOn: on,
})
const detail = async (login = 'lin') => (await (await as(login)).get(`/api/disclosures/${id}`)).json()
const onPortal = async () =>
  (
    await desk.database.portal.query<{ status: string; title: string; body: Record<string, unknown>; reason: string }>({
      text: 'SELECT * FROM published.decisions WHERE id = $1',
      values: [id],
    })
  ).rows[0]
const audits = async () =>
  (
    await desk.database.owner.query<{ name: string }>({
      text: 'SELECT name FROM app.audit_entries WHERE subject = $1 ORDER BY at, id',
      values: [`disclosure:${id}`],
    })
  ).rows.map(({ name }) => name)
async function published(input: object = INPUT) {
  expect(await step('lin', 'prepare', input)).toMatchObject({ status: 200 })
  expect(await step('zheng', 'confirm', await secrecy())).toMatchObject({ status: 200 })
}

describe('where the agency asks for a second person', () => {
  it('nothing becomes public by itself, and the list says what it waits for', async () => {
    await publishDue(ctx, PROCEDURES)
    expect(await rowNow()).toMatchObject({ state: 'due', reason: expect.stringContaining('另一人确认') })
    expect(await onPortal()).toBeUndefined()
  })

  it('without the parameter it becomes public after delivery, with nobody confirming', async () => {
    await setSecond(false)
    await publishDue(ctx, PROCEDURES)
    expect(await rowNow()).toMatchObject({ state: 'published', confirmed_by: null, record_version: 1 })
    expect((await onPortal())?.status).toBe('published')
    expect(await audits()).toEqual(['disclosure-publish'])
  })

  it('the handler prepares, the head of the unit previews and confirms, and exactly the preview becomes public', async () => {
    const proposal = await detail()
    expect(proposal).toMatchObject({
      shows: 'proposal',
      proposedTier: 'general',
      needsSecondPerson: true,
      isPenalty: true,
    })
    expect(proposal.suggestions).toContainEqual({ where: '查明的事实和证据', name: '周小舟', context: '员工' })
    const prepared = await step('lin', 'prepare', { ...INPUT, byHand: ['周小舟', '老粮站后门'] })
    expect(prepared).toMatchObject({ status: 200, body: { state: 'prepared', preparedBy: '林一', hasDraft: true } })
    expect(await onPortal()).toBeUndefined()

    const preview = await detail('zheng')
    expect(preview.shows).toBe('draft')
    expect(JSON.stringify(preview.record)).not.toMatch(/周小舟|老粮站|13800001234/)
    expect(preview.replacements).toContainEqual(
      expect.objectContaining({ where: '查明的事实和证据', original: '周小舟', shown: '***', rule: '人工隐去' }),
    )
    expect(preview.replacements).toContainEqual(expect.objectContaining({ original: '13800001234', kind: 'phone' }))
    const confirmed = await step('zheng', 'confirm', await secrecy())
    expect(confirmed).toMatchObject({ status: 200, body: { state: 'published', confirmedBy: '郑三', tier: 'general' } })
    const shown = await onPortal()
    expect(shown?.body).toMatchObject({ ...preview.record, disclosedOn: TODAY, publishedUntilOn: '2027-06-02' })
    expect(await audits()).toEqual(['disclosure-read', 'disclosure-prepare', 'disclosure-read', 'disclosure-confirm'])
  })

  it('who prepared it may not confirm it, unless the parameter is off', async () => {
    await step('zheng', 'prepare', INPUT)
    const same = await step('zheng', 'confirm', await secrecy('shen'))
    expect(same).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('另一人'), basis: '《青石区行政执法公示办法》' },
    })
    await setSecond(false)
    expect(await step('zheng', 'confirm', await secrecy('shen'))).toMatchObject({ status: 200 })
  })

  it('a handler may not confirm, and somebody who is not on the case may not prepare', async () => {
    expect((await step('zhou', 'prepare', INPUT)).body).toMatchObject({
      detail: expect.stringContaining('本案承办人员'),
    })
    expect((await detail('zhou')).detail).toContain('本案承办人员')
    await step('lin', 'prepare', INPUT)
    expect((await step('lin', 'confirm', await secrecy())).status).toBe(403)
  })

  it.each([
    ['by the one who prepared it', 'lin', TODAY],
    ['before it was prepared', 'zheng', '2026-06-01'],
    ['on a day to come', 'zheng', '2026-06-03'],
    ['by somebody of another agency', 'zhu', TODAY],
  ])('a secrecy check %s does not count', async (_how, login, on) => {
    await step('lin', 'prepare', INPUT)
    const answer = await step('zheng', 'confirm', await secrecy(login, on))
    expect(answer).toMatchObject({ status: 422, body: { basis: '《政府信息公开条例》第十七条' } })
    expect(await onPortal()).toBeUndefined()
  })

  it('a case that moved after the preparation has to be prepared again', async () => {
    await step('lin', 'prepare', INPUT)
    await made.store({ ...made.delivered, handlers: [home.personId], name: '改了名称的案件' })
    const answer = await step('zheng', 'confirm', await secrecy())
    expect(answer).toMatchObject({ status: 409, body: { detail: expect.stringContaining('重新准备') } })
    await published()
    expect((await onPortal())?.title).toBe('改了名称的案件')
  })

  it('an old version is refused with the current one, and the same request twice acts once', async () => {
    expect(await step('lin', 'prepare', INPUT, 7)).toMatchObject({ status: 412 })
    const caller = await as('lin')
    const headers = { 'if-match': '"1"', 'idempotency-key': newId() }
    for (const _ of [1, 2]) {
      const answer = await caller.send('POST', `/api/disclosures/${id}/prepare`, INPUT, headers)
      expect(answer.json()).toMatchObject({ state: 'prepared', version: 2 })
    }
    expect(await audits()).toEqual(['disclosure-prepare'])
  })
})

describe('what may be prepared', () => {
  it.each([
    ['a penalty of which nobody said whether it has social influence', { tier: 'general' }, '第四十八条第一款'],
    ['one without influence and without a reason', { influence: 'no' }, '第四十八条第一款'],
    ['one without a tier', { influence: 'yes' }, '信用修复'],
    ['a minor one without saying why it must be public', { influence: 'yes', tier: 'minor' }, '信用修复'],
    ['one that hides the agency', { ...INPUT, byHand: ['市场监督管理局'] }, '第二十条'],
    ['one that hides the company', { ...INPUT, byHand: ['青石味来餐饮'] }, '第二十条'],
  ])('not %s', async (_what, input, basis) => {
    const answer = await step('lin', 'prepare', input)
    expect(answer).toMatchObject({ status: 422, body: { basis: expect.stringContaining(basis) } })
    expect((await rowNow()).state).toBe('due')
  })

  it('what is to be hidden has to be there', async () => {
    const answer = await step('lin', 'prepare', { ...INPUT, byHand: ['不在里面的字'] })
    expect(answer).toMatchObject({ status: 422, body: { detail: expect.stringContaining('没有“不在里面的字”') } })
  })

  it('one that is not delivered waits', async () => {
    const state = { ...made.delivered, handlers: [home.personId], deliveries: [] }
    await made.store(state)
    const answer = await step('lin', 'prepare', INPUT)
    expect(answer).toMatchObject({ status: 409, body: { basis: '《民事诉讼法》第八十七条' } })
  })

  it('one without social influence is withheld once both agree, with ground and article', async () => {
    await step('lin', 'prepare', { influence: 'no', influenceReason: '情节轻微，只涉及内部标签' })
    expect((await rowNow()).state).toBe('prepared')
    await step('zheng', 'confirm', await secrecy())
    expect(await rowNow()).toMatchObject({
      state: 'withheld',
      ground: 'influence',
      basis: '《行政处罚法》第四十八条第一款',
    })
    await publishDue(ctx, PROCEDURES)
    expect(await onPortal()).toBeUndefined()
  })
})

describe('a mere warning', () => {
  const warned = (made: DecidedCase) => ({
    ...made.delivered,
    handlers: [home.personId],
    runs: made.delivered.runs.map((run) => ({
      ...run,
      facts: { ...run.facts, violation: { 'violation-1': { warning: true } } },
    })),
  })
  it('is not published where the field does not say so, and the row says which rule it is', async () => {
    await setSecond(false)
    await made.store(warned(made))
    await publishDue(ctx, PROCEDURES)
    expect(await rowNow()).toMatchObject({ state: 'withheld', basis: '《市场监督管理行政处罚信息公示规定》第二条' })
    expect(await audits()).toEqual(['disclosure-withhold'])
  })
  it('is published where the parameter says so, for three months', async () => {
    await setSecond(false)
    await ctx.db.query({
      text: `INSERT INTO app.parameter_values (id, code, scope, scope_id, effective_on, value, basis, set_by)
        VALUES ($1, 'disclosure.publish-warning-only', 'agency', $2, '2026-01-01', 'true', '《某领域公示规定》', $3)`,
      values: [newId(), home.agencyId, home.personId],
    })
    await made.store(warned(made))
    await publishDue(ctx, PROCEDURES)
    expect(await rowNow()).toMatchObject({ state: 'published', tier: 'minor', published_until_on: '2026-09-02' })
  })
})

describe('after publication', () => {
  it('a correction counts a version up, is told to the public, and the former content stays in the house', async () => {
    await published()
    const before = await onPortal()
    const silent = await step('lin', 'prepare', { ...INPUT, byHand: ['老粮站后门'] })
    expect(silent).toMatchObject({ status: 422, body: { errors: [{ pointer: '/correctionNote' }] } })
    await step('lin', 'prepare', { ...INPUT, byHand: ['老粮站后门'], correctionNote: '隐去与处罚无关的地点' })
    expect((await onPortal())?.body).toEqual(before?.body)
    expect((await rowNow()).state).toBe('published')
    await step('zheng', 'confirm', await secrecy())
    const after = await onPortal()
    expect(after?.body).toMatchObject({
      correction: { on: TODAY, note: '隐去与处罚无关的地点', version: 2 },
      disclosedOn: TODAY,
    })
    expect(JSON.stringify(after)).not.toContain('老粮站')
    const { versions } = await detail()
    expect(versions.map(({ number }: { number: number }) => number)).toEqual([2, 1])
    const kept = await ctx.db.query<{ record: unknown }>({
      text: 'SELECT record FROM app.disclosure_versions WHERE disclosure_id = $1 AND number = 1',
      values: [id],
    })
    expect(JSON.stringify(kept.rows[0])).toContain('老粮站')
    await expect(
      ctx.db.query({ text: 'UPDATE app.disclosure_versions SET note = NULL WHERE disclosure_id = $1', values: [id] }),
    ).rejects.toThrow(/permission denied/)
    await expect(desk.database.portal.query({ text: 'SELECT FROM app.disclosure_versions' })).rejects.toThrow(
      /permission denied/,
    )
  })

  it('what was hidden by hand stays hidden in a correction that does not name it again', async () => {
    await published({ ...INPUT, byHand: ['周小舟'] })
    await step('lin', 'prepare', { ...INPUT, byHand: ['老粮站后门'], correctionNote: '隐去与处罚无关的地点' })
    await step('zheng', 'confirm', await secrecy())
    expect(JSON.stringify(await onPortal())).not.toMatch(/周小舟|老粮站/)
  })

  it('and after it was withheld and released', async () => {
    await step('lin', 'prepare', { ...INPUT, byHand: ['周小舟'] })
    await step('zheng', 'withhold', { ground: 'privacy', reason: '需要再核对是否能识别本人' })
    await step('zheng', 'release', undefined)
    await setSecond(false)
    await publishDue(ctx, PROCEDURES)
    expect((await onPortal())?.status).toBe('published')
    expect(JSON.stringify(await onPortal())).not.toContain('周小舟')
  })

  it('a correction is refused when nobody prepared one', async () => {
    await published()
    expect(await step('zheng', 'confirm', await secrecy())).toMatchObject({ status: 409 })
  })

  it('a revoked decision is withdrawn by hand: number and reason stay, names in the reason do not', async () => {
    await published()
    const term = (await (await as('zheng')).get(`/api/disclosures/${id}/withdrawal-term?sinceOn=2026-06-01`)).json()
    expect(term).toEqual({ dueOn: '2026-06-04', isLate: false, estimated: false })
    const body = { ground: 'revoked', sinceOn: '2026-06-01', reason: '行政复议撤销，联系人电话13800001234' }
    const answer = await step('zheng', 'withdraw', body)
    expect(answer).toMatchObject({
      status: 200,
      body: { state: 'withdrawn', withdrawDueOn: '2026-06-04', ground: 'revoked' },
    })
    expect(await onPortal()).toMatchObject({
      status: 'withdrawn',
      body: {},
      reason: '行政复议撤销，联系人电话138****1234',
    })
    expect((await audits()).at(-1)).toBe('disclosure-withdraw')
    expect((await step('lin', 'prepare', INPUT)).status).toBe(409)
  })

  it('later than three working days it is withdrawn all the same, and the row says that it was late', async () => {
    await published()
    desk.pass(8 * 24 * 60)
    const body = { ground: 'revoked', sinceOn: '2026-06-02', reason: '行政复议撤销了这项决定' }
    expect(await step('zheng', 'withdraw', body)).toMatchObject({ status: 200, body: { withdrawDueOn: '2026-06-05' } })
    const late = (await detail('zheng')).row
    expect(late.withdrawnAt.slice(0, 10) > late.withdrawDueOn).toBe(true)
    desk.pass(-8 * 24 * 60)
  })

  it('a day before the decision or still to come is no day of revocation', async () => {
    await published()
    for (const sinceOn of ['2026-05-01', '2026-06-03']) {
      const answer = await step('zheng', 'withdraw', { ground: 'revoked', sinceOn, reason: '行政复议撤销了这项决定' })
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/sinceOn' }] } })
    }
  })

  it('when its term has run out it is taken down the next day: the number stays, the content goes', async () => {
    await published()
    const days = 365 * 24 * 60
    desk.pass(days)
    await publishDue(ctx, PROCEDURES)
    expect((await rowNow()).state).toBe('published')
    desk.pass(24 * 60)
    const report = await publishDue(ctx, PROCEDURES)
    expect(report.expired).toBeGreaterThan(0)
    expect((await rowNow()).state).toBe('expired')
    expect(await onPortal()).toMatchObject({ status: 'expired', body: {}, expired_on: '2027-06-02' })
    expect((await audits()).at(-1)).toBe('disclosure-expire')
    desk.pass(-days - 24 * 60)
  })
})

describe('the terms of publicity', () => {
  it.each([
    ['minor', '2026-09-02', plainDate('2026-09-02')],
    ['general', '2027-06-02', plainDate('2026-09-02')],
    ['serious', '2029-06-02', plainDate('2027-06-02')],
  ])('%s: public until %s, repairable from %s', async (tier, untilOn, repairableOn) => {
    await published({ ...INPUT, tier, exceptionReason: '涉及群众生命健康，确需公示' })
    expect(await rowNow()).toMatchObject({ published_until_on: untilOn, repairable_from_on: repairableOn })
  })
})
