import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '#server/db/database.ts'
import { newId } from '#server/ids.ts'
import { type TestDatabase, testDatabase } from '../../../../tests/support/database.ts'
import { openUploadLocks } from './upload-locks.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
})

afterAll(() => database?.drop())

const still = new AbortController().signal
const ignore = () => undefined
/** The cluster holds a database for each test file, and each has locks of its own. */
const OURS = `locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`

describe('the lock of an upload', () => {
  it('keeps another process out until it is let go', async () => {
    const other = openDatabase({ connection: { connectionString: database.urls.app }, max: 2 })
    const id = newId()
    const [here, there] = [openUploadLocks(database.app).newLock(id), openUploadLocks(other).newLock(id)]
    await here.lock(still, ignore)
    await expect(there.lock(still, ignore)).rejects.toMatchObject({ refusal: { code: 'upload-busy' } })
    await here.unlock()
    await there.lock(still, ignore)
    await there.unlock()
    await other.close()
  })

  it('asks the older request of the same process to stop, then follows it', async () => {
    const locks = openUploadLocks(database.app)
    const id = newId()
    const older = locks.newLock(id)
    const order: string[] = []
    await older.lock(still, async () => {
      order.push('asked')
      await nextTurn()
      await older.unlock()
    })
    const newer = locks.newLock(id)
    await newer.lock(still, ignore)
    order.push('follows')
    expect(order).toEqual(['asked', 'follows'])
    await newer.unlock()
  })

  it('holds one connection for any number of uploads, and none when there is none', async () => {
    const db = openDatabase({ connection: { connectionString: database.urls.app }, max: 1 })
    const own = openUploadLocks(db)
    const locks = Array.from({ length: 20 }, () => own.newLock(newId()))
    await Promise.all(locks.map((lock) => lock.lock(still, ignore)))
    expect([db.pool.totalCount, db.pool.idleCount]).toEqual([1, 0])
    await Promise.all(locks.map((lock) => lock.unlock()))
    expect([db.pool.totalCount, db.pool.idleCount]).toEqual([1, 1])
    const { rows } = await db.query({ text: `SELECT count(*) AS n FROM pg_locks WHERE ${OURS}` })
    expect(rows).toEqual([{ n: 0 }])
    await db.close()
  })

  it('that dies with its connection tells the writer to stop and can be had again', async () => {
    const db = openDatabase({ connection: { connectionString: database.urls.app }, max: 2 })
    const locks = openUploadLocks(db)
    const id = newId()
    const lock = locks.newLock(id)
    const told = new Promise<void>((resolve) => {
      void lock.lock(still, resolve).then(() =>
        database.owner.query({
          text: `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE ${OURS}`,
        }),
      )
    })
    await told
    await lock.unlock()
    for (let again = 0; again < 20; again += 1) {
      await lock.lock(still, ignore)
      await lock.unlock()
    }
    expect(db.pool.totalCount).toBe(1)
    // An idle connection that breaks later is the pool's affair alone.
    const kill = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'zhaofa_app' AND datname = current_database()`
    await database.owner.query({ text: kill })
    await expect.poll(() => db.pool.totalCount).toBe(0)
    await db.close()
  })
})
