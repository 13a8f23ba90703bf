import type { Derivative } from '#contract/derivatives.ts'
import type { Photograph } from '#contract/photographs.ts'
import type { Person } from '#domain/case/environment.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { Queryable } from '#server/db/database.ts'
import type { StoredContent } from '#server/features/evidence/index.ts'
import { isId } from '#server/ids.ts'
import { derivedName } from './derived-name.ts'

type CaseRow = { readonly state: CaseState; readonly viewer: Person | null }

/** A case with the person who asks, as the right to work on its pictures is judged. */
export async function findPicturedCase(
  db: Queryable,
  wanted: { readonly caseId: string; readonly personId: string; readonly today: string },
): Promise<CaseRow | undefined> {
  const { rows } = await db.query<CaseRow>({
    name: 'pictured-case',
    text: `SELECT c.state, app.person_on_the_day($2, $3) AS viewer FROM app.cases c WHERE c.id = $1`,
    values: [wanted.caseId, wanted.personId, wanted.today],
  })
  return rows[0]
}

type Row = Pick<Photograph, 'id' | 'fileName' | 'sha256' | 'preview' | 'derivatives'>

/** The photographs that were uploaded as evidence of a case, by their upload. */
export async function listPhotographs(db: Queryable, caseId: string): Promise<ReadonlyMap<string, Row>> {
  const { rows } = await db.query<Row>({
    name: 'list-photographs',
    text: `SELECT u.id, u.file_name AS "fileName", u.sha256,
        jsonb_build_object('state', coalesce(n.state, 'none'), 'sentence', n.sentence) AS preview,
        coalesce((SELECT jsonb_agg(${AS_DERIVATIVE} ORDER BY d.asked_at DESC, d.id DESC) FROM app.derivatives d
          JOIN app.people p ON p.id = d.made_by LEFT JOIN app.blobs r ON r.sha256 = d.result_sha256
          WHERE d.upload_id = u.id), '[]') AS derivatives
      FROM app.uploads u JOIN app.blobs b ON b.sha256 = u.sha256 LEFT JOIN app.renditions n ON n.sha256 = u.sha256
      WHERE u.case_id = $1 AND u.purpose = 'evidence' AND u.state = 'taken' AND b.media_type LIKE 'image/%'`,
    values: [caseId],
  })
  return new Map(rows.map((row) => [row.id, row]))
}

const AS_DERIVATIVE = `jsonb_build_object('id', d.id, 'kind', d.kind, 'of', d.parent_id, 'parentSha256', d.parent_sha256,
  'recipe', d.recipe, 'reason', d.reason, 'by', p.name,
  'askedAt', to_char(d.asked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'state', d.state, 'sentence', d.sentence,
  'sha256', r.sha256, 'sm3', r.sm3, 'size', r.size, 'mediaType', r.media_type)`

/** The picture that is shown and drawn on, turned upright and without what the camera wrote beside it. */
export async function findPreview(db: Queryable, uploadId: string): Promise<StoredContent | undefined> {
  const { rows } = await db.query<StoredContent>({
    name: 'photograph-preview',
    text: `SELECT b.sha256, b.size, b.media_type AS "mediaType", u.file_name AS "fileName" FROM app.uploads u
      JOIN app.renditions n ON n.sha256 = u.sha256 JOIN app.blobs b ON b.sha256 = n.web_sha256 WHERE u.id = $1`,
    values: [uploadId],
  })
  return rows[0]
}

/** A covered version of this photograph, once it is made. */
export async function findCovered(db: Queryable, id: string, uploadId: string): Promise<StoredContent | undefined> {
  if (!isId(id)) return undefined
  const { rows } = await db.query<StoredContent & { readonly kind: Derivative['kind'] }>({
    name: 'covered-photograph',
    text: `SELECT b.sha256, b.size, b.media_type AS "mediaType", u.file_name AS "fileName", d.kind FROM app.derivatives d
      JOIN app.uploads u ON u.id = d.upload_id JOIN app.blobs b ON b.sha256 = d.result_sha256
      WHERE d.id = $1 AND d.upload_id = $2`,
    values: [id, uploadId],
  })
  const [row] = rows
  return row && { ...row, fileName: derivedName(row.fileName, row.kind, row.mediaType) }
}
