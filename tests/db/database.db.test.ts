import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate } from '#server/db/migrate.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'

describe('the database room', () => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await testDatabase()
  })
  afterAll(() => db.drop())

  test('dates stay calendar dates, instants come in UTC with three digits, bigints are numbers', async () => {
    const { rows } = await db.app.query({
      text: `SELECT date '2026-02-12' AS d, timestamptz '2026-02-12 08:00+08' AS t, 9007199254740991::bigint AS n,
                    array[date '2024-02-29'] AS ds, array[1::bigint] AS ns`,
    })
    expect(rows).toEqual([
      { d: '2026-02-12', t: '2026-02-12T00:00:00.000Z', n: 9007199254740991, ds: ['2024-02-29'], ns: [1] },
    ])
  })

  test('a bigint that a number cannot hold is an error, not a rounded value', async () => {
    await expect(db.app.query({ text: 'SELECT 9007199254740993::bigint' })).rejects.toThrow('safe range')
  })

  test("kysely reads the same types, and the bare pool keeps the driver's for the job worker", async () => {
    const { sql } = await import('kysely')
    const { rows } = await sql`SELECT timestamptz '2026-02-12 08:00+08' AS t`.execute(db.app.kysely)
    expect(rows).toEqual([{ t: '2026-02-12T00:00:00.000Z' }])
    const bare = await db.app.pool.query(`SELECT timestamptz '2026-02-12 08:00+08' AS t`)
    expect(bare.rows[0].t).toBeInstanceOf(Date)
  })

  test('a transaction that throws leaves nothing behind, and its kysely writes on the same connection', async () => {
    await db.owner.query({ text: 'CREATE TABLE app.probe (n int)' })
    const failing = db.owner.transaction(async (tx) => {
      await tx.query({ text: 'INSERT INTO app.probe VALUES (1)' })
      const seen = await tx.kysely.selectNoFrom((eb) => eb.fn('txid_current').as('id')).execute()
      const own = await tx.query<{ id: number }>({ text: 'SELECT txid_current() AS id' })
      expect(seen).toEqual(own.rows)
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    expect((await db.owner.query({ text: 'SELECT * FROM app.probe' })).rowCount).toBe(0)
  })

  test('a transaction whose work swallowed a statement error is an error, never a silent rollback', async () => {
    const swallowing = db.app.transaction(async (tx) => {
      await tx.query({ text: 'SELECT 1/0' }).catch(() => undefined)
    })
    await expect(swallowing).rejects.toThrow('rolled back')
  })

  test('the portal role cannot enter the schema of the office', async () => {
    await expect(db.portal.query({ text: 'SELECT * FROM app.migrations' })).rejects.toThrow('permission denied')
  })

  test('the app role adds a job and sees it', async () => {
    await db.app.query({ text: `SELECT graphile_worker.add_job('probe', '{}'::json)` })
    const { rows } = await db.app.query({ text: 'SELECT task_identifier FROM graphile_worker.jobs' })
    expect(rows).toEqual([{ task_identifier: 'probe' }])
  })

  test('the app role cannot touch the list of migrations', async () => {
    await expect(db.app.query({ text: 'DELETE FROM app.migrations' })).rejects.toThrow('permission denied')
  })

  test('an applied migration that was edited is refused with a sentence', async () => {
    const file = { name: '9001-probe.sql', sql: 'SELECT 1', checksum: 'a'.repeat(64) }
    const passwords = { app: undefined, portal: undefined }
    const files = await filesHere(db)
    expect((await migrate(db.owner, passwords, [...files, file])).applied).toEqual(['9001-probe.sql'])
    expect((await migrate(db.owner, passwords, [...files, file])).applied).toEqual([])
    const edited = { ...file, checksum: 'b'.repeat(64) }
    await expect(migrate(db.owner, passwords, [...files, edited])).rejects.toThrow('执行之后又被改动')
    await expect(migrate(db.owner, passwords, files)).rejects.toThrow('本程序没有这个文件')
  })

  test('a migration that fails says where and leaves nothing', async () => {
    const file = { name: '9002-wrong.sql', sql: 'CREATE TABLE app.half (n int);\nSELEC 1', checksum: 'c'.repeat(64) }
    await db.owner.query({ text: `DELETE FROM app.migrations WHERE name LIKE '9%'` })
    const files = await filesHere(db)
    const passwords = { app: undefined, portal: undefined }
    await expect(migrate(db.owner, passwords, [...files, file])).rejects.toThrow('迁移 9002-wrong.sql 第 2 行失败')
    const { rows } = await db.owner.query({ text: `SELECT to_regclass('app.half') AS half` })
    expect(rows).toEqual([{ half: null }])
  })
})

async function filesHere(db: TestDatabase) {
  const { rows } = await db.owner.query<{ name: string; checksum: string }>({
    text: 'SELECT name, checksum FROM app.migrations ORDER BY name',
  })
  return rows.map((row) => ({ ...row, sql: '' }))
}
