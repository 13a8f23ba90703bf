import { Logger, run, type TaskList } from 'graphile-worker'
import type { Context } from '../context.ts'
import { enqueue } from './enqueue.ts'
import { schedule } from './schedule.ts'
import { type Handlers, TASKS } from './tasks.ts'

export type Worker = { close(): Promise<void> }

const CONCURRENCY = 2

/** Works off jobs on the app role's pool until closed; `close` lets running jobs end. Throws when a task has no handler. */
export async function runWorker(context: Context, handlers: Handlers): Promise<Worker> {
  const runner = await run({
    pgPool: context.db.pool,
    taskList: taskListOf(context, handlers),
    concurrency: CONCURRENCY,
    noHandleSignals: true,
    parsedCronItems: schedule(),
    logger: loggerOf(context),
    pollInterval: 2000,
  })
  // Ends by rejecting when the worker dies of itself; without a listener that would end the process without a word.
  const ended = runner.promise.catch((error: unknown) => context.log.error({ err: error }, 'the job worker stopped'))
  await enqueue(context.db, 'publish-due', {}, { key: 'publish-due' })
  let closing: Promise<void> | undefined
  return {
    close: () => {
      closing ??= stop(runner, ended)
      return closing
    },
  }
}

async function stop(runner: { stop(): Promise<void> }, ended: Promise<unknown>): Promise<void> {
  await runner.stop()
  await ended
}

function taskListOf(context: Context, handlers: Handlers): TaskList {
  const missing = TASKS.filter((task) => typeof handlers[task] !== 'function')
  if (missing.length > 0) throw new Error(`no handler for ${missing.join(', ')}`)
  return Object.fromEntries(
    TASKS.map((task) => {
      const handle = handlers[task] as (ctx: Context, payload: unknown) => Promise<unknown>
      return [task, async (payload: unknown) => void (await handle(context, payload))]
    }),
  )
}

const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const

function loggerOf({ log }: Context): Logger {
  return new Logger((scope) => (level, message, meta) => {
    const task = scope.taskIdentifier
    log[LEVELS[level]]({ task, error: meta?.error }, message)
  })
}
