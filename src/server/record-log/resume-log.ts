import { randomBytes } from 'node:crypto'
import type { PoolClient } from 'pg'
import { SALT_LENGTH, saltedDigest } from '#domain/record-log/leaf-entry.ts'
import type { Context } from '../context.ts'
import type { Queryable } from '../db/database.ts'
import { newId } from '../ids.ts'
import { OperatorError } from '../operator-error.ts'
import { compareHistories, type Histories } from './compare-histories.ts'
import { type Choice, type Decision, decisionContent, decisionSubject } from './decision-content.ts'
import { sha256 } from './ed25519.ts'
import { filesOfEpoch } from './epoch.ts'
import { offersOf } from './offer-choices.ts'
import { removeBeyond } from './remove-beyond.ts'
import { LOCK } from './sequencer.ts'
import { readLogKeys, replaceLogKey } from './signing-key.ts'

export type ResumeContext = Pick<Context, 'db' | 'blobs' | 'config' | 'clock'>

export type Resume = { readonly choice: Choice; readonly reason: string; readonly decidedBy: string }

/**
 * Lets the log go on as the operator decided: entries, decision, its leaf and the audit entry in one transaction, while nobody
 * can sign. Throws an OperatorError when the choice is not open.
 */
export async function resumeLog(ctx: ResumeContext, resume: Resume): Promise<Decision> {
  return whileNobodySigns(ctx, async () => {
    const histories = await compareHistories(ctx)
    const offer = offersOf(histories).find(({ choice }) => choice === resume.choice)
    if (!offer?.isOpen) throw new OperatorError(`现在不能选择 ${resume.choice}：${offer?.sentence ?? ''}`, 1)
    const decision = await decide(ctx, histories, resume)
    if (resume.choice === 'continue') {
      await removeBeyond(filesOfEpoch(ctx.blobs.named, histories.epoch), decision.toSize)
      await write(ctx, decision, histories)
    } else {
      await write(ctx, decision, histories)
      replaceLogKey(ctx.config, decision.origin, decision.decidedAt.slice(0, 10))
    }
    return decision
  })
}

/** A new log was decided for and its key not made yet: the process ended in between. */
export async function finishNewLog(ctx: ResumeContext, origin: string): Promise<void> {
  await whileNobodySigns(ctx, async () => {
    if (readLogKeys(ctx.config).signing?.vkey.name === origin) return
    replaceLogKey(ctx.config, origin, ctx.clock.now().toISOString().slice(0, 10))
  })
}

async function decide({ db, clock, config }: ResumeContext, histories: Histories, resume: Resume): Promise<Decision> {
  const { epoch, head, published, missing, problem } = histories
  const isNew = resume.choice === 'new-log'
  const name = readLogKeys(config).vkeys[0]?.name ?? `${new URL(config.portalPublicUrl).host}/log`
  const ownSize = head?.size ?? 0
  return {
    ...resume,
    decision: newId(),
    epoch: isNew ? epoch + 1 : epoch,
    origin: isNew ? `${name.replace(/\/\d+$/, '')}/${epoch + 2}` : name,
    problem: problem?.code ?? '',
    horizon: await settledHorizon(db),
    fromSize: ownSize,
    toSize: isNew ? ownSize : Math.max(ownSize, Number(published?.size ?? 0)),
    recovered: missing.filter(({ leafId }) => leafId !== undefined).length,
    decidedAt: clock.now().toISOString(),
  }
}

const WAIT_MS = 30_000

/** The last leaf, once every transaction that may have taken an earlier id has ended. */
async function settledHorizon(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ horizon: number; xmax: string }>({
    text: `SELECT coalesce(max(id), 0) AS horizon, pg_snapshot_xmax(pg_current_snapshot())::text AS xmax FROM app.leaves`,
  })
  const { horizon = 0, xmax = '0' } = rows[0] ?? {}
  const end = performance.now() + WAIT_MS
  for (;;) {
    const ended = await db.query({
      text: 'SELECT WHERE pg_snapshot_xmin(pg_current_snapshot()) >= $1::xid8',
      values: [xmax],
    })
    if (ended.rowCount === 1) return horizon
    if (performance.now() > end)
      throw new OperatorError('有事务一直没有结束，现在不能决定；请查 pg_stat_activity，或者停下各进程再试。', 1)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function write(
  { db }: ResumeContext,
  decision: Decision,
  { missing, published, head }: Histories,
): Promise<void> {
  await db.transaction(async (tx) => {
    if (decision.choice === 'continue' && published && decision.toSize > (head?.size ?? 0)) {
      await tx.query({
        text: `INSERT INTO app.log_entries (epoch, index, leaf_id, entry_hash)
          SELECT $1, m.index, m.leaf, decode(m.hash, 'hex') FROM jsonb_to_recordset($2) AS m(index bigint, leaf bigint, hash text)`,
        values: [
          decision.epoch,
          JSON.stringify(
            missing.map(({ index, leafId, hash }) => ({
              index,
              leaf: leafId ?? null,
              hash: Buffer.from(hash).toString('hex'),
            })),
          ),
        ],
      })
      await tx.query({
        text: `INSERT INTO app.log_checkpoints (epoch, size, root, note, signed_at) VALUES ($1, $2, $3, $4, $5)`,
        values: [
          decision.epoch,
          decision.toSize,
          published.root,
          logSignatures(published.note, decision.origin),
          decision.decidedAt,
        ],
      })
    }
    await writeDecision(tx, decision, { published: published?.note, database: head?.note })
  })
}

/** As it was signed: lines of witnesses are kept apart. */
function logSignatures(note: string, origin: string): string {
  const split = note.indexOf('\n\n') + 2
  const lines = note
    .slice(split)
    .split('\n')
    .filter((line) => line.startsWith(`— ${origin} `))
  return `${note.slice(0, split)}${lines.map((line) => `${line}\n`).join('')}`
}

async function writeDecision(
  tx: Queryable,
  decision: Decision,
  notes: { published: string | undefined; database: string | undefined },
): Promise<void> {
  const salt = randomBytes(SALT_LENGTH)
  const digest = saltedDigest(sha256, salt, Buffer.from(decisionContent(decision)))
  const { choice, epoch, origin, problem, horizon, fromSize, toSize, recovered, reason, decidedBy, decidedAt } =
    decision
  await tx.query({
    text: `WITH decided AS (
        INSERT INTO app.log_decisions (id, choice, epoch, origin, problem, horizon, from_size, to_size, recovered, published_note,
          database_note, reason, decided_by, decided_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)),
      leaf AS (INSERT INTO app.leaves (kind, subject, salt, digest) VALUES ('reconciliation', $15, $16, $17))
      INSERT INTO app.audit_entries (id, at, name, subject, detail) VALUES ($18, $14, 'log-resumed', $15, $19)`,
    values: [
      ...[decision.decision, choice, epoch, origin, problem, horizon, fromSize, toSize, recovered],
      ...[notes.published ?? null, notes.database ?? null, reason, decidedBy, decidedAt],
      ...[decisionSubject(decision.decision), salt, digest, newId(), JSON.stringify(decision)],
    ],
  })
}

/** Holds the sequencer's own lock; whoever tries to sign meanwhile waits. */
async function whileNobodySigns<T>({ db }: ResumeContext, work: () => Promise<T>): Promise<T> {
  const client = await db.pool.connect()
  try {
    await takeLock(client)
    return await work()
  } finally {
    // Ending the connection is what gives the lock back for certain.
    client.release(true)
  }
}

async function takeLock(client: PoolClient): Promise<void> {
  const end = performance.now() + WAIT_MS
  for (;;) {
    const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [LOCK])
    if (rows[0]?.got) return
    if (performance.now() > end)
      throw new OperatorError('有进程正在给日志签名，不需要续签；要另作决定的，请先停下它。', 1)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
