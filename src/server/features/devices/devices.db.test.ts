import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import { personOf, registerRecorder } from '../../../../tests/support/docking-station.ts'

let desk: TestDesk
let zheng: Caller
let lin: string
let zhou: string
beforeAll(async () => {
  desk = await testDesk('2026-03-10T02:00:00Z')
  zheng = await desk.as('zheng')
  lin = await personOf(desk, 'lin')
  zhou = await personOf(desk, 'zhou')
})
afterAll(() => desk.close())

const input = (more: object = {}) => ({ code: 'X-1', kind: 'recorder', class: 'A', fromOn: '2026-01-01', ...more })
const register = (more: object = {}) => zheng.send('POST', '/api/devices', input(more))
const handOver = (id: string, body: object, version: number) =>
  zheng.send('POST', `/api/devices/${id}/hand-over`, body, { 'if-match': `"${version}"` })
const retire = (id: string, untilOn: string, version: number) =>
  zheng.send('POST', `/api/devices/${id}/retire`, { untilOn }, { 'if-match': `"${version}"` })
const sentences = (answer: { json(): { errors?: { sentence: string }[]; detail?: string } }) =>
  [...(answer.json().errors ?? []).map(({ sentence }) => sentence), answer.json().detail].join()

describe('a device', () => {
  test('is registered with its holder, once under one code', async () => {
    const answer = await register({ code: 'A-1', holder: lin })
    expect(answer.json()).toMatchObject({ code: 'A-1', holder: { id: lin, name: '林一' }, version: 1, recordings: 0 })
    const again = await register({ code: 'A-1' })
    expect([again.statusCode, sentences(again)]).toEqual([409, expect.stringContaining('已经有编号为“A-1”的设备')])
  })

  const WRONG: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
    ['a holder of another agency', { holder: 'zhu' }, '只能配发给本机关的人员'],
    ['a camera on the wall with a holder', { kind: 'fixed-camera', place: '大厅', holder: 'lin' }, '不配发给人'],
    ['a camera without its place', { kind: 'counter-camera' }, '请写明安装地点'],
    ['no code', { code: ' ' }, '请写明设备编号'],
    ['a day that does not exist', { fromOn: '2026-02-30' }, '日期应为 2026-06-03 这样的写法'],
    ['a year that does not exist', { fromOn: '0000-01-01' }, '日期应为 2026-06-03 这样的写法'],
  ]
  test.each(WRONG)('with %s is refused with a sentence', async (_what, more, sentence) => {
    const holder = more.holder === undefined ? null : await personOf(desk, more.holder)
    const answer = await register({ code: `B-${sentence}`.slice(0, 40), ...more, holder })
    expect([answer.statusCode, sentences(answer)]).toEqual([422, expect.stringContaining(sentence)])
  })

  test('is handed over from a day on; a later hand does not rewrite the earlier days', async () => {
    const { id } = await registerRecorder(desk, 'C-1')
    expect((await handOver(id, { holder: zhou, fromOn: '2026-02-01' }, 1)).json()).toMatchObject({
      holder: { name: '周二' },
      heldFromOn: '2026-02-01',
      version: 2,
    })
    const early = await handOver(id, { holder: lin, fromOn: '2026-01-15' }, 2)
    expect([early.statusCode, sentences(early)]).toEqual([422, expect.stringContaining('不能早于 2026-02-01')])
    const { rows } = await desk.database.owner.query<{ from: string; name: string }>({
      text: `SELECT h.from_on::text AS from, p.name FROM app.device_holdings h JOIN app.people p ON p.id = h.holder_id
        WHERE h.device_id = $1 ORDER BY h.from_on`,
      values: [id],
    })
    expect(rows).toEqual([
      { from: '2026-01-01', name: '林一' },
      { from: '2026-02-01', name: '周二' },
    ])
  })

  test('is not handed over or retired on a version that is no longer the current one', async () => {
    const { id } = await registerRecorder(desk, 'D-1')
    await handOver(id, { holder: null, fromOn: '2026-03-01' }, 1)
    for (const answer of [
      await handOver(id, { holder: zhou, fromOn: '2026-03-02' }, 1),
      await retire(id, '2026-03-02', 1),
    ])
      expect(answer.statusCode).toBe(412)
  })

  test('is retired once, not in the future and not before it began; then nobody gets it', async () => {
    const { id } = await registerRecorder(desk, 'E-1')
    expect(sentences(await retire(id, '2026-03-11', 1))).toContain('不能在今天以后')
    expect(sentences(await retire(id, '2025-12-31', 1))).toContain('不能早于启用日期')
    expect((await retire(id, '2026-03-09', 1)).json()).toMatchObject({
      untilOn: '2026-03-09',
      holder: null,
      version: 2,
    })
    expect((await retire(id, '2026-03-09', 2)).statusCode).toBe(409)
    expect((await handOver(id, { holder: lin, fromOn: '2026-03-09' }, 2)).statusCode).toBe(409)
  })

  test('of another agency is not there', async () => {
    const { id } = await registerRecorder(desk, 'F-1')
    const stranger = await desk.as('xu')
    expect((await stranger.get('/api/devices')).body).not.toContain('F-1')
    for (const [path, body] of [
      [`/api/devices/${id}/hand-over`, { holder: null, fromOn: '2026-03-01' }],
      [`/api/devices/${id}/retire`, { untilOn: '2026-03-01' }],
    ] as const)
      expect((await stranger.send('POST', path, body, { 'if-match': '"1"' })).statusCode).toBe(404)
  })
})
