import type { Evidence, Exhibit } from '#domain/case/state.ts'
import type { Tx } from '#server/db/database.ts'
import { notFound, type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { derivedName } from './derived-name.ts'

/** A mark on a recording of the case, a clip or covered version of one, or a clip together with the mark it was made for. */
export type ExhibitInput = { readonly mark?: string | undefined; readonly derivative?: string | undefined }
export type TakenExhibit = Pick<Evidence, 'sha256' | 'sm3' | 'size' | 'mediaType' | 'fileName'> & {
  readonly exhibit: Exhibit
}
export type TakenCover = Pick<Evidence, 'sha256' | 'sm3' | 'size' | 'mediaType' | 'fileName'> &
  Required<Pick<Evidence, 'covers'>>

/** Turns a mark, a derivative of a recording that is bound to the case, or a covered photograph of it into what its evidence names. */
export async function takeExhibit(
  tx: Tx,
  ctx: RequestContext,
  caseId: string,
  input: ExhibitInput,
): Promise<TakenExhibit | TakenCover | Refused> {
  const { mark, derivative } = input
  const covered = mark === undefined && derivative ? await takeCovered(tx, ctx, caseId, derivative) : undefined
  return covered ?? takeOfRecording(tx, ctx, caseId, input)
}

async function takeOfRecording(
  tx: Tx,
  ctx: RequestContext,
  caseId: string,
  { mark: markId, derivative: derivativeId }: ExhibitInput,
): Promise<TakenExhibit | Refused> {
  const mark = markId === undefined ? undefined : await findMarked(tx, markId, caseId, ctx.actor.agencyId)
  const made = derivativeId === undefined ? undefined : await findMade(tx, derivativeId, caseId, ctx.actor.agencyId)
  const refusal = refuseMark(markId, mark) ?? refuseMade(derivativeId, made) ?? refuseStrange(mark, made)
  if (refusal) return refusal
  const file = made ?? mark
  if (!file) return notFound('标记或者副本')
  const { sha256, sm3, size, mediaType, recording } = file
  const fileName = made ? derivedName(made.fileName, made.kind, made.mediaType) : file.fileName
  return { sha256, sm3, size, mediaType, fileName, exhibit: { recording, ...spanOf(mark, made) } }
}

/** A covered version of a photograph of this case, once it is made; undefined where it is of no photograph. */
async function takeCovered(
  tx: Tx,
  { actor }: RequestContext,
  caseId: string,
  id: string,
): Promise<TakenCover | Refused | undefined> {
  const { rows } = await tx.query<Omit<Made, 'recording'> & { readonly evidence: string }>({
    name: 'find-covered-photograph',
    text: `SELECT d.id, u.id AS evidence, b.sha256, b.sm3, b.size, b.media_type AS "mediaType", u.file_name AS "fileName", d.kind, d.state
      FROM app.derivatives d JOIN app.uploads u ON u.id = d.upload_id JOIN app.cases c ON c.id = u.case_id
      LEFT JOIN app.blobs b ON b.sha256 = d.result_sha256
      WHERE d.id = $1 AND u.case_id = $2 AND c.agency_id = $3`,
    values: [id, caseId, actor.agencyId],
  })
  const [made] = rows
  if (!made) return undefined
  if (made.state !== 'ready') return refused('conflict', NOT_MADE)
  const { sha256, sm3, size, mediaType, fileName, kind, evidence } = made
  return {
    sha256,
    sm3,
    size,
    mediaType,
    fileName: derivedName(fileName, kind, mediaType),
    covers: { evidence, derivative: id },
  }
}

const NOT_MADE = '这个副本还没有做成，不能作为证据；请做成以后再加入。'

type File = {
  readonly id: string
  readonly recording: string
  readonly sha256: string
  readonly sm3: string
  readonly size: number
  readonly mediaType: string
  readonly fileName: string
}
type Marked = File & { readonly atMs: number; readonly untilMs: number | null; readonly isWithdrawn: boolean }
type Made = File & {
  readonly kind: 'clip' | 'redaction'
  readonly state: string
  readonly fromMs: number | null
  readonly untilMs: number | null
}

const BOUND = `r.agency_id = $3 AND EXISTS (SELECT FROM app.standing_bindings x WHERE x.recording_id = r.id AND x.case_id = $2)`

async function findMarked(tx: Tx, id: string, caseId: string, agencyId: string): Promise<Marked | undefined> {
  const { rows } = await tx.query<Marked>({
    name: 'find-marked',
    text: `SELECT m.id, r.id AS recording, b.sha256, b.sm3, b.size, b.media_type AS "mediaType", r.file_name AS "fileName",
        m.at_ms AS "atMs", m.until_ms AS "untilMs",
        EXISTS (SELECT FROM app.mark_withdrawals w WHERE w.mark_id = m.id) AS "isWithdrawn"
      FROM app.recording_marks m JOIN app.recordings r ON r.id = m.recording_id JOIN app.blobs b ON b.sha256 = r.sha256
      WHERE m.id = $1 AND ${BOUND}`,
    values: [id, caseId, agencyId],
  })
  return rows[0]
}

async function findMade(tx: Tx, id: string, caseId: string, agencyId: string): Promise<Made | undefined> {
  const { rows } = await tx.query<Made>({
    name: 'find-made',
    text: `SELECT d.id, r.id AS recording, b.sha256, b.sm3, b.size, b.media_type AS "mediaType", r.file_name AS "fileName",
        d.kind, d.state, (d.recipe ->> 'fromMs')::int AS "fromMs", (d.recipe ->> 'untilMs')::int AS "untilMs"
      FROM app.derivatives d JOIN app.recordings r ON r.id = d.recording_id LEFT JOIN app.blobs b ON b.sha256 = d.result_sha256
      WHERE d.id = $1 AND d.kind <> 'watermark' AND ${BOUND}`,
    values: [id, caseId, agencyId],
  })
  return rows[0]
}

function refuseMark(asked: string | undefined, mark: Marked | undefined): Refused | undefined {
  if (asked === undefined) return undefined
  if (!mark) return refused('not-found', '本案的音像记录上没有这个标记；音像记录要先归入本案。')
  return mark.isWithdrawn ? refused('conflict', '这个标记已经撤回，不能作为证据；请另作标记。') : undefined
}

function refuseMade(asked: string | undefined, made: Made | undefined): Refused | undefined {
  if (asked === undefined) return undefined
  if (!made) return refused('not-found', '本案的音像记录没有这个副本；音像记录要先归入本案。')
  return made.state === 'ready' ? undefined : refused('conflict', NOT_MADE)
}

function refuseStrange(mark: Marked | undefined, made: Made | undefined): Refused | undefined {
  if (!mark || !made || mark.recording === made.recording) return undefined
  return refused('invalid-input', '副本和标记应当出自同一份音像记录。')
}

/** Where in the original: what the mark says, else what was cut. */
function spanOf(mark: Marked | undefined, made: Made | undefined): Omit<Exhibit, 'recording'> {
  const fromMs = mark?.atMs ?? made?.fromMs ?? undefined
  const untilMs = mark?.untilMs ?? made?.untilMs ?? undefined
  return {
    ...(mark ? { mark: mark.id } : {}),
    ...(made ? { derivative: made.id } : {}),
    ...(fromMs === undefined ? {} : { fromMs }),
    ...(untilMs === undefined ? {} : { untilMs }),
  }
}
