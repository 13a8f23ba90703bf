import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '#server/clock.ts'
import type { Context } from '#server/context.ts'
import { openLog } from '#server/log.ts'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { enqueue } from './enqueue.ts'
import { schedule } from './schedule.ts'
import { type Handlers, TASKS } from './tasks.ts'
import { runWorker } from './worker.ts'

let database: TestDatabase
let context: Context
beforeAll(async () => {
  database = await testDatabase()
  context = { db: database.app, clock: fixedClock('2026-11-21T02:00:00Z'), log: openLog('silent') } as Context
})
afterAll(() => database.drop())

/** Handlers that note what they were given, and a promise of the next typesetting. */
function noting(fail?: () => void) {
  const seen: string[] = []
  const typeset = Promise.withResolvers<string>()
  const handlers: Handlers = {
    'typeset-document': async (_ctx, { documentId }) => {
      seen.push(documentId)
      fail?.()
      typeset.resolve(documentId)
    },
    'draw-signed-paper': async () => undefined,
    'publish-due': async () => undefined,
    'meet-publication-clock': async () => undefined,
    'make-trail': async () => undefined,
    'remove-expired-uploads': async () => undefined,
    'forget-answers': async () => undefined,
    'make-rendition': async () => undefined,
    'make-derivative': async () => undefined,
    'tell-notices': async () => undefined,
    'tell-due': async () => undefined,
    'examine-dossier': async () => undefined,
    'build-package': async () => undefined,
  }
  return { seen, typeset: typeset.promise, handlers }
}
const waiting = async (task: string) =>
  (
    await database.app.query<{ key: string | null }>({
      text: 'SELECT key FROM graphile_worker.jobs WHERE task_identifier = $1',
      values: [task],
    })
  ).rows

describe('jobs, all as the app role', () => {
  it('a job of a transaction that rolls back never was', async () => {
    const failed = database.app.transaction(async (tx) => {
      await enqueue(tx, 'typeset-document', { documentId: 'never' })
      throw new Error('the action failed')
    })
    await expect(failed).rejects.toThrow('the action failed')
    expect(await waiting('typeset-document')).toEqual([])
  })

  it('one job waits under one key, whatever the number of causes', async () => {
    for (const documentId of ['a', 'b'])
      await enqueue(database.app, 'typeset-document', { documentId }, { key: 'same' })
    expect(await waiting('typeset-document')).toEqual([{ key: 'same' }])
  })

  it('a worker runs what was enqueued before and after its start, and closes', async () => {
    const { seen, typeset, handlers } = noting()
    const worker = await runWorker(context, handlers)
    expect(await typeset).toBe('b')
    const next = Promise.withResolvers<void>()
    await worker.close()
    const second = await runWorker(context, { ...handlers, 'typeset-document': async () => next.resolve() })
    await database.app.transaction((tx) => enqueue(tx, 'typeset-document', { documentId: 'c' }))
    await next.promise
    await second.close()
    await second.close()
    expect(seen).toEqual(['b'])
    // The worker writes a job's end without waiting for it.
    await expect.poll(() => waiting('typeset-document')).toEqual([])
  })

  it('a job that failed is kept for another try and its fault is noted', async () => {
    const { handlers } = noting(() => {
      throw new Error('no font')
    })
    const tried = Promise.withResolvers<void>()
    const worker = await runWorker(context, {
      ...handlers,
      'typeset-document': async (ctx, payload) => {
        tried.resolve()
        await handlers['typeset-document'](ctx, payload)
      },
    })
    await enqueue(database.app, 'typeset-document', { documentId: 'd' })
    await tried.promise
    await worker.close()
    const failure = async () =>
      (
        await database.app.query<{ error: string; attempts: number }>({
          text: `SELECT last_error AS error, attempts FROM graphile_worker.jobs WHERE task_identifier = 'typeset-document'`,
        })
      ).rows
    await expect.poll(failure).toEqual([{ error: expect.stringContaining('no font'), attempts: 1 }])
  })

  it('does not start when a task has no handler', async () => {
    const { 'publish-due': _left, ...rest } = noting().handlers
    await expect(runWorker(context, rest as Handlers)).rejects.toThrow('no handler for publish-due')
  })

  it('every recurring job is a task', () => {
    for (const { task } of schedule()) expect(TASKS).toContain(task)
  })
})
