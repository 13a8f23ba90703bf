import type { PrintAnswer } from '#contract/prints.ts'
import { lastPrintOn, stripWidthOf } from '#domain/print/print-paper.ts'
import type { Tx } from '#server/db/database.ts'
import { type Refused, refused } from '#server/http/errors.ts'
import { auditRow, auditStatement, idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { newId } from '#server/ids.ts'
import { drawStrip, type Strip } from './draw-strip.ts'
import { type Input, type Order, orderPapers, refuseAt } from './order-papers.ts'

/** More than this is not one print: the file would be of no use to a printer. */
const MOST_SHEETS = 2000

type Job = { readonly id: string; readonly at: string; readonly input: Input; readonly strips: Strips }
type Strips = ReadonlyMap<string, Strip>

/**
 * Writes down that papers are printed, each with its file and the number of its copies, in the order given; a second print of a
 * paper says why. The file to be printed is put together when it is opened. All or nothing.
 */
export async function printPapers(ctx: RequestContext, input: Input): Promise<PrintAnswer | Refused> {
  const { papers, paper, sides } = input
  if (new Set(papers.map(({ document }) => document)).size < papers.length)
    return refused('invalid-input', '同一份文书选了两次；要几份请写在份数里。')
  if (stripWidthOf(paper) && sides === 'two')
    return refused('invalid-input', undefined, {
      errors: [{ pointer: '/sides', sentence: '窄幅纸只印一面，请选单面。' }],
    })
  const at = ctx.clock.now().toISOString()
  // Before the transaction, which locks the papers and must not wait for the typesetter.
  const job = { id: newId(), at, input, strips: await drawStrips(ctx, input, at) }
  return idempotent(ctx, async (tx) => {
    const orders = await orderPapers(ctx, tx, input)
    const sheets = orders.reduce((sum, { pages, wanted }) => sum + pages * wanted.copies, 0)
    if (sheets > MOST_SHEETS)
      return refused('invalid-input', `这一次共 ${sheets} 页，一次最多 ${MOST_SHEETS} 页；请分几次打印。`)
    await insertJob(ctx, tx, job)
    for (const order of orders) await insertPrint(tx, job, order)
    await noteEach(ctx, tx, job, orders)
    return {
      ...{ id: job.id, papers: orders.length, sheets },
      copies: orders.reduce((sum, { wanted }) => sum + wanted.copies, 0),
    }
  })
}

/** The strips of a job, none on A4. Throws RefusedError, for whoever may not print them as well. */
async function drawStrips(ctx: RequestContext, input: Input, at: string): Promise<Strips> {
  const width = stripWidthOf(input.paper)
  const strips = new Map<string, Strip>()
  if (!width) return strips
  const orders = await orderPapers(ctx, ctx.db, input)
  for (const { wanted } of orders) {
    const strip = await drawStrip(ctx, { document: wanted.document, width, at })
    if (strip) strips.set(wanted.document, strip)
  }
  refuseAt(
    orders.flatMap(({ position, paper }) =>
      strips.has(paper.id)
        ? []
        : [{ index: position - 1, sentence: `《${paper.title}》是按以前的格式排版的，没有窄幅打印件，请用 A4 打印。` }],
    ),
  )
  return strips
}

async function insertJob({ actor }: RequestContext, tx: Tx, { id, at, input }: Job): Promise<void> {
  await tx.query({
    name: 'insert-print-job',
    text: `INSERT INTO app.print_jobs (id, agency_id, printed_by, printed_at, sides, paper) VALUES ($1, $2, $3, $4, $5, $6)`,
    values: [id, actor.agencyId, actor.personId, at, input.sides, input.paper],
  })
}

async function insertPrint(tx: Tx, { id, input, strips }: Job, order: Order): Promise<void> {
  const { position, wanted, paper, pages } = order
  const strip = strips.get(paper.id)
  await tx.query({
    name: 'insert-print',
    text: `INSERT INTO app.prints (job_id, position, document_id, round, sha256, pages, copies, reason, strip_sha256, original_sha256)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      ...[id, position, paper.id, paper.rounds + 1, paper.sha256, pages, wanted.copies, reasonOf(order, input)],
      ...[strip?.sha256 ?? null, strip?.original ?? null],
    ],
  })
}

/** A first print on such paper has none, whatever was typed. */
const reasonOf = ({ paper, wanted }: Order, input: Input): string | null =>
  lastPrintOn(paper, input.paper) ? (wanted.reason ?? null) : null

/** One entry of the audit for each paper, so that each finds its own on its trail; the request's own is that of the first. */
async function noteEach(ctx: RequestContext, tx: Tx, job: Job, orders: readonly Order[]): Promise<void> {
  for (const order of orders.toReversed()) {
    ctx.audit({ subject: `document:${order.paper.id}`, detail: detailOf(job, order) })
    if (order === orders[0]) return
    const row = auditRow(ctx)
    if (row) await tx.query(auditStatement(row))
  }
}

function detailOf({ id, input, strips }: Job, order: Order) {
  const { paper, wanted } = order
  const reason = reasonOf(order, input)
  const strip = strips.get(paper.id)
  return {
    ...{ print: id, round: paper.rounds + 1, copies: wanted.copies, sha256: paper.sha256 },
    ...(strip && { paper: input.paper, strip: strip.sha256 }),
    ...(reason !== null && { reason }),
  }
}
