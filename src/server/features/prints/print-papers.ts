import type { z } from 'zod'
import type { PrintAnswer, PrintInput } from '#contract/prints.ts'
import { refusePrint } from '#domain/print/refuse-print.ts'
import type { Tx } from '#server/db/database.ts'
import { groundToWork } from '#server/features/access/index.ts'
import { notFound, type Refused, RefusedError, refused } from '#server/http/errors.ts'
import { auditRow, auditStatement, idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { newId } from '#server/ids.ts'
import { findPapers, type StoredPaper } from './prints-queries.ts'

type Input = z.output<typeof PrintInput>
type Wanted = Input['papers'][number]
type Order = {
  readonly position: number
  readonly wanted: Wanted
  readonly paper: StoredPaper & { readonly sha256: string; readonly pages: number }
}

/** More than this is not one print: the file would be of no use to a printer. */
const MOST_SHEETS = 2000

/**
 * Writes down that papers are printed, each with its file and the number of its copies, in the order given; a second print of a
 * paper says why. The file to be printed is put together when it is opened. All or nothing.
 */
export async function printPapers(ctx: RequestContext, { papers, sides }: Input): Promise<PrintAnswer | Refused> {
  if (new Set(papers.map(({ document }) => document)).size < papers.length)
    return refused('invalid-input', '同一份文书选了两次；要几份请写在份数里。')
  const id = newId()
  return idempotent(ctx, async (tx) => {
    const orders = await ordersOf(ctx, tx, papers)
    const sheets = orders.reduce((sum, { paper, wanted }) => sum + paper.pages * wanted.copies, 0)
    if (sheets > MOST_SHEETS)
      return refused('invalid-input', `这一次共 ${sheets} 页，一次最多 ${MOST_SHEETS} 页；请分几次打印。`)
    await tx.query({
      name: 'insert-print-job',
      text: 'INSERT INTO app.print_jobs (id, agency_id, printed_by, printed_at, sides) VALUES ($1, $2, $3, $4, $5)',
      values: [id, ctx.actor.agencyId, ctx.actor.personId, ctx.clock.now().toISOString(), sides],
    })
    for (const order of orders) await insertPrint(tx, id, order)
    await noteEach(ctx, tx, id, orders)
    return { id, papers: orders.length, copies: orders.reduce((sum, { wanted }) => sum + wanted.copies, 0), sheets }
  })
}

/** Throws RefusedError, with every reason why these papers cannot be printed. */
async function ordersOf(ctx: RequestContext, tx: Tx, papers: readonly Wanted[]): Promise<readonly Order[]> {
  const ids = papers.map(({ document }) => document)
  // Locked before they are read, so that two who print at once are told of each other, and nothing is voided meanwhile.
  await tx.query({
    name: 'lock-papers',
    text: 'SELECT FROM app.documents WHERE id = ANY ($1::uuid[]) AND agency_id = $2 ORDER BY id FOR NO KEY UPDATE',
    values: [ids, ctx.actor.agencyId],
  })
  const stored = await findPapers(tx, ctx.actor, ids)
  const found = papers.flatMap((wanted) => {
    const paper = stored.get(wanted.document)
    return paper ? [{ wanted, paper }] : []
  })
  if (found.length < papers.length) throw new RefusedError(notFound('文书'))
  await refuseStrangers(ctx, tx, new Set(found.map(({ paper }) => paper.caseId)))
  const errors = found.flatMap(({ wanted, paper }, index) => {
    const refusal = refusalOf(paper, wanted)
    return refusal ? [{ pointer: `/papers/${index}/${refusal.field ?? 'document'}`, sentence: refusal.sentence }] : []
  })
  if (errors.length > 0) throw new RefusedError(refused('invalid-input', undefined, { errors }))
  return found.flatMap(({ wanted, paper }, index) => orderOf(index + 1, wanted, paper) ?? [])
}

/** Nothing only where the paper has no file, which was refused before. */
function orderOf(position: number, wanted: Wanted, { sha256, pages, ...paper }: StoredPaper): Order | undefined {
  return sha256 === null || pages === null ? undefined : { position, wanted, paper: { ...paper, sha256, pages } }
}

async function refuseStrangers(ctx: RequestContext, tx: Tx, cases: ReadonlySet<string>): Promise<void> {
  for (const caseId of cases) {
    const refusal = await groundToWork(ctx, caseId, tx)
    if (refusal) throw new RefusedError(refusal)
  }
}

function refusalOf({ title, isVoid, sha256, printed }: StoredPaper, { reason }: Wanted) {
  return refusePrint({ title, isVoid, isTypeset: sha256 !== null, last: printed ?? undefined }, reason)
}

const roundOf = ({ printed }: StoredPaper): number => (printed?.times ?? 0) + 1

async function insertPrint(tx: Tx, jobId: string, { position, wanted, paper }: Order): Promise<void> {
  const round = roundOf(paper)
  await tx.query({
    name: 'insert-print',
    text: `INSERT INTO app.prints (job_id, position, document_id, round, sha256, pages, copies, reason)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [
      ...[jobId, position, paper.id, round, paper.sha256, paper.pages, wanted.copies],
      round === 1 ? null : (wanted.reason ?? null),
    ],
  })
}

/** One entry of the audit for each paper, so that each finds its own on its trail; the request's own is that of the first. */
async function noteEach(ctx: RequestContext, tx: Tx, job: string, orders: readonly Order[]): Promise<void> {
  for (const order of orders.toReversed()) {
    const { paper, wanted } = order
    const round = roundOf(paper)
    const again = round > 1 && { reason: wanted.reason }
    const detail = { print: job, round, copies: wanted.copies, sha256: paper.sha256, ...again }
    ctx.audit({ subject: `document:${paper.id}`, detail })
    if (order === orders[0]) return
    const row = auditRow(ctx)
    if (row) await tx.query(auditStatement(row))
  }
}
