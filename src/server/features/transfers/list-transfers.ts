import type { TransfersAnswer } from '#contract/transfers.ts'
import { type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { findTransfers, officeOf } from './find-transfers.ts'
import { transferRow } from './transfer-row.ts'

/** Transfers of the region: the open ones first, what is due soonest on top (移送规定第十四条). */
export async function listTransfers(ctx: RequestContext): Promise<TransfersAnswer | Refused> {
  const office = await officeOf(ctx.db, ctx.actor.agencyId)
  if (!office) return refused('forbidden', '两法衔接的联络员应当是公安机关、人民检察院或者监察机关的人员')
  const { seen, isCut } = await findTransfers(ctx, office)
  const rows = seen.map((transfer) => transferRow(transfer, ctx.clock.today()))
  const last = '9999-12-31'
  const order = rows.toSorted(
    (a, b) => Number(a.isEnded) - Number(b.isEnded) || (a.dueOn ?? last).localeCompare(b.dueOn ?? last),
  )
  return { office, rows: order, isCut }
}
