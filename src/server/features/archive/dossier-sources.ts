import type {
  BoundRecording,
  DocumentFile,
  DossierSources,
  DrawnCopy,
  FileFacts,
} from '#domain/archive/dossier-item.ts'
import { type PlainDate, plainDate } from '#domain/calendar/plain-date.ts'
import type { CaseEvent } from '#domain/case/event.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { BlobStore } from '#server/blobs/blob-store.ts'
import type { Queryable } from '#server/db/database.ts'
import { sm3Of } from './document-sm3.ts'
import { pdfPages } from './volume/pdf-pages.ts'

type FileRow = { readonly id: string; readonly sha256: string; readonly size: number; readonly pages: number }
type RecordingRow = {
  readonly id: string
  readonly sha256: string
  readonly sm3: string
  readonly size: number
  readonly mediaType: string
  readonly fileName: string
  readonly medium: string
  readonly scene: string
  readonly capturedOn: PlainDate
  readonly durationMs: number | null
  readonly seq: number | null
}

type Reading = {
  readonly blobs: Pick<BlobStore, 'openRange'>
  /** Papers are kept under one digest; the other is computed where it is wanted. */
  readonly withSm3?: true
}

/** Everything that goes into the dossier of a case, with the pages of each PDF. */
export async function readSources(db: Queryable, state: CaseState, reading: Reading): Promise<DossierSources> {
  const { blobs, withSm3 } = reading
  const [events, files, recordings, copies] = await Promise.all([
    readEvents(db, state.id, state.seq),
    readDocumentFiles(db, state.id),
    readRecordings(db, state.id),
    readSignedCopies(db, state.id),
  ])
  const documentFiles = new Map<string, DocumentFile>()
  for (const { id, ...file } of files) {
    const sm3 = withSm3 ? await sm3Of(blobs, file.sha256) : ''
    documentFiles.set(id, { ...file, sm3, mediaType: 'application/pdf' })
  }
  const pages = await pdfPages(db, blobs, [...state.evidence, ...(state.attachments ?? [])].flatMap(pdfOf))
  return {
    state,
    events,
    documentFiles,
    recordings: recordings.map(recordingOf),
    signedCopies: copies.map(copyOfRow),
    pdfPages: new Map([...pages].map(([sha256, found]) => [sha256, 'pages' in found ? found.pages : 1])),
  }
}

const pdfOf = ({ mediaType, sha256, size }: Partial<FileFacts>) =>
  mediaType === 'application/pdf' && sha256 && size ? [{ sha256, size }] : []

export async function readEvents(db: Queryable, caseId: string, upTo: number): Promise<readonly CaseEvent[]> {
  const { rows } = await db.query<{ body: CaseEvent }>({
    name: 'dossier-events',
    text: 'SELECT body FROM app.events WHERE case_id = $1 AND seq <= $2 ORDER BY seq',
    values: [caseId, upTo],
  })
  return rows.map(({ body }) => body)
}

async function readDocumentFiles(db: Queryable, caseId: string): Promise<readonly FileRow[]> {
  const { rows } = await db.query<FileRow>({
    name: 'dossier-document-files',
    text: `SELECT f.document_id AS id, f.sha256, f.size, f.pages FROM app.document_files f
      JOIN app.documents d ON d.id = f.document_id WHERE d.case_id = $1`,
    values: [caseId],
  })
  return rows
}

type CopyRow = Omit<DrawnCopy, 'file'> & Omit<DrawnCopy['file'], 'mediaType'>

async function readSignedCopies(db: Queryable, caseId: string): Promise<readonly CopyRow[]> {
  const { rows } = await db.query<CopyRow>({
    name: 'dossier-signed-copies',
    text: `SELECT s.id, s.document_id AS document, s.parent_sha256 AS parent, s.recipe, s.sha256, l.sm3, s.size, s.pages
      FROM app.signed_papers s JOIN app.documents d ON d.id = s.document_id JOIN app.blobs l ON l.sha256 = s.sha256
      WHERE d.case_id = $1 ORDER BY s.made_at DESC, s.id DESC`,
    values: [caseId],
  })
  return rows
}

function copyOfRow({ id, document, parent, recipe, ...file }: CopyRow): DrawnCopy {
  return { id, document, parent, recipe, file: { ...file, mediaType: 'application/pdf' } }
}

/** A recording that shows several scenes is kept once. */
async function readRecordings(db: Queryable, caseId: string): Promise<readonly RecordingRow[]> {
  const { rows } = await db.query<RecordingRow>({
    name: 'dossier-recordings',
    text: `SELECT r.id, r.sha256, l.sm3, l.size, l.media_type AS "mediaType", r.file_name AS "fileName", r.medium,
        string_agg(DISTINCT b.scene, '、') AS scene, (r.captured_at AT TIME ZONE 'Asia/Shanghai')::date AS "capturedOn",
        (n.probe->>'durationMs')::float8 AS "durationMs",
        (SELECT min(e.seq) FROM app.events e WHERE e.case_id = $1 AND e.type = 'recording-bound'
          AND e.body->>'recording' = r.id::text) AS seq
      FROM app.standing_bindings b JOIN app.recordings r ON r.id = b.recording_id JOIN app.blobs l ON l.sha256 = r.sha256
      LEFT JOIN app.renditions n ON n.sha256 = r.sha256
      WHERE b.case_id = $1 GROUP BY r.id, l.sha256, n.sha256 ORDER BY r.captured_at, r.id`,
    values: [caseId],
  })
  return rows
}

const MEDIA: Readonly<Record<string, string>> = { photo: '照片', audio: '录音', video: '录像' }

function recordingOf(row: RecordingRow): BoundRecording {
  const { id, fileName, sha256, sm3, size, mediaType, durationMs, seq } = row
  return {
    id,
    fileName,
    title: `音像记录：${MEDIA[row.medium] ?? row.medium}（${fileName}）`,
    onDate: plainDate(row.capturedOn),
    file: { sha256, sm3, size, mediaType },
    ...(seq !== null && { seq }),
    ...(durationMs !== null && { seconds: durationMs / 1000 }),
  }
}
