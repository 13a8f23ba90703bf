import type { Json } from '#domain/record-log/canonical-json.ts'
import type { LeafKind } from '#domain/record-log/leaf-entry.ts'
import type { RecordingContent } from '#domain/record-log/recording-content.ts'
import { DECISION_PARTS, type Decision } from './decision-content.ts'
import { EPOCH } from './epoch.ts'
import type { Sender } from './log-rows.ts'
import { RECORDING_PARTS } from './recording-leaf.ts'
import { REFUSAL_PARTS, type RefusalContent } from './refusal-leaf.ts'
import { RENDITION_PARTS, type RenditionContent } from './rendition-leaf.ts'

/** All that the database says of one number of the log; null where a row is gone. */
export type ScrubRow = {
  readonly index: number
  readonly entryHash: Uint8Array
  /** Null for what an old backup did not bring back. */
  readonly leafId: number | null
} & LeafPart

export type LeafPart = {
  readonly kind: LeafKind | null
  readonly subject: string | null
  readonly salt: Uint8Array | null
  readonly digest: Uint8Array | null
  readonly body: unknown
  /** Whether the event's own columns say what its body says. */
  readonly isCoherent: boolean | null
  readonly fileSha256: string | null
} & { readonly [Part in keyof RecordingContent]: RecordingContent[Part] | null } & {
  readonly [Part in keyof Decision]: Decision[Part] | null
} & PublishedPart & {
    readonly [Part in keyof RenditionContent]: RenditionContent[Part] | null
  } & { readonly [Part in keyof RefusalContent]: RefusalContent[Part] | null }

/** Of a leaf of a publication: the version that was kept, or how it was taken down. */
export type PublishedPart = {
  readonly publicVersion: number | null
  readonly publicRecord: Json | null
  readonly takenDown: 'withdrawn' | 'expired' | null
  readonly takenReason: string | null
}

const PARTS = `l.kind, l.subject, l.salt, l.digest, v.body,
  (v.type = v.body ->> 'type' AND v.seq = (v.body ->> 'seq')::int AND v.at = (v.body ->> 'at')::timestamptz
    AND v.actor_id IS NOT DISTINCT FROM (v.body ->> 'by')::uuid) AS "isCoherent",
  f.sha256 AS "fileSha256", ${RECORDING_PARTS}, ${DECISION_PARTS},
  w.number AS "publicVersion", w.record AS "publicRecord", CASE WHEN t.state IN ('withdrawn', 'expired') THEN t.state END AS "takenDown",
  CASE WHEN t.state = 'withdrawn' THEN t.reason END AS "takenReason", ${RENDITION_PARTS}, ${REFUSAL_PARTS}`
/** The id in the subject of a leaf; null for a subject that somebody made unreadable. */
const idIn = (kind: LeafKind) =>
  `CASE WHEN l.subject ~ '^${kind}:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN substr(l.subject, ${kind.length + 2})::uuid END`
/** `disclosure:<id>:<version or state>`. */
const DISCLOSURE = `CASE WHEN l.subject ~ '^disclosure:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:'
  THEN substr(l.subject, 12, 36)::uuid END`
const JOINS = `LEFT JOIN app.events v ON l.kind = 'event' AND v.case_id = l.case_id AND v.seq = l.seq
  LEFT JOIN app.document_files f ON l.kind = 'document' AND f.document_id = ${idIn('document')}
  LEFT JOIN app.recordings r ON l.kind = 'recording' AND r.id = ${idIn('recording')}
  LEFT JOIN app.blobs b ON b.sha256 = r.sha256
  LEFT JOIN app.log_decisions d ON l.kind = 'reconciliation' AND d.id = ${idIn('reconciliation')}
  LEFT JOIN app.disclosure_versions w ON l.kind = 'disclosure' AND w.disclosure_id = ${DISCLOSURE}
    AND w.number::text = substr(l.subject, 49)
  LEFT JOIN app.disclosures t ON l.kind = 'disclosure' AND t.id = ${DISCLOSURE} AND t.state = substr(l.subject, 49)
  LEFT JOIN app.renditions n ON l.kind = 'rendition' AND n.sha256 = substr(l.subject, 11, 64)
  LEFT JOIN app.log_refusals x ON l.kind = 'refusal' AND x.id = ${idIn('refusal')}`

export async function readNumbered(
  db: Sender,
  epoch: number,
  from: number,
  below: number,
): Promise<readonly ScrubRow[]> {
  const { rows } = await db.query<ScrubRow>({
    name: 'scrub-numbered',
    text: `SELECT e.index, e.entry_hash AS "entryHash", e.leaf_id AS "leafId", ${PARTS}
      FROM app.log_entries e LEFT JOIN app.leaves l ON l.id = e.leaf_id ${JOINS}
      WHERE e.epoch = $3 AND e.index >= $1 AND e.index < $2 ORDER BY e.index`,
    values: [from, below, epoch],
  })
  return rows
}

export type WaitingRow = LeafPart & { readonly id: number }

/** Leaves without a number, by id, as many as there are. */
export async function* waitingRows(db: Sender): AsyncGenerator<WaitingRow> {
  let rows: readonly WaitingRow[]
  let last = 0
  do {
    rows = await readWaiting(db, last)
    yield* rows
    last = rows.at(-1)?.id ?? last
  } while (rows.length === PAGE)
}

const PAGE = 1000

async function readWaiting(db: Sender, afterId: number): Promise<readonly WaitingRow[]> {
  const { rows } = await db.query<WaitingRow>({
    name: 'scrub-waiting',
    text: `SELECT l.id, ${PARTS} FROM app.leaves l ${JOINS}
      WHERE l.id > $1 AND NOT EXISTS (SELECT FROM app.log_entries e WHERE e.leaf_id = l.id AND e.epoch = ${EPOCH}) ORDER BY l.id LIMIT ${PAGE}`,
    values: [afterId],
  })
  return rows
}

/** Digests of all originals of the evidence store. */
export async function* storedDigests(db: Sender): AsyncGenerator<string> {
  let rows: readonly { readonly sha256: string }[]
  let last = ''
  do {
    const page = await db.query<{ sha256: string }>({
      name: 'scrub-blobs',
      text: `SELECT sha256 FROM app.blobs WHERE sha256 > $1 ORDER BY sha256 LIMIT ${PAGE}`,
      values: [last],
    })
    rows = page.rows
    for (const { sha256 } of rows) yield sha256
    last = rows.at(-1)?.sha256 ?? last
  } while (rows.length === PAGE)
}

/** Events and sealed files that nobody made a leaf of: they did not come through the program. */
export async function readUnlogged(db: Sender): Promise<readonly { kind: LeafKind; name: string }[]> {
  const { rows } = await db.query<{ kind: LeafKind; name: string }>({
    text: `SELECT 'event' AS kind, 'event:' || v.case_id || ':' || v.seq AS name FROM app.events v
        WHERE NOT EXISTS (SELECT FROM app.leaves l WHERE l.kind = 'event' AND l.subject = 'event:' || v.case_id || ':' || v.seq)
      UNION ALL
      SELECT 'document', 'document:' || f.document_id FROM app.document_files f
        WHERE NOT EXISTS (SELECT FROM app.leaves l WHERE l.kind = 'document' AND l.subject = 'document:' || f.document_id)
      UNION ALL
      SELECT 'recording', 'recording:' || r.id FROM app.recordings r
        WHERE NOT EXISTS (SELECT FROM app.leaves l WHERE l.kind = 'recording' AND l.subject = 'recording:' || r.id)
      UNION ALL
      SELECT 'reconciliation', 'reconciliation:' || d.id FROM app.log_decisions d
        WHERE NOT EXISTS (SELECT FROM app.leaves l WHERE l.kind = 'reconciliation' AND l.subject = 'reconciliation:' || d.id)
      UNION ALL
      SELECT 'rendition', 'rendition:' || n.sha256 || ':' || n.version FROM app.renditions n
        WHERE n.version > 0
          AND NOT EXISTS (SELECT FROM app.leaves l WHERE l.kind = 'rendition' AND l.subject = 'rendition:' || n.sha256 || ':' || n.version)
      UNION ALL
      SELECT 'refusal', 'refusal:' || x.id FROM app.log_refusals x
        WHERE x.is_sealed AND NOT EXISTS (SELECT FROM app.leaves l WHERE l.kind = 'refusal' AND l.subject = 'refusal:' || x.id)
      UNION ALL
      SELECT 'disclosure', 'disclosure:' || w.disclosure_id || ':' || w.number FROM app.disclosure_versions w
        WHERE w.is_sealed AND NOT EXISTS (SELECT FROM app.leaves l
          WHERE l.kind = 'disclosure' AND l.subject = 'disclosure:' || w.disclosure_id || ':' || w.number)
      LIMIT 1000`,
  })
  return rows
}

/** Numbers of entries that a decision of the operator says are not in this database any more. */
export async function readLostRanges(db: Sender, epoch: number): Promise<readonly { from: number; to: number }[]> {
  const { rows } = await db.query<{ from: number; to: number }>({
    text: `SELECT from_size AS "from", to_size AS "to" FROM app.log_decisions WHERE choice = 'continue' AND epoch = $1`,
    values: [epoch],
  })
  return rows
}
