import type { RecordAnswer } from '#domain/disclosure/public-record.ts'
import { parameterValueOf } from '#domain/parameter/registry.ts'
import type { ParameterValues } from '#domain/parameter/resolution.ts'
import type { Procedures } from '#domain/procedure/procedures.ts'
import type { Context } from '#server/context.ts'
import type { Tx } from '#server/db/database.ts'
import { loadParameterValues } from '#server/features/catalogue/index.ts'
import { noteObstacle } from './disclosures-store.ts'
import { noteStep } from './note-step.ts'
import { publishRecord } from './publish-record.ts'
import { drawRecord, lockWaiting, type StoredDisclosure } from './read-disclosure.ts'

const WAITS_FOR_PEOPLE = {
  ok: false,
  when: 'later',
  reason: '已经可以公示，等待承办人员准备、另一人确认',
  basis: '参数“公示前须由另一人预览并确认”',
} as const

/** Publishes one decision as its case stands now, or notes why not yet; false also when somebody else is at it. */
export async function publishOne(ctx: Context, procedures: Procedures, id: string): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const stored = await lockWaiting(tx, id)
    if (!stored) return false
    const parameters = await loadParameterValues(tx, stored.agencyId)
    const today = ctx.clock.today()
    const drawn = drawRecord(stored, { procedures, parameters, today })
    const isByPeople = parameterValueOf(parameters, 'disclosure.second-confirmation', today)
    return settle(tx, ctx, { stored, parameters, answer: drawn.ok && isByPeople ? WAITS_FOR_PEOPLE : drawn })
  })
}

type Judged = { readonly stored: StoredDisclosure; readonly parameters: ParameterValues; readonly answer: RecordAnswer }

async function settle(tx: Tx, ctx: Context, { stored, parameters, answer }: Judged): Promise<boolean> {
  const { id, agencyId } = stored
  if (answer.ok) {
    await publishRecord(tx, ctx, { stored, record: answer.record, parameters })
    await noteStep(tx, ctx, { name: 'disclosure-publish', id, agencyId, detail: { version: 1 } })
    return true
  }
  if (answer.when === 'never' || answer.reason !== stored.reason) await noteObstacle(tx, id, answer)
  if (answer.when === 'never')
    await noteStep(tx, ctx, { name: 'disclosure-withhold', id, agencyId, detail: { reason: answer.reason } })
  return false
}
