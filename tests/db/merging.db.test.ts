import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseAnswer, MergeableAnswer } from '#contract/cases.ts'
import type { TrailAnswer } from '#contract/trails.ts'
import { compareRefold } from '#server/features/cases/refold.ts'
import { finishedUpload } from '../support/archived-case.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { madePdf, madeWav } from '../support/made-files.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'
import { makeRecording } from '../support/recordings.ts'

type Road = PenaltyRoad<Caller>
const MERGE = { case: { 'merge-reason': '同一当事人的几项违法行为，一并查处' } }

let desk: TestDesk
let main: Road
let second: Road
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
  main = await PenaltyRoad.open(desk)
  second = await PenaltyRoad.open(desk, { name: '同一公司另一违法行为案' })
  await main.file()
  await second.file()
})
afterAll(() => desk.close())

const answerOf = async (id: string, login = 'lin'): Promise<CaseAnswer> =>
  (await (await desk.as(login)).get(`/api/cases/${id}`)).json<CaseAnswer>()
const other = (road: Road, version = road.version) => ({ other: { id: road.id, version } })
const propose = (road: Road, into: Road, headers: Record<string, string> = {}, version = into.version) =>
  road.trial('lin', 'merge-into', { run: 'main', facts: MERGE, ...other(into, version) }, headers)

async function agree(road: Road, login: string, more: Record<string, unknown> = {}) {
  const { version, approvals, others } = await answerOf(road.id, login)
  const [waiting] = approvals
  const body = { do: 'agree', run: waiting?.run, opinion: '同意', other: others[0], ...more }
  const url = `/api/cases/${road.id}/approvals/${waiting?.proposal}`
  return (await desk.as(login)).send('POST', url, body, { 'if-match': `"${version}"` })
}

describe('merging over HTTP', () => {
  test('offers cases with a party in common first, and none of another agency, stage or kind', async () => {
    const early = await PenaltyRoad.open(desk, { name: '还没有立案的同一公司案' })
    const { rows } = (await (await desk.as('lin')).get(`/api/cases/${second.id}/mergeable`)).json<MergeableAnswer>()
    expect(rows).toMatchObject([{ id: main.id, sharesParty: true, handlers: '周二、林一', version: main.version }])
    expect(rows.map(({ id }) => id)).not.toContain(early.id)
    const url = `/api/cases/${second.id}/mergeable?text=${encodeURIComponent('没有这样的案件')}`
    expect((await (await desk.as('lin')).get(url)).json<MergeableAnswer>().rows).toEqual([])
  })

  test('is refused where the other case has moved since, and where it is none or of another agency', async () => {
    const behind = await propose(second, main, {}, main.version - 1)
    expect(behind.statusCode).toBe(412)
    expect(behind.body).toContain('刚刚有了新的进展')
    const body = { run: 'main', facts: MERGE, other: { id: '01930000-0000-7000-8000-000000000000', version: 1 } }
    expect((await second.trial('lin', 'merge-into', body)).statusCode).toBe(404)
    expect((await answerOf(second.id)).version).toBe(second.version)
  })

  test('moves both in one step: evidence is read from the main case, and both name each other', async () => {
    const upload = await finishedUpload(desk, { by: '林一', caseId: second.id, file: madePdf('进货台账.pdf') })
    const evidence = [{ kind: '书证', title: '进货台账', source: '当事人提供', upload }]
    await second.take('lin', 'add-evidence', {}, { evidence })
    const key = { 'idempotency-key': 'merge-these-two-cases-once' }
    const [first, again] = [await propose(second, main, key), await propose(second, main, key)]
    expect([first.statusCode, again.body]).toEqual([200, first.body])
    expect((await agree(second, 'zheng')).statusCode).toBe(200)
    expect((await agree(second, 'shen', { other: undefined })).statusCode).toBe(409)
    const late = await agree(second, 'shen', { ...other(main, main.version - 1) })
    expect(late.statusCode).toBe(412)
    expect((await agree(second, 'shen')).statusCode).toBe(200)

    const [gone, stays] = [await answerOf(second.id), await answerOf(main.id)]
    expect(gone.mergedInto).toMatchObject({ id: main.id, isOurs: true })
    expect(gone.state).toMatchObject({ endedOn: '2026-06-01', mergedInto: { id: main.id } })
    expect(stays.joined).toMatchObject([{ id: second.id, isEnded: true }])
    expect(stays.state.violations).toHaveLength(2)
    expect(stays.state.parties).toHaveLength(1)
    expect(stays.state.evidence).toMatchObject([{ id: upload, from: second.id }])
    expect(stays.timeline.map(({ sentence }) => sentence).join()).toContain('并入了“同一公司另一违法行为案')
    expect((await compareRefold(desk.context)).differing).toEqual([])
    const { rows } = await desk.database.owner.query({
      text: 'SELECT case_id FROM app.evidence_references WHERE upload_id = $1',
      values: [upload],
    })
    expect(rows).toEqual([{ case_id: main.id }])
  })

  test('stands in the trail of both', async () => {
    const trail = async (id: string) => (await desk.as('shen')).get(`/api/trail?subject=case:${id}`)
    for (const [id, says] of [
      [main.id, '并入了'],
      [second.id, '并入“'],
    ] as const) {
      const { entries } = (await trail(id)).json<TrailAnswer>()
      expect(entries.map(({ what }) => what).join()).toContain(says)
    }
  })

  test('two people who merge two cases into each other at once end with one merging', async () => {
    const pair = [await PenaltyRoad.open(desk), await PenaltyRoad.open(desk)] as const
    for (const road of pair) await road.file()
    const [one, two] = pair
    const tried = await Promise.all([propose(one, two), propose(two, one)])
    expect(tried.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 412])
  })
})

describe('splitting over HTTP', () => {
  test('begins a case of its own with number, filing and the evidence that was named', async () => {
    const state = await main.state('lin')
    const [, act] = state.violations
    const [item] = state.evidence
    main.version = state.seq
    const facts = {
      case: { 'split-name': '分出的违法行为案', 'split-reason': '两项行为没有牵连', 'split-evidence': [item?.id] },
      violation: { [act?.id ?? '']: { 'split-off': true } },
    }
    await main.take('lin', 'split-off', facts)
    await main.agree('zheng', 'shen')
    const { followers, state: old } = await answerOf(main.id)
    expect(followers).toMatchObject([{ title: '分出的违法行为案', isEnded: false }])
    expect(old.violations).toHaveLength(1)
    const split = await answerOf(followers[0]?.id ?? '')
    expect(split.state).toMatchObject({ origin: { id: main.id, isSplit: true }, evidence: [{ id: item?.id }] })
    expect(split.state.number).toMatch(/立/)
    expect(split.documents.map(({ code }) => code)).toEqual(['filing-approval'])
    expect(split.offers.map(({ action }) => action)).toContain('inquire')
    const clocks = [split, await answerOf(main.id)].map(({ clocks: all }) =>
      all.filter(({ clock }) => clock === 'decision').map(({ rolledDue }) => rolledDue),
    )
    expect(clocks[0]).toEqual(clocks[1])
    expect((await compareRefold(desk.context)).differing).toEqual([])
  })
})

describe('recordings of which evidence goes into the new case', () => {
  const TO = { 'handlers-reason': '二中队办理' }
  let old: Road
  let split: Road
  let shown: string
  let kept: string

  const sees = async (login: string, recording: string) => {
    const answer = await (await desk.as(login)).send('POST', `/api/recordings/${recording}/viewings`, {})
    return answer.statusCode === 201 ? answer.json<{ ground: string }>().ground : answer.statusCode
  }
  const recordingOf = (name: string, seconds: number) =>
    makeRecording(desk, {
      bytes: madeWav(name, seconds).buffer,
      medium: 'audio',
      fileName: name,
      by: 'lin',
      caseId: old.id,
    })
  const peopleCalled = async (...names: readonly string[]) => {
    const { people } = (await (await desk.as('lin')).get('/api/people')).json<{
      people: { id: string; name: string }[]
    }>()
    return names.map((name) => people.find((person) => person.name === name)?.id ?? '')
  }

  beforeAll(async () => {
    const meeting = new PenaltyRoad<Caller>(desk)
    await meeting.meetPeople()
    const acts = ['经营超过保质期的食品', '未建立进货查验记录'].map((cause) => ({ party: meeting.party, cause }))
    old = await PenaltyRoad.open(desk, { violations: acts })
    const { violations } = await old.state('lin')
    const ended = Object.fromEntries(violations.map(({ id }) => [id, { 'act-ended-on': '2026-06-01' }]))
    await old.take('lin', 'file', {
      case: { 'in-jurisdiction': true, 'filing-reason': '涉嫌违反食品安全法' },
      violation: ended,
    })
    await old.agree('zheng', 'shen')
    shown = await recordingOf('台账核对.wav', 1)
    kept = await recordingOf('不相干的.wav', 2)
    const marked = await (await desk.as('lin')).send('POST', `/api/recordings/${shown}/marks`, {
      atMs: 100,
      text: '承认',
    })
    const [{ id: mark }] = marked.json<{ marks: [{ id: string }] }>().marks
    const evidence = [{ kind: '视听资料', title: '承认没有台账', source: '询问录音', mark }]
    await old.take('lin', 'add-evidence', {}, { evidence })
    const state = await old.state('lin')
    const [, act] = state.violations
    const named = { 'split-name': '未查验案', 'split-reason': '没有牵连', 'split-evidence': [state.evidence[0]?.id] }
    await old.take('lin', 'split-off', { case: named, violation: { [act?.id ?? '']: { 'split-off': true } } })
    await old.agree('zheng', 'shen')
    split = new PenaltyRoad(desk)
    split.id = (await answerOf(old.id)).followers[0]?.id ?? ''
    split.version = (await answerOf(split.id)).version
    expect(await sees('zhuo', shown)).toBe(403)
    const handlers = await peopleCalled('卓一', '包二')
    await split.take('zheng', 'change-handlers', { case: { ...TO, handlers } })
  }, 60_000)

  test('are looked at by who handles the new case, and what was not named is not', async () => {
    for (const login of ['zhuo', 'bao']) {
      expect(await sees(login, shown)).toBe('承办')
      expect(await sees(login, kept)).toBe(403)
    }
  })

  test('go on being looked at by who handles the old case, until somebody else does, and by nobody who handles neither', async () => {
    expect(await sees('lin', shown)).toBe('承办')
    expect(await sees('qian', shown)).toBe(403)
    const handlers = await peopleCalled('周二', '钱三')
    await old.take('zheng', 'change-handlers', { case: { 'handlers-reason': '调离', handlers } })
    expect(await sees('lin', shown)).toBe(403)
    expect(await sees('qian', shown)).toBe('承办')
    expect(await sees('zhuo', shown)).toBe('承办')
  })

  test('stand with both cases where they are looked at', async () => {
    const answer = await (await desk.as('zhuo')).send('POST', `/api/recordings/${shown}/viewings`, {})
    const { cases } = answer.json<{ recording: { cases: { id: string }[] } }>().recording
    expect(cases.map(({ id }) => id).toSorted()).toEqual([old.id, split.id].toSorted())
  })

  test('are none of another agency', async () => {
    expect(await sees('zhu', shown)).toBe(404)
  })
})
