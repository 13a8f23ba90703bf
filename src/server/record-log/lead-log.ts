import type { PoolClient } from 'pg'
import { formatPolicy } from '#domain/record-log/policy.ts'
import { formatVkey } from '#domain/record-log/vkey.ts'
import type { NamedFiles } from '../blobs/named-files.ts'
import { CheckpointPublisher } from './checkpoint-publisher.ts'
import { Cosigner } from './cosigner.ts'
import { filesOfEpoch, readEpoch } from './epoch.ts'
import { examineLog } from './examine-log.ts'
import { BATCH, type Integrated, integrate, type Step } from './integrate.ts'
import { anchorsAt } from './judge-chain.ts'
import { POLICY, tileReader, VKEY } from './log-files.ts'
import { type LogProblem, NO_KEY } from './log-problem.ts'
import { type Cursor, type Head, senderOn } from './log-rows.ts'
import type { SequencerContext } from './sequencer.ts'
import { type LogKeys, makeLogKey, readLogKeys, type SigningKey, withSm2 } from './signing-key.ts'
import { Timestamper } from './timestamper.ts'
import { TreeEdge } from './tree-edge.ts'
import { askedWitnesses, officePolicy } from './witness-policy.ts'

export type Term = {
  readonly ctx: SequencerContext
  readonly pollMs: number
  readonly besideMs: number
  readonly patienceMs: number
  readonly after: (step: Step) => void
  readonly pause: (ms: number) => Promise<void>
  readonly tell: (problem: LogProblem) => void
  readonly isStopped: () => boolean
}

/** Signs until stopped, refused or cut off from the database; the connection is the one that holds the lock. */
export async function lead(term: Term, client: PoolClient): Promise<void> {
  const { ctx, after } = term
  const db = senderOn(client)
  const files = filesOfEpoch(ctx.blobs.named, (await readEpoch(db)).epoch)
  const keys = withSm2(ctx.config, await keysFor(ctx))
  const witnesses = askedWitnesses(ctx.config)
  const examined = await examineLog({ db, files: ctx.blobs.named, keys, witnesses })
  if (!examined.ok) return term.tell(examined.problem)
  if (!keys.signing) return term.tell(NO_KEY)
  const { head, publishedSize } = examined
  await publishKeys(ctx, files, keys)
  const publisher = new CheckpointPublisher(files)
  const beside = besideOf(term, files, publisher)
  if (head && (publishedSize < head.size || witnesses.length > 0)) await beside.cosigner.show(head)
  // Witnesses may know more than a database and files that were put back together.
  if ((await beside.cosigner.round({ all: true })) === 'refused') return
  const edge = await TreeEdge.load(head?.size ?? 0, tileReader(files))
  const key: SigningKey = keys.signing
  const job = {
    db,
    files,
    key,
    second: keys.sm2,
    edge,
    now: ctx.clock.now,
    publish: (kept: Head) => publisher.show(kept),
    after,
  }
  ctx.log.info({ size: edge.size, log: key.vkey.name }, 'the record log is being signed here')
  await followBeside(term, (cursor) => integrate(job, cursor), examined.cursor, beside)
}

type Beside = { readonly cosigner: Cosigner; readonly timestamper: Timestamper | undefined }

function besideOf({ ctx, patienceMs }: Term, files: NamedFiles, publisher: CheckpointPublisher): Beside {
  const { db, config, clock, log } = ctx
  const { quorum, timestampUrl, timestampHours, timestampAnchors } = config.recordLog
  const shared = { db, files, now: clock.now, log, patienceMs }
  const cosigner = new Cosigner({ ...shared, publisher, witnesses: askedWitnesses(config), quorum })
  if (timestampUrl === undefined) return { cosigner, timestamper: undefined }
  const anchors = anchorsAt(timestampAnchors)
  return { cosigner, timestamper: new Timestamper({ ...shared, url: timestampUrl, hours: timestampHours, anchors }) }
}

/** Numbers leaves, and beside it asks the witnesses; stops when one of them knows another history. */
async function followBeside(term: Term, step: Follow, start: Cursor, beside: Beside): Promise<void> {
  let isOver = false
  const over = Promise.withResolvers<void>()
  const asking = (async () => {
    while (!isOver && !term.isStopped()) {
      await Promise.race([term.pause(term.besideMs), over.promise])
      if (!isOver && (await askBeside(term, beside)) === 'refused') isOver = true
    }
  })()
  try {
    await follow({ ...term, isStopped: () => isOver || term.isStopped() }, step, start)
  } finally {
    isOver = true
    over.resolve()
    await asking
  }
}

/** Nothing beside the numbering may stop it, but for a refusal. */
async function askBeside({ ctx }: Term, { cosigner, timestamper }: Beside): Promise<'refused' | undefined> {
  try {
    const answer = await cosigner.round()
    await timestamper?.round()
    return answer
  } catch (error) {
    ctx.log.error({ err: error }, 'witnesses and time stamps could not be asked for')
    return undefined
  }
}

type Follow = (cursor: Cursor) => Promise<Integrated>

async function follow(term: Term, step: Follow, start: Cursor): Promise<void> {
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
    text: `SELECT NOT EXISTS (SELECT FROM app.log_checkpoints) AS "isNew"`,
  })
  const isNew = rows[0]?.isNew === true && (await blobs.named.read(VKEY)) === undefined
  return isNew || keys.vkeys.length > 0 ? makeLogKey(config) : keys
}

/** Keys and policy stand beside the first log, where everybody looks, and beside the one that is written now. */
async function publishKeys({ blobs, config }: SequencerContext, files: NamedFiles, keys: LogKeys): Promise<void> {
  const vkeys = keys.vkeys.map((vkey) => `${formatVkey(vkey)}\n`).join('')
  const policy = formatPolicy(officePolicy(config, keys))
  for (const each of [blobs.named, files]) {
    await showIfOther(each, VKEY, vkeys)
    await showIfOther(each, POLICY, policy)
  }
}

async function showIfOther(files: NamedFiles, name: string, text: string): Promise<void> {
  const bytes = Buffer.from(text)
  const known = await files.read(name)
  if (!known || Buffer.compare(known, bytes) !== 0) await files.replace({ name, bytes })
}
