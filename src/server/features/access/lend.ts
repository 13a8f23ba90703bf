import type { AccessDetail, LoanInput, LoanReturnInput } from '#contract/access.ts'
import { refuseLoan, refuseLoanReturn } from '#domain/access-request/refuse-loan.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { notFound, type Refused, refused } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { newId } from '#server/ids.ts'
import { accessActor, accessTerms } from './access-actor.ts'
import { accessRefusal } from './access-refusal.ts'
import { seerOf } from './access-row.ts'
import { findLoan } from './loans-queries.ts'
import { detailOf } from './request-detail.ts'
import { findRequest, viewOf } from './stored-request.ts'

/** Enters into the register what leaves the house, on a grant that allows it. */
export async function lend(ctx: RequestContext, requestId: string, input: LoanInput): Promise<AccessDetail | Refused> {
  return idempotent(ctx, async (tx) => {
    const stored = await findRequest(tx, requestId, seerOf(ctx))
    if (!stored) return notFound('调阅申请')
    const terms = await accessTerms(ctx, tx)
    const refusals = refuseLoan(viewOf(stored), plainDate(input.dueOn), accessActor(ctx), terms)
    if (refusals.length > 0) return accessRefusal(refusals)
    const id = newId()
    const { carrier, title, quantity, lentTo, dueOn, conditionNote } = input
    await tx.query({
      name: 'insert-loan',
      text: `INSERT INTO app.loans (id, request_id, agency_id, carrier, title, quantity, lent_to, lent_by, lent_at, due_on, condition_note)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      values: [
        ...[id, requestId, ctx.actor.agencyId, carrier, title, quantity, lentTo],
        ...[ctx.actor.personId, terms.now, dueOn, conditionNote],
      ],
    })
    const subject = stored.caseId ? `case:${stored.caseId}` : `access:${requestId}`
    ctx.audit({ subject, detail: { access: requestId, loan: id, title, quantity, lentTo, dueOn } })
    return (await detailOf(ctx, tx, requestId)) ?? notFound('调阅申请')
  })
}

/** Takes something back after looking at it, once. */
export async function takeBack(
  ctx: RequestContext,
  loanId: string,
  input: LoanReturnInput,
): Promise<AccessDetail | Refused> {
  return idempotent(ctx, async (tx) => {
    const loan = await findLoan(tx, loanId, ctx.actor.agencyId)
    if (!loan) return notFound('借出登记')
    const { condition, note, returnedBy } = input
    const refusals = refuseLoanReturn({ isBack: loan.returnedAt !== null, condition, note }, accessActor(ctx))
    if (refusals.length > 0) return accessRefusal(refusals)
    const { rowCount } = await tx.query({
      name: 'insert-loan-return',
      text: `INSERT INTO app.loan_returns (loan_id, received_by, received_at, returned_by, condition, note)
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      values: [loanId, ctx.actor.personId, ctx.clock.now().toISOString(), returnedBy, condition, note],
    })
    if (rowCount === 0) return refused('not-offered', '这一项刚刚由别人登记了归还。')
    ctx.audit({ subject: `access:${loan.requestId}`, detail: { loan: loanId, condition, note, returnedBy } })
    return (await detailOf(ctx, tx, loan.requestId)) ?? notFound('调阅申请')
  })
}
