import type { TrailFileRow, TrailFilesAnswer } from '#contract/trails.ts'
import type { Queryable } from '#server/db/database.ts'
import { contentHeaders } from '#server/features/evidence/index.ts'
import { notFound, type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import type { StreamAnswer } from '#server/http/route.ts'

const MOST = 50
const COLUMNS = `t.id, t.subject, t.title, t.from_on AS "fromOn", t.until_on AS "untilOn", t.format, t.asked_at AS "askedAt",
  f.made_at AS "madeAt", f.row_count AS "rowCount", f.rows_sha256 AS "rowsSha256", f.size, f.pages, f.sentence`
const TABLES = `app.trails t LEFT JOIN app.trail_files f ON f.trail_id = t.id`

/** A file that this person asked for; nobody takes another's. */
export async function findTrailFile(db: Queryable, id: string, personId: string): Promise<TrailFileRow | undefined> {
  const { rows } = await db.query<TrailFileRow>({
    name: 'find-trail-file',
    text: `SELECT ${COLUMNS} FROM ${TABLES} WHERE t.id = $1 AND t.asked_by = $2`,
    values: [id, personId],
  })
  return rows[0]
}

/** What the caller had made, the newest first, at most fifty. */
export async function listTrailFiles(ctx: RequestContext): Promise<TrailFilesAnswer> {
  const { rows } = await ctx.db.query<TrailFileRow>({
    name: 'list-trail-files',
    text: `SELECT ${COLUMNS} FROM ${TABLES} WHERE t.asked_by = $1 ORDER BY t.asked_at DESC, t.id DESC LIMIT ${MOST}`,
    values: [ctx.actor.personId],
  })
  return { rows }
}

type Stored = { readonly sha256: string | null; readonly size: number; readonly subject: string } & Pick<
  TrailFileRow,
  'title' | 'format' | 'fromOn' | 'untilOn' | 'sentence'
>

/** The file itself, once it is made. */
export async function readTrailFile(ctx: RequestContext, id: string): Promise<StreamAnswer | Refused> {
  const { rows } = await ctx.db.query<Stored>({
    name: 'read-trail-file',
    text: `SELECT f.sha256, f.size, f.sentence, t.subject, t.title, t.format, t.from_on AS "fromOn", t.until_on AS "untilOn"
      FROM ${TABLES} WHERE t.id = $1 AND t.asked_by = $2`,
    values: [id, ctx.actor.personId],
  })
  const [file] = rows
  if (!file) return notFound('操作记录文件')
  ctx.audit({
    subject: file.subject,
    detail: { trail: id, format: file.format, from: file.fromOn, until: file.untilOn },
  })
  if (file.sentence) return refused('gate-closed', file.sentence)
  if (!file.sha256) return notFound('操作记录文件（正在制作，请稍后再取）')
  const type = file.format === 'pdf' ? 'application/pdf' : 'text/csv; charset=utf-8'
  const name = `操作记录-${file.title.slice(0, 60)}-${file.fromOn}-${file.untilOn}.${file.format}`.replaceAll(
    /[/\\]/g,
    '',
  )
  const headers = { ...contentHeaders(type, name), 'content-length': String(file.size), etag: `"${file.sha256}"` }
  return { headers, body: ctx.blobs.openRange(file.sha256) }
}
