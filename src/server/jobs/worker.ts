import { Logger, run, type TaskList } from 'graphile-worker'
import type { Context } from '../context.ts'
import { enqueue } from './enqueue.ts'
import { schedule } from './schedule.ts'
import { type Handlers, TASKS, type Task } from './tasks.ts'

export type Worker = { close(): Promise<void> }

const CONCURRENCY = 2
/** Tasks that may work for hours; one of them at a time in each process, so that papers and publications never wait for them. */
const SLOW: readonly Task[] = ['make-rendition']

/** Works off jobs on the app role's pool until closed; `close` lets running jobs end. Throws when a task has no handler. */
export async function runWorker(context: Context, handlers: Handlers): Promise<Worker> {
  refuseMissing(handlers)
  const quick = await runTasks(context, handlers, {
    tasks: TASKS.filter((task) => !SLOW.includes(task)),
    atOnce: CONCURRENCY,
  })
  const slow = await runTasks(context, handlers, { tasks: SLOW, atOnce: 1 })
  await enqueue(context.db, 'publish-due', {}, { key: 'publish-due' })
  let closing: Promise<void> | undefined
  return {
    close: () => {
      closing ??= Promise.all([quick.close(), slow.close()]).then(() => undefined)
      return closing
    },
  }
}

type Share = { readonly tasks: readonly Task[]; readonly atOnce: number }

async function runTasks(context: Context, handlers: Handlers, { tasks, atOnce }: Share): Promise<Worker> {
  const runner = await run({
    pgPool: context.db.pool,
    taskList: taskListOf(context, handlers, tasks),
    concurrency: atOnce,
    noHandleSignals: true,
    parsedCronItems: schedule().filter(({ task }) => tasks.some((own) => own === task)),
    logger: loggerOf(context),
    pollInterval: 2000,
  })
  // Ends by rejecting when the worker dies of itself; without a listener that would end the process without a word.
  const ended = runner.promise.catch((error: unknown) => context.log.error({ err: error }, 'the job worker stopped'))
  return {
    close: async () => {
      await runner.stop()
      await ended
    },
  }
}

function refuseMissing(handlers: Handlers): void {
  const missing = TASKS.filter((task) => typeof handlers[task] !== 'function')
  if (missing.length > 0) throw new Error(`no handler for ${missing.join(', ')}`)
}

function taskListOf(context: Context, handlers: Handlers, tasks: readonly Task[]): TaskList {
  return Object.fromEntries(
    tasks.map((task) => {
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
