import type { Context } from '#server/context.ts'
import type { Tx } from '#server/db/database.ts'
import { auditStatement } from '#server/http/idempotency.ts'
import { newId } from '#server/ids.ts'

export type Step = {
  readonly name: 'disclosure-publish' | 'disclosure-withhold' | 'disclosure-withdraw' | 'disclosure-expire'
  readonly id: string
  readonly agencyId: string
  readonly detail: Readonly<Record<string, unknown>>
}

/** The audit entry of what a job did by rule, in the transaction of the change; there is no person behind it. */
export async function noteStep(tx: Tx, { clock }: Pick<Context, 'clock'>, step: Step): Promise<void> {
  await tx.query(
    auditStatement({
      id: newId(),
      at: clock.now().toISOString(),
      name: step.name,
      actorId: null,
      agencyId: step.agencyId,
      subject: `disclosure:${step.id}`,
      detail: JSON.stringify({ ...step.detail, by: 'rule' }),
      address: null,
    }),
  )
}
