import type { PoolClient } from 'pg'
import { formatVkey } from '#domain/record-log/vkey.ts'
import type { NamedFiles } from '../blobs/named-files.ts'
import type { Context } from '../context.ts'
import { examineLog, type LogProblem, NO_KEY } from './examine-log.ts'
import { BATCH, type Integrated, integrate, publish, type Step } from './integrate.ts'
import { tileReader, VKEY } from './log-files.ts'
import { type Cursor, senderOn } from './log-rows.ts'
import { type LogKeys, makeLogKey, readLogKeys, type SigningKey } from './signing-key.ts'
import { TreeEdge } from './tree-edge.ts'

export type Sequencer = { close(): Promise<void> }

export type SequencerContext = Pick<Context, 'db' | 'clock' | 'log' | 'config'> & {
  readonly blobs: { readonly named: NamedFiles }
}

export type SequencerOptions = {
  /** Between two looks for leaves. */
  readonly pollMs?: number
  /** Between two attempts to become the one that signs, or to go on after a refusal. */
  readonly retryMs?: number
  readonly after?: (step: Step) => void
}

const LOCK = 0x7a66_0004

/**
 * Runs the sequencer until closed. Any number of processes may: one holds the lock, another takes over when its connection
 * ends. A poll, not NOTIFY: notifying commits queue behind one lock of the whole cluster.
 */
export function runSequencer(ctx: SequencerContext, options: SequencerOptions = {}): Sequencer {
  const { pollMs = 200, retryMs = 1000, after = () => undefined } = options
  const stopping = new AbortController()
  const pause = (ms: number) => waitFor(ms, stopping.signal)
  let told: string | undefined
  const tell = (problem: LogProblem) => {
    // Once for each cause, not at each attempt.
    if (told !== problem.code) ctx.log.error({ problem: problem.code }, problem.sentence)
    told = problem.code
  }
  const term: Term = { ctx, pollMs, after, pause, tell, isStopped: () => stopping.signal.aborted }
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

type Term = {
  readonly ctx: SequencerContext
  readonly pollMs: number
  readonly after: (step: Step) => void
  readonly pause: (ms: number) => Promise<void>
  readonly tell: (problem: LogProblem) => void
  readonly isStopped: () => boolean
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

async function lead(term: Term, client: PoolClient): Promise<void> {
  const { ctx, after } = term
  const files = ctx.blobs.named
  const db = senderOn(client)
  const keys = await keysFor(ctx)
  const examined = await examineLog({ db, files, keys })
  if (!examined.ok) return term.tell(examined.problem)
  if (!keys.signing) return term.tell(NO_KEY)
  const { head, publishedSize } = examined
  await publishKeys(files, keys)
  if (head && publishedSize < head.size) await publish(files, head)
  const edge = await TreeEdge.load(head?.size ?? 0, tileReader(files))
  const key: SigningKey = keys.signing
  const step = (cursor: Cursor) => integrate({ db, files, key, edge, now: ctx.clock.now, after }, cursor)
  ctx.log.info({ size: edge.size, log: key.vkey.name }, 'the record log is being signed here')
  await follow(term, step, examined.cursor)
}

async function follow(term: Term, step: (cursor: Cursor) => Promise<Integrated>, start: Cursor): Promise<void> {
  let cursor = start
  while (!term.isStopped()) {
    const begun = performance.now()
    const done = await step(cursor)
    cursor = done.cursor
    // A full batch means that more is waiting.
    if (done.count < BATCH) await term.pause(Math.max(10, term.pollMs - (performance.now() - begun)))
  }
}

/** A key is made only where nothing was signed yet, or where the old one was put aside on purpose. */
async function keysFor({ db, config, blobs }: SequencerContext): Promise<LogKeys> {
  const keys = readLogKeys(config)
  if (keys.signing) return keys
  const { rows } = await db.query<{ isNew: boolean }>({
    text: 'SELECT NOT EXISTS (SELECT FROM app.log_checkpoints) AS "isNew"',
  })
  const isNew = rows[0]?.isNew === true && (await blobs.named.read(VKEY)) === undefined
  return isNew || keys.vkeys.length > 0 ? makeLogKey(config) : keys
}

async function publishKeys(files: NamedFiles, { vkeys }: LogKeys): Promise<void> {
  const bytes = Buffer.from(vkeys.map((vkey) => `${formatVkey(vkey)}\n`).join(''))
  const known = await files.read(VKEY)
  if (!known || Buffer.compare(known, bytes) !== 0) await files.replace({ name: VKEY, bytes })
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
