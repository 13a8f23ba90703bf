import type { Tx } from '#server/db/database.ts'
import { awaitRendition } from '#server/features/renditions/index.ts'
import { notFound, type Refused, refused } from '#server/http/errors.ts'
import type { Actor } from '#server/http/request-context.ts'
import { findOwnUpload, type UploadState } from './uploads-queries.ts'

export type TakenUpload = {
  readonly sha256: string
  readonly sm3: string
  readonly size: number
  readonly mediaType: string
  readonly fileName: string
}

/** Takes a finished upload of this actor into its case, once; in the transaction that appends `evidence-added`. */
export async function takeFinishedUpload(
  tx: Tx,
  uploadId: string,
  actor: Pick<Actor, 'personId'>,
  caseId: string,
): Promise<TakenUpload | Refused> {
  const upload = await findOwnUpload(tx, uploadId, actor.personId)
  if (!upload || upload.caseId !== caseId) return notFound('上传的文件')
  const { rows } = await tx.query<TakenUpload>({
    name: 'take-upload',
    text: `UPDATE app.uploads u SET state = 'taken' FROM app.blobs b
      WHERE u.id = $1 AND u.state = 'finished' AND b.sha256 = u.sha256
      RETURNING b.sha256, b.sm3, b.size, b.media_type AS "mediaType", u.file_name AS "fileName"`,
    values: [uploadId],
  })
  const [taken] = rows
  if (taken?.mediaType.startsWith('image/')) await awaitRendition(tx, taken.sha256)
  // Under a race the state just read may already be another; then it was taken meanwhile.
  return taken ?? refused('conflict', sentenceOf(upload.state === 'finished' ? 'taken' : upload.state, upload.fileName))
}

function sentenceOf(state: UploadState, fileName: string): string {
  if (state === 'taken') return `文件“${fileName}”已经加入本案，不必重复加入。`
  if (state === 'receiving' || state === 'storing') return `文件“${fileName}”还没有传完；请传完后再加入案件。`
  return `文件“${fileName}”的上传已经结束而没有存入；请重新上传。`
}
