import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openDatabase } from '#server/db/database.ts'
import { otherPostgres } from '../support/other-postgres.ts'
import { runZhaofa } from '../support/zhaofa.ts'

const server = otherPostgres()
const folder = mkdtempSync(join(tmpdir(), 'zhaofa-external-'))
afterAll(() => {
  server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const place = (name: string): string => join(folder, name)
const zhaofa = (home: string, database: string, ...args: readonly string[]) =>
  runZhaofa(args, { ZHAOFA_HOME: place(home), DATABASE_URL: server?.url(database) ?? '' })

async function rowsIn(database: string): Promise<unknown> {
  const db = openDatabase({ connection: { connectionString: server?.url(database) }, max: 1 })
  try {
    const text = 'SELECT (SELECT count(*) FROM app.people) AS people, (SELECT count(*) FROM app.accounts) AS accounts'
    return (await db.query({ text })).rows
  } finally {
    await db.close()
  }
}

describe.skipIf(!server)('a database of its own', () => {
  test('is dumped by the pg_dump of its version, and loaded into an empty one with roles, rights and rows', async () => {
    expect((await zhaofa('first', 'a', 'migrate')).code).toBe(0)
    expect((await zhaofa('first', 'a', 'seed')).code).toBe(0)
    const made = await zhaofa('first', 'a', 'backup', place('backup'))
    expect(made.code, made.stderr).toBe(0)
    expect(made.stdout + made.stderr).not.toContain('geheim')
    const restored = await zhaofa('second', 'b', 'restore', place('backup'))
    expect(restored.code, restored.stdout + restored.stderr).toBe(0)
    expect(await rowsIn('b')).toEqual(await rowsIn('a'))
  }, 120_000)

  test('that holds something already, or none at all, is refused with a sentence', async () => {
    const full = await zhaofa('third', 'b', 'restore', place('backup'))
    expect([full.code, full.stderr]).toEqual([1, expect.stringContaining('不会覆盖；请给出一个空库')])
    expect(existsSync(place('third'))).toBe(false)
    const none = await runZhaofa(['restore', place('backup')], { ZHAOFA_HOME: place('fourth') })
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('请用 DATABASE_URL 给出一个空库')])
  })
})
