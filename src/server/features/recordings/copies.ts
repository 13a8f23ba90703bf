import type { ViewingAnswer } from '#contract/viewings.ts'
import type { Queryable, Tx } from '#server/db/database.ts'
import type { StoredContent } from '#server/features/evidence/index.ts'
import { notFound, type Refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { newId } from '#server/ids.ts'
import { findDerivedFile } from './derivatives-queries.ts'
import { askForDerivative } from './derivatives-store.ts'
import { derivedName } from './derived-name.ts'
import type { NewViewing } from './viewings-store.ts'

/** Whether the derivative that somebody wants a copy of is there. */
export async function refuseCopy(
  ctx: RequestContext,
  db: Queryable,
  recordingId: string,
  derivative: string | undefined,
): Promise<Refused | undefined> {
  if (derivative === undefined) return undefined
  ctx.audit({ subject: `recording:${recordingId}`, detail: { derivative } })
  return (await findDerivedFile(db, derivative, recordingId)) ? undefined : notFound('副本')
}

type Wanted = {
  readonly viewing: NewViewing
  readonly recording: { readonly sha256: string }
  readonly derivative: string | undefined
}

/** The copy that leaves the house names who took it: it is made for this viewing alone. */
export async function askForCopy(
  ctx: RequestContext,
  tx: Tx,
  { viewing, recording, derivative }: Wanted,
): Promise<void> {
  const of = derivative === undefined ? undefined : await findDerivedFile(tx, derivative, viewing.recordingId)
  const { name, agencyName } = ctx.actor
  await askForDerivative(tx, {
    id: newId(ctx.clock.now().getTime()),
    original: { recording: viewing.recordingId },
    parentSha256: of?.sha256 ?? recording.sha256,
    parentId: derivative ?? null,
    recipe: {
      kind: 'watermark',
      lines: [`${name}　${agencyName}`, `${minuteInShanghai(viewing.begunAt)}　${viewing.id}`],
      viewing: viewing.id,
    },
    reason: viewing.purpose === 'download' ? '下载' : '导出',
    by: viewing.personId,
    at: viewing.begunAt,
  })
}

/** “2026-06-01 10:05”, as the office's clocks show it. */
function minuteInShanghai(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

export type Copy = {
  readonly state: 'waiting' | 'ready' | 'failed'
  readonly sentence: string | null
  readonly file: StoredContent | undefined
}

type Row = Pick<Copy, 'state' | 'sentence'> & {
  readonly sha256: string | null
  readonly size: number
  readonly mediaType: string
  readonly fileName: string
}

/** The marked copy of a viewing, as far as it has come. */
export async function findCopy(
  db: Queryable,
  { id, recordingId }: Pick<NewViewing, 'id' | 'recordingId'>,
): Promise<Copy | undefined> {
  const { rows } = await db.query<Row>({
    name: 'find-copy',
    text: `SELECT d.state, d.sentence, b.sha256, b.size, b.media_type AS "mediaType", r.file_name AS "fileName"
      FROM app.derivatives d JOIN app.recordings r ON r.id = d.recording_id LEFT JOIN app.blobs b ON b.sha256 = d.result_sha256
      WHERE d.recording_id = $2 AND d.kind = 'watermark' AND d.recipe ->> 'viewing' = $1`,
    values: [id, recordingId],
  })
  const [row] = rows
  if (!row) return undefined
  const { state, sentence, sha256, size, mediaType, fileName } = row
  const name = derivedName(fileName, 'watermark', mediaType ?? '')
  return { state, sentence, file: sha256 === null ? undefined : { sha256, size, mediaType, fileName: name } }
}

/** The same for the answer; to look makes no copy. */
export async function copyOf(db: Queryable, viewing: NewViewing): Promise<ViewingAnswer['copy']> {
  if (viewing.purpose === 'play') return null
  const copy = await findCopy(db, viewing)
  return copy ? { state: copy.state, sentence: copy.sentence } : null
}
