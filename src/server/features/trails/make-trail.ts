import { createHash } from 'node:crypto'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { AgencyBlock } from '#domain/document/merge-data.ts'
import { canonicalJson } from '#domain/record-log/canonical-json.ts'
import { parseSubject } from '#domain/trail/refuse-trail.ts'
import { trailCsv } from '#domain/trail/trail-csv.ts'
import type { TrailEntry } from '#domain/trail/trail-entry.ts'
import { storeBytes } from '#server/blobs/store-bytes.ts'
import type { Context } from '#server/context.ts'
import { newId } from '#server/ids.ts'
import { tellLines } from './tell-lines.ts'
import { oldestLines } from './trail-lines.ts'
import { type TrailPaper, trailPdf } from './trail-pdf.ts'
import { rangeOf } from './trail-range.ts'
import { scopeOf } from './trail-scope.ts'

/** A file of more lines is asked for in parts. */
const MOST: Readonly<Record<'pdf' | 'csv', number>> = { pdf: 3000, csv: 200_000 }

export type TrailRow = {
  readonly id: string
  readonly agencyId: string
  readonly askedBy: string
  readonly askedAt: string
  readonly subject: string
  readonly title: string
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate
  readonly format: 'pdf' | 'csv'
  readonly isMade: boolean
  readonly agency: AgencyBlock
}

/** Makes a trail that was asked for, once; run again after a crash it makes the same or finds it made. */
export async function makeTrail(ctx: Context, trailId: string): Promise<void> {
  const trail = await findTrail(ctx, trailId)
  if (!trail || trail.isMade) return
  const subject = parseSubject(trail.subject)
  if (!subject) throw new Error(`a trail of ${trail.subject} was asked for`)
  const most = MOST[trail.format]
  const scope = await scopeOf(ctx.db, subject, trail.agencyId)
  const { range } = rangeOf({ from: trail.fromOn, until: trail.untilOn }, trail.untilOn)
  const lines = await oldestLines(ctx.db, { scope, range, limit: most + 1 })
  if (lines.length > most) return keep(ctx, trailId, { rowCount: lines.length, sentence: tooLong(trail.format, most) })
  const entries = await tellLines(ctx.db, lines, scope.caseId)
  const rowsSha256 = digestOf(entries)
  const made = await fileOf(ctx, { ...trail, entries, rowsSha256 })
  const digests = await storeBytes(ctx.blobs, newId(), made.bytes)
  await ctx.db.query({
    name: 'trail-blob',
    text: `INSERT INTO app.blobs (sha256, sm3, size, media_type, stored_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    values: [digests.sha256, digests.sm3, made.bytes.length, made.type, ctx.clock.now()],
  })
  const { sha256 } = digests
  await keep(ctx, trailId, { rowCount: entries.length, rowsSha256, sha256, size: made.bytes.length, pages: made.pages })
}

function tooLong(format: 'pdf' | 'csv', most: number): string {
  const other = format === 'pdf' ? '，或者改做 CSV' : ''
  return `这段时间的记录超过 ${most} 条，一份 ${format.toUpperCase()} 放不下；请把期间分成几段${other}。`
}

/** What a reader can compute again from the lines: SHA-256 over their canonical JSON, one a line. */
export function digestOf(entries: readonly TrailEntry[]): string {
  const hash = createHash('sha256')
  for (const entry of entries) hash.update(`${canonicalJson(entry)}\n`)
  return hash.digest('hex')
}

async function fileOf(ctx: Context, paper: TrailPaper & { readonly format: 'pdf' | 'csv' }) {
  if (paper.format === 'csv') return { bytes: Buffer.from(trailCsv(paper.entries)), type: 'text/csv', pages: null }
  const { pdf, pageCount } = await trailPdf(ctx, paper)
  return { bytes: pdf, type: 'application/pdf', pages: pageCount }
}

type Made = {
  readonly rowCount: number
  readonly rowsSha256?: string
  readonly sha256?: string
  readonly size?: number
  readonly pages?: number | null
  readonly sentence?: string
}

async function keep({ db, clock }: Context, trailId: string, made: Made): Promise<void> {
  await db.query({
    name: 'keep-trail-file',
    text: `INSERT INTO app.trail_files (trail_id, made_at, row_count, rows_sha256, sha256, size, pages, sentence)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    values: [
      ...[trailId, clock.now(), made.rowCount, made.rowsSha256 ?? null, made.sha256 ?? null, made.size ?? null],
      ...[made.pages ?? null, made.sentence ?? null],
    ],
  })
}

async function findTrail({ db }: Context, id: string): Promise<TrailRow | undefined> {
  const { rows } = await db.query<TrailRow>({
    name: 'find-trail',
    text: `SELECT t.id, t.agency_id AS "agencyId", p.name AS "askedBy", t.asked_at AS "askedAt", t.subject, t.title, t.from_on AS "fromOn",
        t.until_on AS "untilOn", t.format, f.trail_id IS NOT NULL AS "isMade",
        jsonb_build_object('name', a.name, 'word', a.word, 'address', a.address, 'phone', a.phone, 'uscc', a.uscc,
          'reviewBody', a.review_body, 'court', a.court) AS agency
      FROM app.trails t JOIN app.people p ON p.id = t.asked_by JOIN app.agencies a ON a.id = t.agency_id
      LEFT JOIN app.trail_files f ON f.trail_id = t.id WHERE t.id = $1`,
    values: [id],
  })
  return rows[0]
}
