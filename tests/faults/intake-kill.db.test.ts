import { randomBytes } from 'node:crypto'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../support/desk.ts'
import { csvOf, lineOf, putFiles, registerRecorder, stationFolder } from '../support/docking-station.ts'
import { type Running, startZhaofa } from '../support/zhaofa.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk('2026-03-10T02:00:00Z')
  await registerRecorder(desk)
})
afterAll(() => desk.close())

function intake(folder: string, ...more: readonly string[]): Running {
  const { owner, app } = desk.database.urls
  const env = { DATABASE_URL: owner, DATABASE_URL_APP: app, ZHAOFA_HOME: desk.context.config.home, LOG_LEVEL: 'silent' }
  return startZhaofa(['intake', folder, '--agency', 'qs-market', ...more], env)
}

const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex')
const filesOf = (count: number) =>
  Array.from({ length: count }, (_, nth) => ({
    name: `${nth}.jpg`,
    bytes: Buffer.concat([JPEG, randomBytes(400_000)]),
  }))

const stored = async (): Promise<number> =>
  (await desk.context.db.query<{ n: number }>({ text: 'SELECT count(*) AS n FROM app.recordings' })).rows[0]?.n ?? 0
const leaves = async (): Promise<number> =>
  (
    await desk.context.db.query<{ n: number }>({
      text: `SELECT count(*) AS n FROM app.leaves WHERE kind = 'recording'`,
    })
  ).rows[0]?.n ?? 0

test('an intake that is killed at any moment loses nothing and stores nothing twice when it runs again', async () => {
  const files = filesOf(30)
  const folder = await stationFolder(
    files,
    files.map((file) => lineOf(file)),
  )
  for (const least of [1, 15]) {
    const running = intake(folder)
    await expect.poll(stored, { interval: 5, timeout: 20_000 }).toBeGreaterThanOrEqual(least)
    running.child.kill('SIGKILL')
    await running.ended
  }
  const { code, stdout } = await intake(folder).ended
  expect(code, stdout).toBe(0)
  expect([await stored(), await leaves()]).toEqual([30, 30])
  expect(await readdir(folder)).toEqual(['done'])
  for (const { name, bytes } of files) {
    const sha256 = lineOf({ name, bytes })['SHA-256'] ?? ''
    expect(await desk.context.blobs.verify(sha256)).toBe('sound')
  }
  await rm(folder, { recursive: true })
})

test('a watched folder takes in what is put there while it is watched, and stops when it is told to', async () => {
  const before = await stored()
  const folder = await stationFolder([])
  const running = intake(folder, '--watch')
  await running.says('正在看着')
  const files = filesOf(2)
  await writeFile(join(folder, 'manifest.csv'), csvOf(files.map((file) => lineOf(file))))
  await putFiles(folder, files)
  await running.says('存入')
  await expect.poll(stored, { timeout: 20_000 }).toBe(before + 2)
  await expect.poll(() => readdir(folder), { timeout: 20_000 }).toEqual(['done'])
  running.child.kill('SIGTERM')
  const { code } = await running.ended
  expect(code).toBe(0)
  await rm(folder, { recursive: true })
})
