import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseRecordingsAnswer } from '#contract/case-recordings.ts'
import type { ListAnswer } from '#contract/recording-list.ts'
import type { WorklistAnswer } from '#contract/worklists.ts'
import { WORDS_ARE_ENOUGH } from '#domain/recording/scene-basis.ts'
import { forgetStandingLaw } from '#server/features/cases/index.ts'
import { compareRefold } from '#server/features/cases/refold.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'
import { type Shot, storeRecording } from '../support/stored-recording.ts'

type Problem = { readonly code: string; readonly detail: string; readonly basis?: string }

let desk: TestDesk
let road: PenaltyRoad<Caller>
let agencyId: string
let lin: Caller
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
  road = await PenaltyRoad.open(desk)
  await road.file()
  lin = await road.as('lin')
  agencyId = (await road.state('lin')).agency
})
afterAll(() => desk.close())

const url = () => `/api/cases/${road.id}/recordings`
const shoot = (more: Partial<Shot> = {}) =>
  storeRecording(desk.context, {
    agencyId,
    officerId: road.handlers[0] ?? null,
    capturedAt: '2026-06-01T01:00:00.000Z',
    ...more,
  })
const bind = async (login: string, body: unknown, headers: Record<string, string> = {}, path = '') => {
  const caller = await road.as(login)
  const answer = await caller.send('POST', `${url()}${path}`, body, { 'if-match': `"${road.version}"`, ...headers })
  if (answer.statusCode === 200) road.version = answer.json<{ version: number }>().version
  return answer
}
const read = async () => (await lin.get(url())).json<CaseRecordingsAnswer>()
const inquiry = () => ({
  officers: road.handlers,
  'certificate-shown': true,
  'began-at': '2026-06-01T00:30:00.000Z',
  'ended-at': '2026-06-01T01:30:00.000Z',
  'inquiry-place': '本局询问室',
  'inquired-person': '赵某',
  'inquiry-text': '问：……\n答：……',
})

async function traces() {
  const { rows } = await desk.database.owner.query<{
    bindings: number
    leaves: number
    audits: number
    events: number
  }>({
    text: `SELECT (SELECT count(*)::int FROM app.recording_bindings) AS bindings,
      (SELECT count(*)::int FROM app.leaves WHERE case_id = '${road.id}') AS leaves,
      (SELECT count(*)::int FROM app.audit_entries WHERE name = 'recording-bind') AS audits,
      (SELECT count(*)::int FROM app.events WHERE case_id = '${road.id}') AS events`,
  })
  return rows[0]
}

describe('binding a recording to a case', () => {
  test('writes event, row, leaf and audit entry together, once for one key', async () => {
    const recording = await shoot()
    const before = await traces()
    const key = { 'idempotency-key': '01930000-0000-7000-8000-00000000b1d0' }
    const version = road.version
    const body = { run: 'main', scene: 'inquiry', recording }
    expect((await bind('lin', body, key)).statusCode).toBe(200)
    const again = await lin.send('POST', url(), body, { 'if-match': `"${version}"`, ...key })
    expect([again.statusCode, again.json<{ version: number }>().version]).toEqual([200, road.version])
    const after = await traces()
    const more = (name: keyof NonNullable<typeof before>) => (after?.[name] ?? 0) - (before?.[name] ?? 0)
    expect([more('bindings'), more('leaves'), more('audits'), more('events')]).toEqual([1, 1, 1, 1])
    expect((await road.state('lin')).recordings).toMatchObject([{ recording, run: 'main', scene: 'inquiry' }])
    const { bound } = await read()
    expect(bound).toMatchObject([{ id: recording, officer: '林一', medium: 'video' }])
  })

  test.each<readonly [string, () => Promise<readonly [string, unknown]>, number, RegExp]>([
    [
      'of the wrong medium',
      async () => ['lin', { scene: 'inquiry', recording: await shoot({ medium: 'photo' }) }],
      409,
      /这一份是照片/,
    ],
    [
      'to a scene that is not there',
      async () => ['lin', { scene: 'wedding', recording: await shoot() }],
      409,
      /请从本案列出的环节中选择/,
    ],
    [
      'to a run that is not there',
      async () => ['lin', { run: 'r', scene: 'inquiry', recording: await shoot() }],
      409,
      /没有这个程序/,
    ],
    [
      'by somebody who does not handle the case',
      async () => ['wu', { scene: 'inquiry', recording: await shoot() }],
      403,
      /由本案承办人员办理/,
    ],
    [
      'that does not exist',
      async () => ['lin', { scene: 'inquiry', recording: '01930000-0000-7000-8000-000000000000' }],
      404,
      /没有这个音像记录/,
    ],
    ['without a scene', async () => ['lin', { recording: await shoot() }], 422, /./],
  ])('one %s is refused with a sentence, and nothing is written', async (_title, given, status, says) => {
    const [login, body] = await given()
    const before = await traces()
    const answer = await bind(login, { run: 'main', ...(body as object) })
    expect(answer.statusCode, answer.body).toBe(status)
    expect(answer.body).toMatch(says)
    expect(await traces()).toEqual(before)
  })

  test('of another agency is not found', async () => {
    const { rows } = await desk.database.owner.query<{ id: string }>({
      text: `SELECT id FROM app.agencies WHERE id <> '${agencyId}' LIMIT 1`,
    })
    const foreign = await shoot({ agencyId: rows[0]?.id ?? '', officerId: null })
    expect((await bind('lin', { run: 'main', scene: 'inquiry', recording: foreign })).statusCode).toBe(404)
  })

  test('on an old version of the case is told so', async () => {
    const answer = await bind('lin', { run: 'main', scene: 'inquiry', recording: await shoot() }, { 'if-match': '"1"' })
    expect(answer.statusCode).toBe(412)
  })
})

describe('what an agency records from beginning to end', () => {
  const entry = {
    scene: 'inquiry',
    effectiveOn: '2026-06-01',
    duty: 'must',
    media: ['video'],
    retention: '永久',
    basis: '《青石区市场监督管理局音像记录事项清单》（2026年）',
  }
  const set = async (login: string, more: object = {}) =>
    (await road.as(login)).send('POST', '/api/recording-list/entries', { ...entry, ...more })

  test.each<readonly [string, object, RegExp]>([
    ['weaker than the country', { scene: 'seizure', duty: 'as-needed' }, /只能更严/],
    ['by a medium that shows nothing of it', { scene: 'seizure', media: ['audio'] }, /不能用录音记录/],
    ['kept for less long', { retention: '10年' }, /不能缩短/],
    ['back in time', { effectiveOn: '2026-05-31' }, /生效日不能早于今天/],
    [
      'with a demonstration that is not there',
      { demonstration: '01930000-0000-7000-8000-000000000000' },
      /没有这份音像记录/,
    ],
    ['for a scene that nobody knows', { scene: 'constructor' }, /没有这个音像记录环节/],
    ['without a ground', { basis: '' }, /依据/],
  ])('is not set %s', async (_title, more, says) => {
    const answer = await set('zheng', more)
    expect(answer.statusCode, answer.body).toBe(422)
    expect(answer.json<{ errors: { sentence: string }[] }>().errors[0]?.sentence).toMatch(says)
  })

  test('stands in the list from its day on, as CSV too, with the recording that shows how it is done', async () => {
    const demonstration = await shoot({ fileName: '询问规范演示.mp4' })
    expect((await set('lin')).statusCode).toBe(403)
    expect((await set('zheng', { demonstration, note: '=在询问室' })).statusCode).toBe(201)
    const list = (await lin.get('/api/recording-list')).json<ListAnswer>()
    expect(list.rows.find(({ code }) => code === 'inquiry')).toMatchObject({
      duty: 'must',
      minimum: 'as-needed',
      media: ['video'],
      setOn: '2026-06-01',
      demonstration: { id: demonstration, fileName: '询问规范演示.mp4' },
      procedures: expect.arrayContaining(['行政处罚（普通程序）']),
    })
    const before = (await lin.get('/api/recording-list?on=2026-05-31')).json<ListAnswer>()
    expect(before.rows.find(({ code }) => code === 'inquiry')).toMatchObject({ duty: 'as-needed', setOn: null })
    const csv = (await lin.get('/api/recording-list/csv')).body
    expect(csv.split('\r\n')[0]).toBe(
      '\uFEFF执法类别,执法事项,记录环节,记录要求,记录方式,开始时点,记录内容,结束时点,存储期限,依据,备注',
    )
    expect(csv).toContain("'=在询问室")
    const foreign = (await (await desk.as('zhu')).get('/api/recording-list')).json<ListAnswer>()
    expect(foreign.rows.find(({ code }) => code === 'inquiry')).toMatchObject({ duty: 'as-needed' })
  })

  test('holds the case back until a recording comes in, which is suggested by time and hand', async () => {
    forgetStandingLaw(desk.context.db)
    await road.take('lin', 'inquire', { case: inquiry() })
    await road.take('lin', 'add-evidence', {}, { evidence: [{ kind: '书证', title: '台账', source: '当事人' }] })
    // The recording of the first test was bound before the act, so it shows it; a second talk has none.
    await road.take('lin', 'inquire', { case: inquiry() })
    const report = await road.trial('lin', 'withdraw-filing', {
      run: 'main',
      facts: { case: { 'withdrawal-reason': '违法事实不成立' } },
    })
    expect(report.statusCode).toBe(409)
    expect(report.json<Problem>()).toMatchObject({
      basis: entry.basis,
      detail: expect.stringContaining('还没有绑定录像'),
    })
    const fit = await shoot({ fileName: '询问赵某.mp4', capturedAt: '2026-06-01T00:31:00.000Z' })
    await shoot({ fileName: '昨天.mp4', capturedAt: '2026-05-31T00:31:00.000Z' })
    await shoot({ fileName: '别人.mp4', officerId: null, capturedAt: '2026-06-01T00:31:00.000Z' })
    const { suggestions, scenes, unbound } = await read()
    const names = suggestions.map(({ recording }) => unbound.find(({ id }) => id === recording)?.fileName)
    expect(names).toContain('询问赵某.mp4')
    expect(names).not.toContain('昨天.mp4')
    expect(names).not.toContain('别人.mp4')
    const [line] = scenes.filter(({ scene }) => scene === 'inquiry')
    expect(line?.acts.map(({ state, dueAt }) => [state, dueAt])).toEqual([
      ['bound', '2026-06-02T01:30:00.000Z'],
      ['owed', '2026-06-02T01:30:00.000Z'],
    ])
    expect((await bind('lin', { run: 'main', scene: 'inquiry', recording: fit })).statusCode).toBe(200)
    await road.take('lin', 'withdraw-filing', { case: { 'withdrawal-reason': '违法事实不成立' } })
  })

  test('and a promise that was not kept is explained', async () => {
    const other = await PenaltyRoad.open(desk)
    await other.file()
    const evidence = [{ kind: '书证', title: '台账', source: '当事人' }]
    await other.take('lin', 'add-evidence', {}, { evidence, scenes: { 'evidence-taking': { follows: true } } })
    const explain = async (reason: string) =>
      lin.send(
        'POST',
        `/api/cases/${other.id}/recordings/explanations`,
        { run: 'main', scene: 'evidence-taking', reason },
        { 'if-match': `"${other.version}"` },
      )
    expect((await explain('坏了')).statusCode).toBe(409)
    expect((await explain('记录仪存储卡损坏，没有录上')).statusCode).toBe(200)
    const { timeline } = await other.read('lin')
    expect(timeline.at(-1)?.sentence).toBe('“提取、固定证据”没有音像记录：记录仪存储卡损坏，没有录上')
  })

  test('the reason for what was not recorded is told in the history', async () => {
    const { timeline } = await road.read('lin')
    expect(timeline.map(({ sentence }) => sentence)).toContain(
      `添加证据；“提取、固定证据”没有音像记录：${WORDS_ARE_ENOUGH}`,
    )
  })

  test('the history of every case, told again, is what is stored', async () => {
    expect((await compareRefold(desk.context)).differing).toEqual([])
  })

  test('a recording that does not come in time is overdue in the case and in the worklist', async () => {
    const other = await PenaltyRoad.open(desk)
    await other.file()
    const evidence = [{ kind: '书证', title: '台账', source: '当事人' }]
    await other.take('lin', 'add-evidence', {}, { evidence, scenes: { 'evidence-taking': { follows: true } } })
    desk.pass(49 * 60)
    const later = await desk.as('lin')
    const { scenes } = (await later.get(`/api/cases/${other.id}/recordings`)).json<CaseRecordingsAnswer>()
    expect(scenes.flatMap(({ acts }) => acts.map(({ state }) => state))).toEqual(['overdue'])
    const { rows } = (await later.get('/api/worklist?tab=overdue')).json<WorklistAnswer>()
    expect(rows.find(({ id }) => id === other.id)).toMatchObject({ dueTitle: '提取、固定证据的音像归集', daysLeft: -1 })
  })
})

describe('a seizure whose recording is lost, and one that was bound by mistake', () => {
  const post = async (to: PenaltyRoad<Caller>, login: string, path: string, body: unknown) => {
    const answer = await (await to.as(login)).send('POST', `/api/cases/${to.id}/recordings${path}`, body, {
      'if-match': `"${to.version}"`,
    })
    if (answer.statusCode === 200) to.version = answer.json<{ version: number }>().version
    return answer
  }
  const lineOf = async (to: PenaltyRoad<Caller>, login = 'lin') => {
    const answer = (await (await to.as(login)).get(`/api/cases/${to.id}/recordings`)).json<CaseRecordingsAnswer>()
    return { ...answer, line: answer.scenes.find(({ scene }) => scene === 'inquiry') }
  }
  const talked = async () => {
    const to = await PenaltyRoad.open(desk)
    await to.file()
    const now = desk.context.clock.now().getTime()
    const at = (minutesAgo: number) => new Date(now - minutesAgo * 60_000).toISOString()
    const times = { 'began-at': at(40), 'ended-at': at(10) }
    await to.take('lin', 'inquire', { case: { ...inquiry(), officers: to.handlers, ...times } }, { scenes: {} })
    return to
  }
  const REASON = '记录仪落水，存储卡损坏，经送修不能恢复，已经封存备查。'

  test('what was bound by mistake is taken off: the row stays, the debt comes back, and it may be bound again', async () => {
    const to = await talked()
    const recording = await shoot({ capturedAt: desk.context.clock.now().toISOString() })
    const body = { run: 'main', scene: 'inquiry', recording }
    expect((await post(to, 'lin', '', body)).statusCode).toBe(200)
    expect((await lineOf(to)).line?.acts.map(({ state }) => state)).toEqual(['bound'])
    expect((await post(to, 'lin', '/unbindings', { ...body, reason: '错' })).statusCode).toBe(409)
    expect((await post(to, 'lin', '/unbindings', { ...body, reason: '绑错了，是另一件案件的' })).statusCode).toBe(200)
    const { line, bound, unbound } = await lineOf(to)
    expect([line?.acts.map(({ state }) => state), bound]).toEqual([['owed'], []])
    expect(unbound.map(({ id }) => id)).toContain(recording)
    const { rows } = await desk.database.owner.query<{ bindings: number; unbindings: number }>({
      text: `SELECT (SELECT count(*)::int FROM app.recording_bindings WHERE recording_id = '${recording}') AS bindings,
        (SELECT count(*)::int FROM app.recording_unbindings WHERE recording_id = '${recording}') AS unbindings`,
    })
    expect(rows).toEqual([{ bindings: 1, unbindings: 1 }])
    expect((await post(to, 'lin', '', body)).statusCode).toBe(200)
    expect((await lineOf(to)).line?.acts.map(({ state }) => state)).toEqual(['bound'])
  })

  test('what is lost is explained in writing, waits in the worklist of the head, and lets the case go on', async () => {
    const to = await talked()
    const [act] = (await lineOf(to)).line?.acts ?? []
    const body = { run: 'main', scene: 'inquiry', act: act?.seq ?? 0 }
    const asked = await post(to, 'lin', '/exceptions', { ...body, ground: 'lost', reason: REASON })
    expect(asked.statusCode, asked.body).toBe(200)
    const shen = await to.as('shen')
    const waiting = (await shen.get('/api/worklist?tab=mine')).json<WorklistAnswer>()
    expect(waiting.rows.map(({ id }) => id)).toContain(to.id)
    expect([(await lineOf(to)).excusing, (await lineOf(to, 'shen')).excusing]).toEqual([
      expect.stringContaining('由机关负责人办理'),
      null,
    ])
    const decide = { ...body, granted: true, opinion: '同意，存储卡封存' }
    expect((await post(to, 'zheng', '/exceptions/decisions', decide)).statusCode).toBe(403)
    expect((await post(to, 'shen', '/exceptions/decisions', decide)).statusCode).toBe(200)
    const { line } = await lineOf(to)
    expect(line?.acts[0]).toMatchObject({ state: 'excused', exception: { reason: REASON, decided: { granted: true } } })
    const { timeline } = await to.read('lin')
    expect(timeline.at(-1)?.sentence).toContain('机关负责人同意“询问”没有音像记录的说明')
    expect((await compareRefold(desk.context)).differing).toEqual([])
  })
})
