import type { PoolClient } from 'pg'
import type { NamedFiles } from '../blobs/named-files.ts'
import type { Context } from '../context.ts'
import type { Step } from './integrate.ts'
import { lead, type Term } from './lead-log.ts'
import type { LogProblem } from './log-problem.ts'

export type Sequencer = { close(): Promise<void> }

export type SequencerContext = Pick<Context, 'db' | 'clock' | 'log' | 'config'> & {
  readonly blobs: { readonly named: NamedFiles }
}

export type SequencerOptions = {
  /** Between two looks for leaves. */
  readonly pollMs?: number
  /** Between two attempts to become the one that signs, or to go on after a refusal. */
  readonly retryMs?: number
  /** Between two looks for what witnesses and time stamps are still to be asked for. */
  readonly besideMs?: number
  /** How long a witness has to answer. */
  readonly patienceMs?: number
  readonly after?: (step: Step) => void
}

/** Held by the one process that signs. */
export const LOCK = 0x7a66_0004

/**
 * Runs the sequencer until closed. Any number of processes may: one holds the lock, another takes over when its connection
 * ends. A poll, not NOTIFY: notifying commits queue behind one lock of the whole cluster.
 */
export function runSequencer(ctx: SequencerContext, options: SequencerOptions = {}): Sequencer {
  const { pollMs = 200, retryMs = 1000, besideMs = 1000, patienceMs = 3000, after = () => undefined } = options
  const stopping = new AbortController()
  const pause = (ms: number) => waitFor(ms, stopping.signal)
  let told: string | undefined
  const tell = (problem: LogProblem) => {
    // Once for each cause, not at each attempt.
    if (told !== problem.code) ctx.log.error({ problem: problem.code }, problem.sentence)
    told = problem.code
  }
  const term: Term = { ctx, pollMs, besideMs, patienceMs, after, pause, tell, isStopped: () => stopping.signal.aborted }
  const done = (async () => {
    while (!stopping.signal.aborted) {
      await attempt(term)
      await pause(retryMs)
    }
  })()
  return {
    close: async () => {
      stopping.abort()
      await done
    },
  }
}

/** One attempt: comes back at once when another holds the lock, or after an error; leaves stay for the next one. */
async function attempt(term: Term): Promise<void> {
  let client: PoolClient | undefined
  try {
    client = await term.ctx.db.pool.connect()
    const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [LOCK])
    if (rows[0]?.got) await lead(term, client)
  } catch (error) {
    term.ctx.log.error({ err: error }, 'the record log could not go on; it starts again')
  } finally {
    // Ending the connection is what gives the lock back for certain.
    client?.release(true)
  }
}

function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', finish)
      resolve()
    }
    const timer = setTimeout(finish, ms)
    signal.addEventListener('abort', finish)
  })
}
