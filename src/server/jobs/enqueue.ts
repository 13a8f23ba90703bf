import type { Queryable } from '../db/database.ts'
import type { Task, Tasks } from './tasks.ts'

export type EnqueueOptions = {
  /** One job waits under a key: a second one replaces it, so that many causes lead to one run. */
  readonly key?: string
  readonly runAt?: Date
}

/** Adds a job in the caller's transaction: it runs after the commit, and never when there is none. */
export async function enqueue<T extends Task>(
  tx: Queryable,
  task: T,
  payload: Tasks[T],
  { key, runAt }: EnqueueOptions = {},
): Promise<void> {
  await tx.query({
    name: 'enqueue-job',
    text: `SELECT FROM graphile_worker.add_job($1, payload => $2::json, run_at => $3::timestamptz, job_key => $4)`,
    values: [task, JSON.stringify(payload), runAt?.toISOString() ?? null, key ?? null],
  })
}
