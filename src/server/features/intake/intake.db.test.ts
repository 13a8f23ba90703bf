import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import {
  agencyOf,
  csvOf,
  lineOf,
  listed,
  putFiles,
  registerRecorder,
  type StationFile,
  type StationLine,
  stationFolder,
} from '../../../../tests/support/docking-station.ts'
import { photo } from '../../../../tests/support/evidence-uploads.ts'
import type { IntakeReport } from './intake-report.ts'
import { type BatchOrder, takeBatch } from './take-batch.ts'

let desk: TestDesk
let lin: Caller
let agencyId: string
const folders: string[] = []

beforeAll(async () => {
  desk = await testDesk('2026-03-10T02:00:00Z')
  lin = await desk.as('lin')
  agencyId = await agencyOf(desk)
  await registerRecorder(desk)
})
afterEach(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true }))))
afterAll(() => desk.close())

const file = (name: string, length = 2000): StationFile => ({ name, bytes: photo(length) })

async function station(files: readonly StationFile[], lines?: readonly StationLine[]): Promise<string> {
  const folder = await stationFolder(files, lines)
  folders.push(folder)
  return folder
}

const NOW_OR_NEVER = { mayStillGrow: () => false, mayStillCome: () => false }
const take = (folder: string, more: Partial<BatchOrder> = {}) =>
  takeBatch(desk.context, { folder, agencyId, ...NOW_OR_NEVER, ...more })

async function taken(folder: string, more: Partial<BatchOrder> = {}): Promise<IntakeReport> {
  const report = await take(folder, more)
  if ('sentence' in report) throw new Error(report.sentence)
  return report
}

const states = (report: IntakeReport) => report.lines.map(({ is }) => is)
const sentenceAt = (report: IntakeReport, index: number) => report.lines[index]?.sentence ?? ''
const under = async (folder: string, place: string) =>
  (await readdir(join(folder, place), { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .toSorted()

const rowsOf = async (sha256: string) =>
  (
    await desk.database.owner.query<Record<string, unknown>>({
      text: `SELECT r.source, r.stored_by, r.said_case, r.doubts, (SELECT count(*) FROM app.leaves l WHERE l.subject = 'recording:' || r.id) AS leaves,
          (SELECT count(*) FROM app.audit_entries a WHERE a.subject = 'recording:' || r.id AND a.name = 'recording-taken-in') AS entries
        FROM app.recordings r WHERE r.sha256 = $1`,
      values: [sha256],
    })
  ).rows

describe('a folder of a docking station', () => {
  test('is taken in by its list: each file with row, leaf and audit entry, and put away with a report', async () => {
    const [first, second] = [file('现场.jpg'), file('day1/询问.jpg')]
    const folder = await station([first, second], [lineOf(first, { 案号: '青市监案〔2026〕1号' }), lineOf(second)])
    const report = await taken(folder)
    expect(states(report)).toEqual(['stored', 'stored'])
    const row = { source: 'docking-station', stored_by: null, doubts: [], leaves: 1, entries: 1 }
    expect(await rowsOf(lineOf(first)['SHA-256'] ?? '')).toEqual([{ ...row, said_case: '青市监案〔2026〕1号' }])
    expect(await rowsOf(lineOf(second)['SHA-256'] ?? '')).toEqual([{ ...row, said_case: '' }])
    expect(await readdir(folder)).toEqual(['day1', 'done'])
    expect(await under(folder, 'done')).toEqual(
      ['manifest.csv', 'report.json', 'report.txt', '现场.jpg', '询问.jpg'].toSorted(),
    )
    expect(await readFile(join(folder, 'done', report.batch, 'report.txt'), 'utf8')).toContain('存入 2 件')
    const { rows } = await listed(lin)
    expect(rows.map(({ fileName }) => fileName)).toEqual(expect.arrayContaining(['现场.jpg', '询问.jpg']))
  })

  test('without a list is left alone, with a sentence', async () => {
    const folder = await station([file('a.jpg')])
    expect(await take(folder)).toEqual({ sentence: expect.stringContaining('没有 manifest.csv') })
    expect(await readdir(folder)).toEqual(['a.jpg'])
  })

  test('may have its list in JSON', async () => {
    const one = file('a.jpg')
    const folder = await station([one])
    const line = { file: 'a.jpg', sha256: lineOf(one)['SHA-256'], size: one.bytes.length, device: 'JLY-0001' }
    const list = { recordings: [{ ...line, capturedAt: '2026-03-10T08:30:00+08:00', officer: '99010200001' }] }
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(list))
    expect(states(await taken(folder))).toEqual(['stored'])
  })

  test.each([
    ['not a list', 'manifest.json', '{"a": 1}', '应当是一个数组'],
    ['a broken list', 'manifest.json', '[{', '应当是一个数组'],
    ['a list without digests', 'manifest.csv', '文件名,设备编号,拍摄时间\na,b,c\n', '缺少这些列：SHA-256'],
    ['an empty list', 'manifest.csv', '文件名,SHA-256,设备编号,拍摄时间\n', '一行也没有'],
    ['a list in another encoding', 'manifest.csv', Buffer.from([0xce, 0xc4, 0xbc, 0xfe, 0x2c]), 'UTF-8'],
  ])('with %s is refused with a sentence, and nothing moves', async (_what, name, content, sentence) => {
    const folder = await station([file('a.jpg')])
    await writeFile(join(folder, name), content)
    expect(await take(folder)).toEqual({ sentence: expect.stringContaining(sentence) })
    expect((await readdir(folder)).toSorted()).toEqual(['a.jpg', name])
  })
})

describe('a list that lies', () => {
  const lies: readonly (readonly [string, StationLine, string])[] = [
    ['about the digest', { 'SHA-256': 'a'.repeat(64) }, 'SHA-256 摘要与清单不一致'],
    ['about the size', { 字节数: '7' }, '字节数与清单不一致：清单 7'],
    ['about the device', { 设备编号: 'JLY-9999' }, '没有“JLY-9999”这台设备'],
    ['about the officer', { 执法证号: '00000000000' }, '不是本机关人员'],
    ['about the time', { 拍摄时间: '2026-03-11 12:00:00' }, '在现在以后'],
    ['with a day that does not exist', { 拍摄时间: '2026-02-30 12:00:00' }, '拍摄时间应当像'],
    ['with half a digest', { 'SHA-256': 'abc' }, '64 位十六进制'],
  ]
  test.each(lies)('%s is told line by line, and the true line goes in', async (_what, lie, sentence) => {
    const [honest, liar] = [file('真.jpg'), file('假.jpg')]
    const folder = await station([honest, liar], [lineOf(liar, { 字节数: '', ...lie }), lineOf(honest, { 字节数: '' })])
    const report = await taken(folder)
    expect(states(report)).toEqual(['refused', 'stored'])
    expect(sentenceAt(report, 0)).toContain(sentence)
    expect(await rowsOf(lineOf(liar)['SHA-256'] ?? '')).toEqual([])
    expect(await under(folder, 'done')).toEqual(expect.arrayContaining(['真.jpg', 'report.txt']))
    expect(await under(folder, 'failed')).toEqual(expect.arrayContaining(['manifest.csv', 'report.json']))
  })

  test('cannot reach out of its folder, by name or by link', async () => {
    const outside = file('外面.jpg')
    const elsewhere = await station([outside])
    const folder = await station([])
    await symlink(join(elsewhere, '外面.jpg'), join(folder, '链接.jpg'))
    await symlink(elsewhere, join(folder, 'linked'))
    const names = [
      '../外面.jpg',
      join(elsewhere, '外面.jpg'),
      'a/../../外面.jpg',
      '链接.jpg',
      'linked/外面.jpg',
      'C:\\外面.jpg',
    ]
    // Each with a digest of its own, so that none is merely a repetition.
    const digest = lineOf(outside)['SHA-256'] ?? ''
    const digests = names.map((_name, index) => digest.slice(0, -1) + index.toString(16))
    digests[3] = digest
    await writeFile(
      join(folder, 'manifest.csv'),
      csvOf(names.map((name, index) => lineOf(outside, { 文件名: name, 'SHA-256': digests[index] ?? '' }))),
    )
    const report = await taken(folder)
    expect(states(report)).toEqual(names.map(() => 'refused'))
    expect(await rowsOf(digest)).toEqual([])
    expect(await readdir(elsewhere)).toEqual(['外面.jpg'])
  })

  test('twice about one file, or about one content, counts once', async () => {
    const one = file('一.jpg')
    const twin = { ...one, name: '二.jpg' }
    const folder = await station([one, twin], [lineOf(one), lineOf(one), lineOf(twin)])
    const report = await taken(folder)
    expect(states(report)).toEqual(['stored', 'refused', 'refused'])
    expect(sentenceAt(report, 1)).toContain('与第 2 行重复')
  })

  test('names a folder, an empty file or a paper: none of them is a recording', async () => {
    const [empty, paper] = [
      { name: '空.jpg', bytes: Buffer.alloc(0) },
      { name: '文书.mp4', bytes: Buffer.from('%PDF-1.7 invented') },
    ]
    const folder = await station(
      [empty, paper],
      [lineOf({ name: 'sub', bytes: Buffer.from('x') }), lineOf(empty), lineOf(paper)],
    )
    await mkdir(join(folder, 'sub'))
    const report = await taken(folder)
    expect(report.lines.map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('不是一个普通文件'),
      expect.stringContaining('空的'),
      expect.stringContaining('application/pdf'),
    ])
  })

  test('about a file that has not come leaves a mark that the desk shows until it comes', async () => {
    const late = file('还没来.jpg')
    const folder = await station([], [lineOf(late)])
    expect(states(await taken(folder))).toEqual(['missing'])
    expect((await listed(lin)).announced.map(({ fileName }) => fileName)).toEqual(['还没来.jpg'])
    const again = await station([late], [lineOf(late)])
    expect(states(await taken(again))).toEqual(['stored'])
    expect((await listed(lin)).announced).toEqual([])
  })

  test('does not mention a file: it stays, and the report names it', async () => {
    const [one, other] = [file('一.jpg'), file('没写.jpg')]
    const folder = await station([one, other], [lineOf(one)])
    expect((await taken(folder)).unlisted).toEqual(['没写.jpg'])
    expect(await readdir(folder)).toContain('没写.jpg')
  })
})

describe('a list that is taken in again', () => {
  test('stores nothing twice', async () => {
    const one = file('a.jpg')
    await taken(await station([one], [lineOf(one)]))
    const report = await taken(
      await station([{ ...one, name: '同一个.jpg' }], [lineOf({ ...one, name: '同一个.jpg' })]),
    )
    expect(states(report)).toEqual(['known'])
    expect(await rowsOf(lineOf(one)['SHA-256'] ?? '')).toHaveLength(1)
  })

  test('knows what a crash has stored and put away before it could put the list away', async () => {
    const [one, two] = [file('a.jpg'), file('b.jpg')]
    const folder = await station([one, two], [lineOf(one), lineOf(two)])
    const list = await readFile(join(folder, 'manifest.csv'))
    await taken(folder)
    await writeFile(join(folder, 'manifest.csv'), list)
    const again = await taken(folder)
    expect(states(again)).toEqual(['known', 'known'])
    expect((await listed(lin)).announced).toEqual([])
  })
})

describe('a folder that is watched', () => {
  test('leaves a file alone that is still being written, and the list with it', async () => {
    const [done, growing] = [file('写完.jpg'), file('在写.jpg')]
    const folder = await station([done, growing], [lineOf(done), lineOf(growing)])
    const mayStillGrow = ({ path }: { path: string }) => path.endsWith('在写.jpg')
    expect(states(await taken(folder, { mayStillGrow }))).toEqual(['stored', 'waiting'])
    expect(await readdir(folder)).toEqual(expect.arrayContaining(['manifest.csv', '在写.jpg']))
    expect(states(await taken(folder))).toEqual(['known', 'stored'])
  })

  test('waits for files that come after their list, and for those that are half copied', async () => {
    const [later, half] = [file('后到.jpg'), file('半个.jpg')]
    const folder = await station([{ ...half, bytes: half.bytes.subarray(0, 1000) }], [lineOf(later), lineOf(half)])
    expect(states(await taken(folder, { mayStillCome: () => true }))).toEqual(['waiting', 'waiting'])
    await putFiles(folder, [later, half])
    expect(states(await taken(folder, { mayStillCome: () => true }))).toEqual(['stored', 'stored'])
  })

  test('does not wait for what cannot mend itself', async () => {
    const one = file('a.jpg')
    const folder = await station([one], [lineOf(one, { 设备编号: 'JLY-9999' })])
    expect(states(await taken(folder, { mayStillCome: () => true }))).toEqual(['refused'])
  })
})

test('what was taken by a device that somebody else held, or that was retired, comes in with a doubt', async () => {
  const { id } = await registerRecorder(desk, 'JLY-0007')
  const zheng = await desk.as('zheng')
  await zheng.send('POST', `/api/devices/${id}/retire`, { untilOn: '2026-03-01' }, { 'if-match': '"1"' })
  const [retired, others] = [file('停用.jpg'), file('别人.jpg')]
  const lines = [lineOf(retired, { 设备编号: 'JLY-0007' }), lineOf(others, { 执法证号: '99010200002' })]
  expect(states(await taken(await station([retired, others], lines)))).toEqual(['stored', 'stored'])
  expect(await rowsOf(lineOf(retired)['SHA-256'] ?? '')).toMatchObject([{ doubts: ['device-retired'] }])
  expect(await rowsOf(lineOf(others)['SHA-256'] ?? '')).toMatchObject([{ doubts: ['held-by-another'] }])
})
