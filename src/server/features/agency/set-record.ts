import type { AgencyAnswer, AgencyRecordInput } from '#contract/agency.ts'
import { refuseRecord } from '#domain/agency/agency-record.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { Tx } from '#server/db/database.ts'
import { publishAgencies } from '#server/features/disclosure/index.ts'
import { type Refused, refused, stale } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { agencyOf } from './agency-queries.ts'
import { lockAgency } from './lock-agency.ts'

/**
 * Adds a version of what is registered of the own agency when nobody did since `ctx.ifMatch`; address and phone go to the agency
 * itself, where papers take them from, and the portal shows all of it at once.
 */
export async function setRecord(ctx: RequestContext, input: AgencyRecordInput): Promise<AgencyAnswer | Refused> {
  const { agencyId } = ctx.actor
  const today = ctx.clock.today()
  return idempotent(ctx, async (tx) => {
    await lockAgency(tx, agencyId)
    const agency = await agencyOf(tx, agencyId, today)
    if (agency.version !== ctx.ifMatch) return stale({ version: agency.version, values: agency.record })
    const days = { today, qualifiedFromOn: plainDate(agency.qualifiedFromOn) }
    const wrong = refuseRecord(plainDate(input.fromOn), days)
    if (wrong)
      return refused('invalid-input', undefined, {
        errors: [{ pointer: `/${wrong.field}`, sentence: wrong.sentence }],
      })
    const version = agency.version + 1
    await insertRecord(tx, ctx, version, input)
    await publishAgencies(tx)
    ctx.audit({ subject: `agency:${agencyId}`, detail: { version, ...input } })
    return agencyOf(tx, agencyId, today)
  })
}

async function insertRecord(tx: Tx, ctx: RequestContext, version: number, input: AgencyRecordInput): Promise<void> {
  const { fromOn, duty, legalRepresentative, funding, headcount, address, phone, complaintPhone, ground } = input
  const { agencyId, personId } = ctx.actor
  await tx.query({
    name: 'insert-agency-record',
    text: `INSERT INTO app.agency_records (agency_id, version, from_on, duty, legal_representative, funding, headcount, address, phone,
        ground, complaint_phone, set_by, set_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    values: [
      ...[agencyId, version, fromOn, duty, legalRepresentative, funding, headcount, address, phone, ground],
      ...[complaintPhone, personId, ctx.clock.now().toISOString()],
    ],
  })
  await tx.query({
    name: 'reach-agency',
    text: 'UPDATE app.agencies SET address = $2, phone = $3 WHERE id = $1',
    values: [agencyId, address, phone],
  })
}
