import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Context } from '#server/context.ts'
import { homeOfLin, storeDecided } from '../../../../tests/support/decided-case.ts'
import { type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import { COMPANY } from '../../../../tests/support/law-office.ts'
import { indexSearch } from './index-search.ts'
import { disclosureJobs } from './jobs.ts'

let desk: TestDesk
let ctx: Context
beforeAll(async () => {
  desk = await testDesk('2026-06-02T02:00:00Z')
  ctx = desk.context
})
afterAll(() => desk.close())

const found = async (lexeme: string) =>
  (
    await desk.database.portal.query<{ seq: number; content: string }>({
      text: `SELECT seq, content FROM published.search_text WHERE tokens @@ $1::tsquery ORDER BY seq`,
      values: [`'${lexeme}'`],
    })
  ).rows

it('the job that publishes makes the decision findable, shows the officers, and leaves nothing waiting', async () => {
  const decided = await storeDecided(ctx, await homeOfLin(ctx))
  await decided.deliver()
  await disclosureJobs['publish-due'](ctx, {})
  expect(await found(`@p:${COMPANY.code}`)).toHaveLength(1)
  expect((await found('味来'))[0]?.content).toContain(COMPANY.name)
  const { rows } = await desk.database.portal.query<{ officers: number }>({
    text: 'SELECT count(*) AS officers FROM published.officers',
  })
  expect(rows[0]?.officers).toBeGreaterThan(0)
  expect(await indexSearch(ctx.db)).toBe(0)
})

it('a changed decision waits again and keeps its place; two workers index each once', async () => {
  const [before] = await found('味来')
  await ctx.db.query({ text: `UPDATE published.decisions SET title = '改了名的案'` })
  const done = await Promise.all([indexSearch(ctx.db), indexSearch(ctx.db)])
  expect(done.toSorted()).toEqual([0, 1])
  expect((await found('改了'))[0]?.seq).toBe(before?.seq)
})

it('nobody but the app role writes to the search, and it takes nothing away', async () => {
  for (const text of [
    `UPDATE published.search_text SET content = ''`,
    'DELETE FROM published.officers',
    'SELECT FROM app.search_waiting',
  ]) {
    await expect(desk.database.portal.query({ text })).rejects.toThrow(/permission denied/)
  }
  await expect(ctx.db.query({ text: 'DELETE FROM published.search_text' })).rejects.toThrow(/permission denied/)
})
