import { buffer } from 'node:stream/consumers'
import { type PrintPaper, stripWidthOf } from '#domain/print/print-paper.ts'
import { contentHeaders } from '#server/features/evidence/index.ts'
import { notFound, type Refused, RefusedError, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import type { StreamAnswer } from '#server/http/route.ts'
import { drawStrip } from './draw-strip.ts'
import { joinPapers } from './join-papers.ts'

type Printed = {
  readonly document: string
  readonly sha256: string
  readonly strip: string | null
  readonly copies: number
}
type Job = {
  readonly at: string
  readonly sides: 'one' | 'two'
  readonly isVoid: boolean
  readonly paper: PrintPaper
  readonly papers: readonly Printed[]
}

const OPEN_FOR_MS = 3_600_000

/** What was sent to be printed, as one PDF; for whoever printed it and for an hour, so that it is no way to print once more. */
export async function readPrintFile(ctx: RequestContext, id: string): Promise<StreamAnswer | Refused> {
  ctx.audit({ subject: `print:${id}` })
  const job = await findJob(ctx, id)
  if (!job) return notFound('打印件')
  if (job.isVoid) return refused('gate-closed', '里面有文书打印以后作废了；请回到列表，打印其余的。')
  if (ctx.clock.now().getTime() - Date.parse(job.at) > OPEN_FOR_MS)
    return refused('gate-closed', '打印件只在打印后一小时之内可以打开；需要再打印的，请在列表里写明理由补印。')
  const papers: { bytes: Uint8Array; copies: number }[] = []
  for (const printed of job.papers) papers.push({ bytes: await bytesOf(ctx, job, printed), copies: printed.copies })
  const body = await joinPapers({ papers, sides: job.sides, at: job.at })
  const headers = { ...contentHeaders('application/pdf', '打印件.pdf'), 'cache-control': 'no-store' }
  return { headers: { ...headers, 'content-length': String(body.length) }, body }
}

/** Throws RefusedError where a strip would no longer be what was written down as printed. */
async function bytesOf(ctx: RequestContext, { paper, at }: Job, printed: Printed): Promise<Uint8Array> {
  const width = stripWidthOf(paper)
  if (!width) return new Uint8Array(await buffer(ctx.blobs.openRange(printed.sha256)))
  const strip = await drawStrip(ctx, { document: printed.document, width, at })
  if (strip?.sha256 === printed.strip) return new Uint8Array(strip.pdf)
  throw new RefusedError(refused('gate-closed', '窄幅打印件和打印时的不再一样；请回到列表，写明理由再打印一次。'))
}

async function findJob(ctx: RequestContext, id: string): Promise<Job | undefined> {
  const { rows } = await ctx.db.query<Job>({
    name: 'print-job',
    text: `SELECT j.printed_at AS at, j.sides, j.paper, bool_or(d.voided_at IS NOT NULL) AS "isVoid",
        jsonb_agg(jsonb_build_object('document', p.document_id, 'sha256', p.sha256,
          'strip', p.strip_sha256, 'copies', p.copies) ORDER BY p.position) AS papers
      FROM app.print_jobs j JOIN app.prints p ON p.job_id = j.id JOIN app.documents d ON d.id = p.document_id
      WHERE j.id = $1 AND j.agency_id = $2 AND j.printed_by = $3 GROUP BY j.id`,
    values: [id, ctx.actor.agencyId, ctx.actor.personId],
  })
  return rows[0]
}
