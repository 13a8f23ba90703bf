import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Database, openDatabase } from '#server/db/database.ts'
import { newId } from '#server/ids.ts'
import { type TestDatabase, testDatabase } from '../../../../tests/support/database.ts'
import { nextNumber } from './next-number.ts'

const ISSUERS = 20
let database: TestDatabase
let app: Database
let agencyId: string
let agencies = 0

beforeAll(async () => {
  database = await testDatabase()
  // The test's own pool holds 5 connections; twenty issuers at once need one each.
  app = openDatabase({ connection: { connectionString: database.urls.app }, max: ISSUERS })
  await database.owner.query({ text: `INSERT INTO app.regions (code, name) VALUES ('360102', '青石区')` })
})
beforeEach(async () => {
  agencyId = await insertAgency()
})
afterAll(async () => {
  await app.close()
  await database.drop()
})

async function insertAgency(): Promise<string> {
  const id = newId()
  agencies += 1
  const unique = `11360102000000${String(agencies).padStart(4, '0')}`
  await database.owner.query({
    text: `INSERT INTO app.agencies (id, code, name, short_name, word, field, region_code, uscc, nature, qualified_from_on,
             address, phone, review_body, court)
           VALUES ($1, $2, $3, '市监局', '南青市监', 'market', '360102', $2, 'statutory', '2020-01-01', '临河路1号',
             '0000-1234567', '青石区人民政府', '青石区人民法院')`,
    values: [id, unique, `南屏市青石区第${agencies}市场监督管理局`],
  })
  return id
}

const issue = (series: { word: string; year: number; agencyId?: string }, fails = false): Promise<number> =>
  app.transaction(async (tx) => {
    const serial = await nextNumber(tx, { agencyId, ...series })
    if (fails) throw new Error('the issue fails after it took its number')
    return serial
  })

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

test('twenty concurrent issuers get the serials 1 to 20, each once', async () => {
  const serials = await Promise.all(upTo(ISSUERS).map(() => issue({ word: '罚决', year: 2026 })))
  expect(serials.toSorted((a, b) => a - b)).toEqual(upTo(ISSUERS))
})

test('issuers that roll back leave no gap among those that do not', async () => {
  const results = await Promise.allSettled(
    upTo(3 * ISSUERS).map((index) => issue({ word: '罚决', year: 2026 }, index % 3 === 0)),
  )
  const serials = results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []))
  expect(serials).toHaveLength(2 * ISSUERS)
  expect(serials.toSorted((a, b) => a - b)).toEqual(upTo(2 * ISSUERS))
})

test('each agency, each type word and each year counts from one', async () => {
  const other = await insertAgency()
  expect(await issue({ word: '罚决', year: 2026 })).toBe(1)
  expect(await issue({ word: '罚决', year: 2026 })).toBe(2)
  expect(await issue({ word: '罚告', year: 2026 })).toBe(1)
  expect(await issue({ word: '罚决', year: 2027 })).toBe(1)
  expect(await issue({ word: '罚决', year: 2026, agencyId: other })).toBe(1)
})
