import type { PoolClient } from 'pg'
import type { Leaf, LeafKind } from '#domain/record-log/leaf-entry.ts'
import type { Queryable, Statement } from '../db/database.ts'
import { typeParsers } from '../db/type-parsers.ts'

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
export type Cursor = { readonly xid: string; readonly id: number }

export const START: Cursor = { xid: '0', id: 0 }

export type LeafRow = Leaf & { readonly id: number; readonly xid: string; readonly kind: LeafKind }

/**
 * The next leaves in commit order. Below the oldest running transaction nothing can appear any more, so that the order
 * of what is read is final, whenever and by whomever it is read again.
 */
export async function readNextLeaves(db: Sender, after: Cursor, limit: number): Promise<readonly LeafRow[]> {
  const { rows } = await db.query<LeafRow>({
    name: 'log-next-leaves',
    // Qualified: a bare `xid` in ORDER BY would be the text of the output column, and sort 1000 before 999.
    text: `SELECT l.id, l.xid::text AS xid, l.kind, l.subject, l.salt, l.digest FROM app.leaves l
      WHERE (l.xid, l.id) > ($1::xid8, $2::bigint) AND l.xid < pg_snapshot_xmin(pg_current_snapshot())
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
      WHERE $1::bigint IS NULL OR size = $1 ORDER BY size DESC LIMIT 1`,
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
        INSERT INTO app.log_entries (index, leaf_id, entry_hash)
        SELECT $1 + n - 1, leaf, substring($3::bytea FROM (32 * (n - 1) + 1)::int FOR 32)
        FROM unnest($2::bigint[]) WITH ORDINALITY AS u(leaf, n))
      INSERT INTO app.log_checkpoints (size, root, note, signed_at) VALUES ($4, $5, $6, $7)`,
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
  /** Leaves up to the last numbered one, in commit order: as many as entries, or some were passed over. */
  readonly upTo: number
  /** Leaves of transactions that this cluster has not had yet: the rows come from a dump of another one. */
  readonly foreign: boolean
  readonly cursor: Cursor
}

/** Counts over all leaves: for the start and for the operator, not for each batch. */
export async function readStanding(db: Sender): Promise<Standing> {
  const { rows } = await db.query<Omit<Standing, 'cursor'> & { xid: string | null; id: number | null }>({
    text: `WITH last AS (
        SELECT l.xid, l.id FROM app.log_entries e JOIN app.leaves l ON l.id = e.leaf_id ORDER BY e.index DESC LIMIT 1)
      SELECT (SELECT coalesce(max(size), 0) FROM app.log_checkpoints) AS size,
        (SELECT count(*) FROM app.log_entries) AS entries,
        (SELECT count(*) FROM app.leaves l, last WHERE (l.xid, l.id) <= (last.xid, last.id)) AS "upTo",
        EXISTS (SELECT FROM app.leaves WHERE xid >= pg_snapshot_xmax(pg_current_snapshot())) AS foreign,
        (SELECT xid::text FROM last) AS xid, (SELECT id FROM last) AS id`,
  })
  const [row] = rows
  if (!row) throw new Error('an aggregate answers one row')
  const cursor = row.xid === null || row.id === null ? START : { xid: row.xid, id: row.id }
  return { size: row.size, entries: row.entries, upTo: row.upTo, foreign: row.foreign, cursor }
}

/** Leaves that no checkpoint holds yet; counted to 10,000 at most. */
export async function countWaiting(db: Sender, after: Cursor): Promise<number> {
  const { rows } = await db.query<{ count: number }>({
    text: `SELECT count(*) AS count FROM (
      SELECT FROM app.leaves WHERE (xid, id) > ($1::xid8, $2::bigint) LIMIT 10000) waiting`,
    values: [after.xid, after.id],
  })
  return rows[0]?.count ?? 0
}
