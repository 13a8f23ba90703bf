import type { PoolClient } from 'pg'
import type { Leaf, LeafKind } from '#domain/record-log/leaf-entry.ts'
import type { Queryable, Statement } from '../db/database.ts'
import { typeParsers } from '../db/type-parsers.ts'
import { EPOCH, HORIZON } from './epoch.ts'

/** What these statements are sent on: a pool, a transaction, or the one connection that holds the lock. */
export type Sender = Pick<Queryable, 'query'>

/** A connection of the pool with the rows parsed as everywhere. */
export function senderOn(client: PoolClient): Sender {
  return {
    query: async <Row>({ name, text, values }: Statement) => {
      const named = name === undefined ? {} : { name }
      const result = await client.query({ ...named, text, values: [...(values ?? [])], types: typeParsers })
      return { rows: result.rows as Row[], rowCount: result.rowCount ?? 0 }
    },
  }
}

/** How far leaves have been numbered: transaction and id of the last one. */
export type Cursor = {
  readonly xid: string
  readonly id: number
  /** Leaves from before the operator's last decision may still be without a number. */
  readonly isBeforeHorizon: boolean
}

export const START: Cursor = { xid: '0', id: 0, isBeforeHorizon: false }

export type LeafRow = Leaf & { readonly id: number; readonly xid: string; readonly kind: LeafKind }

export type NextLeaves = { readonly leaves: readonly LeafRow[]; readonly cursor: Cursor }

/** The next leaves to number, and how far one is after them. */
export async function readNextLeaves(db: Sender, after: Cursor, limit: number): Promise<NextLeaves> {
  const earlier = after.isBeforeHorizon ? await readEarlierLeaves(db, limit) : []
  if (earlier.length > 0) return { leaves: earlier, cursor: after }
  const leaves = await readLaterLeaves(db, after, limit)
  const { xid, id } = leaves.at(-1) ?? after
  return { leaves, cursor: { xid, id, isBeforeHorizon: false } }
}

/**
 * What was committed before the operator decided how to go on: numbers of transactions may then be those of another
 * cluster, so that these leaves are taken by id.
 */
async function readEarlierLeaves(db: Sender, limit: number): Promise<readonly LeafRow[]> {
  const { rows } = await db.query<LeafRow>({
    name: 'log-earlier-leaves',
    text: `SELECT l.id, l.xid::text AS xid, l.kind, l.subject, l.salt, l.digest FROM app.leaves l
      WHERE l.id <= ${HORIZON}
        AND NOT EXISTS (SELECT FROM app.log_entries e WHERE e.leaf_id = l.id AND e.epoch = ${EPOCH})
      ORDER BY l.id LIMIT $1`,
    values: [limit],
  })
  return rows
}

/**
 * The next leaves in commit order. Below the oldest running transaction nothing can appear any more, so that the order
 * of what is read is final, whenever and by whomever it is read again.
 */
async function readLaterLeaves(db: Sender, after: Cursor, limit: number): Promise<readonly LeafRow[]> {
  const { rows } = await db.query<LeafRow>({
    name: 'log-next-leaves',
    // Qualified: a bare `xid` in ORDER BY would be the text of the output column, and sort 1000 before 999.
    text: `SELECT l.id, l.xid::text AS xid, l.kind, l.subject, l.salt, l.digest FROM app.leaves l
      WHERE (l.xid, l.id) > ($1::xid8, $2::bigint) AND l.id > ${HORIZON}
        AND l.xid < pg_snapshot_xmin(pg_current_snapshot())
      ORDER BY l.xid, l.id LIMIT $3`,
    values: [after.xid, after.id, limit],
  })
  return rows
}

export type Checkpointed = { readonly size: number; readonly root: Uint8Array; readonly note: string }
export type Head = Checkpointed & { readonly signedAt: string }

/** The newest signed head, or that of one size. */
export async function readHead(db: Sender, size?: number): Promise<Head | undefined> {
  const { rows } = await db.query<Head>({
    name: 'log-head',
    text: `SELECT size, root, note, signed_at AS "signedAt" FROM app.log_checkpoints
      WHERE epoch = ${EPOCH} AND ($1::bigint IS NULL OR size = $1) ORDER BY size DESC LIMIT 1`,
    values: [size ?? null],
  })
  return rows[0]
}

export type Numbered = { readonly leaves: readonly { readonly id: number }[]; readonly hashes: readonly Uint8Array[] }

/** Numbers the leaves and keeps the signed head in one statement; fails when another has numbered from there already. */
export async function keepBatch(db: Sender, { leaves, hashes }: Numbered, head: Head): Promise<void> {
  await db.query({
    name: 'log-keep-batch',
    text: `WITH numbered AS (
        INSERT INTO app.log_entries (epoch, index, leaf_id, entry_hash)
        SELECT ${EPOCH}, $1 + n - 1, leaf, substring($3::bytea FROM (32 * (n - 1) + 1)::int FOR 32)
        FROM unnest($2::bigint[]) WITH ORDINALITY AS u(leaf, n))
      INSERT INTO app.log_checkpoints (epoch, size, root, note, signed_at) VALUES (${EPOCH}, $4, $5, $6, $7)`,
    values: [
      head.size - leaves.length,
      leaves.map(({ id }) => id),
      Buffer.concat(hashes),
      head.size,
      head.root,
      head.note,
      head.signedAt,
    ],
  })
}

/** How the numbered leaves lie: what must hold before more are numbered. */
export type Standing = {
  /** Of the newest signed head, in the same snapshot as the counts. */
  readonly size: number
  readonly entries: number
  /** Entries with a leaf: all, but for what an old backup did not bring back. */
  readonly numbered: number
  /** Leaves up to the last numbered one, in commit order: as many as are numbered, or some were passed over. */
  readonly upTo: number
  /** Leaves of transactions that this cluster has not had yet: the rows come from a dump of another one. */
  readonly foreign: boolean
  readonly cursor: Cursor
}

type StandingRow = Omit<Standing, 'cursor'> & {
  readonly xid: string | null
  readonly id: number | null
  readonly hasHorizon: boolean
}

/** Counts over all leaves: for the start and for the operator, not for each batch. */
export async function readStanding(db: Sender): Promise<Standing> {
  const { rows } = await db.query<StandingRow>({
    text: `WITH own AS MATERIALIZED (SELECT ${EPOCH} AS epoch, ${HORIZON} AS horizon),
      counted AS (SELECT count(*) AS entries, count(e.leaf_id) AS numbered
        FROM app.log_entries e JOIN own ON e.epoch = own.epoch),
      last AS (
        SELECT l.xid, l.id FROM app.log_entries e JOIN own ON e.epoch = own.epoch JOIN app.leaves l ON l.id = e.leaf_id
        WHERE l.id > own.horizon ORDER BY e.index DESC LIMIT 1)
      SELECT (SELECT coalesce(max(c.size), 0) FROM app.log_checkpoints c JOIN own ON c.epoch = own.epoch) AS size,
        entries, numbered, own.horizon > 0 AS "hasHorizon",
        CASE WHEN EXISTS (SELECT FROM last) THEN (SELECT count(*) FROM app.leaves l, last, own
          WHERE l.id <= own.horizon OR (l.xid, l.id) <= (last.xid, last.id)) ELSE numbered END AS "upTo",
        EXISTS (SELECT FROM app.leaves l WHERE l.id > own.horizon
          AND l.xid >= pg_snapshot_xmax(pg_current_snapshot())) AS foreign,
        (SELECT xid::text FROM last) AS xid, (SELECT id FROM last) AS id
      FROM own, counted`,
  })
  const [row] = rows
  if (!row) throw new Error('an aggregate answers one row')
  const { xid, id, hasHorizon, ...standing } = row
  const cursor =
    xid === null || id === null ? { ...START, isBeforeHorizon: hasHorizon } : { xid, id, isBeforeHorizon: false }
  return { ...standing, cursor }
}

/** Leaves that no checkpoint holds yet; counted to 10,000 at most. */
export async function countWaiting(db: Sender, after: Cursor): Promise<number> {
  const { rows } = await db.query<{ count: number }>({
    text: `SELECT count(*) AS count FROM (
      SELECT FROM app.leaves l WHERE CASE WHEN l.id <= ${HORIZON}
        THEN $3 AND NOT EXISTS (SELECT FROM app.log_entries e WHERE e.leaf_id = l.id AND e.epoch = ${EPOCH})
        ELSE (l.xid, l.id) > ($1::xid8, $2::bigint) END LIMIT 10000) waiting`,
    values: [after.xid, after.id, after.isBeforeHorizon],
  })
  return rows[0]?.count ?? 0
}
