import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Caller, TestDesk } from './desk.ts'

export type StationFile = { readonly name: string; readonly bytes: Buffer }
/** One line of a list, with whatever it lies about. */
export type StationLine = Readonly<Record<string, string>>

export const RECORDER = 'JLY-0001'
export const OFFICER = '99010200001'

/** A device of the first agency, held by 林一 since the first day of 2026. */
export async function registerRecorder(desk: TestDesk, code = RECORDER): Promise<{ id: string; version: number }> {
  const zheng = await desk.as('zheng')
  const input = { code, kind: 'recorder', class: 'A', holder: await personOf(desk, 'lin'), fromOn: '2026-01-01' }
  const answer = await zheng.send('POST', '/api/devices', input)
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json()
}

export async function personOf(desk: TestDesk, login: string): Promise<string> {
  const { rows } = await desk.database.owner.query<{ id: string }>({
    text: 'SELECT person_id AS id FROM app.accounts WHERE login = $1',
    values: [login],
  })
  return rows[0]?.id ?? ''
}

export async function agencyOf(desk: TestDesk, login = 'lin'): Promise<string> {
  const { rows } = await desk.database.owner.query<{ id: string }>({
    text: 'SELECT p.agency_id AS id FROM app.people p JOIN app.accounts a ON a.person_id = p.id WHERE a.login = $1',
    values: [login],
  })
  return rows[0]?.id ?? ''
}

/** A true line about a file; anything in it may be replaced by a lie. */
export const lineOf = ({ name, bytes }: StationFile, lies: StationLine = {}): StationLine => ({
  文件名: name,
  'SHA-256': createHash('sha256').update(bytes).digest('hex'),
  设备编号: RECORDER,
  拍摄时间: '2026-03-10 08:30:00',
  执法证号: OFFICER,
  地点: '青石区石桥街道',
  案号: '',
  ...lies,
})

/** A folder as a docking station leaves it: files, and a list of them. */
export async function stationFolder(files: readonly StationFile[], lines?: readonly StationLine[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhaofa-station-'))
  await putFiles(folder, files)
  if (lines) await writeFile(join(folder, 'manifest.csv'), csvOf(lines))
  return folder
}

export async function putFiles(folder: string, files: readonly StationFile[]): Promise<void> {
  for (const { name, bytes } of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), bytes)
  }
}

export function csvOf(lines: readonly StationLine[]): string {
  const heads = Object.keys(lines[0] ?? {})
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
  return `\ufeff${[heads, ...lines.map((line) => heads.map((head) => line[head] ?? ''))].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

type Listed = { rows: { id: string; fileName: string }[]; announced: { fileName: string }[]; counts: { all: number } }
export const listed = async (caller: Caller, query = ''): Promise<Listed> =>
  (await caller.get(`/api/recordings${query}`)).json()
