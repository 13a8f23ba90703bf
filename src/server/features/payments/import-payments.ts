import type { BankFileInput, PaymentReport } from '#contract/payments.ts'
import type { Context } from '#server/context.ts'
import { standingLaw } from '#server/features/cases/index.ts'
import { type Refused, refused } from '#server/http/errors.ts'
import { auditStatement, idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { newId } from '#server/ids.ts'
import { type GivenFile, importFile } from './import-file.ts'

/** A person hands in the file of a bank. */
export async function importPayments(ctx: RequestContext, input: BankFileInput): Promise<PaymentReport | Refused> {
  const { agencyId, personId: by } = ctx.actor
  const law = await standingLaw(ctx, agencyId)
  const { fileName, columns } = input
  const given = { fileName, columns, bytes: Buffer.from(input.content, 'base64') }
  return idempotent(ctx, async (tx) => {
    const booker = { agencyId, by, address: ctx.address, clock: ctx.clock, law }
    const report = await importFile(tx, booker, given)
    if ('sentence' in report) return refuseFile(report.sentence)
    ctx.audit({ subject: `payment-file:${report.id}`, detail: briefOf(report) })
    return { ...report, by: ctx.actor.name }
  })
}

const refuseFile = (sentence: string): Refused =>
  refused('invalid-input', undefined, { errors: [{ pointer: '/content', sentence }] })

/** The same by a command, with nobody as its author; a sentence where the file cannot be read. */
export async function importPaymentsFor(
  ctx: Context,
  agencyId: string,
  given: GivenFile,
): Promise<PaymentReport | { readonly sentence: string }> {
  const law = await standingLaw(ctx, agencyId)
  return ctx.db.transaction(async (tx) => {
    const booker = { agencyId, by: null, address: null, clock: ctx.clock, law }
    const report = await importFile(tx, booker, given)
    if ('sentence' in report) return report
    const audit = auditStatement({
      id: newId(),
      at: report.at,
      name: 'payment-file-import',
      actorId: null,
      agencyId,
      subject: `payment-file:${report.id}`,
      detail: JSON.stringify(briefOf(report)),
      address: null,
    })
    await tx.query(audit)
    return report
  })
}

function briefOf({ fileName, sha256, sumFen, totals }: PaymentReport) {
  return { fileName, sha256, sumFen, totals: Object.fromEntries(totals.map(({ is, lines }) => [is, lines])) }
}
