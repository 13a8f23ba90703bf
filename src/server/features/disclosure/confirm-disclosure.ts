import type { ConfirmInput } from '#contract/disclosures.ts'
import type { PublicRecord } from '#domain/disclosure/public-record.ts'
import { WITHHOLDING_GROUNDS } from '#domain/disclosure/withholding-grounds.ts'
import { resolveParameter } from '#domain/parameter/registry.ts'
import type { ParameterValues } from '#domain/parameter/resolution.ts'
import { canonicalJson } from '#domain/record-log/canonical-json.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { dateInShanghai } from '#server/clock.ts'
import type { Queryable, Tx } from '#server/db/database.ts'
import { loadParameterValues } from '#server/features/catalogue/index.ts'
import { type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { withholdPrepared } from './disclosures-store.ts'
import { publishRecord } from './publish-record.ts'
import { type Draft, drawRecord, type StoredDisclosure } from './read-disclosure.ts'
import { takeStep } from './take-step.ts'

/** The second person: publishes exactly what was prepared, or withholds it where both find no social influence. */
export function confirmDisclosure(ctx: RequestContext, id: string, input: ConfirmInput) {
  return takeStep(ctx, { id, to: 'confirmed', from: ['prepared', 'published'] }, async (tx, stored) => {
    const { draft } = stored
    if (!draft) return refused('not-offered', '没有等待确认的更正；请先准备。')
    const parameters = await loadParameterValues(tx, stored.agencyId)
    const refusal = refuseSamePerson(ctx, stored, parameters) ?? (await refuseSecrecyCheck(tx, ctx, stored, input))
    return refusal ?? confirm(tx, ctx, { stored, draft, input, parameters })
  })
}

type Confirmable = {
  readonly stored: StoredDisclosure
  readonly draft: Draft
  readonly input: ConfirmInput
  readonly parameters: ParameterValues
}

async function confirm(tx: Tx, ctx: RequestContext, { stored, draft, input, parameters }: Confirmable) {
  const { id } = stored
  const confirmed = { by: ctx.actor.personId, secrecyBy: input.secrecyCheckedBy, secrecyOn: input.secrecyCheckedOn }
  const { influence, influenceReason = '', tier, correctionNote: note } = draft.input
  if (influence === 'no') {
    const { basis } = WITHHOLDING_GROUNDS.influence
    await withholdPrepared(tx, { id, reason: influenceReason, basis, at: ctx.clock.now().toISOString(), ...confirmed })
    return undefined
  }
  const changed = refuseChanged(ctx, stored, draft, parameters)
  if (changed) return changed
  await publishRecord(tx, ctx, { stored, record: draft.record, tier, note, confirmed, parameters })
  ctx.audit({ subject: `disclosure:${id}`, detail: { to: 'published', version: stored.recordVersion + 1 } })
  return undefined
}

function refuseSamePerson({ actor, clock }: RequestContext, stored: StoredDisclosure, parameters: ParameterValues) {
  const rule = resolveParameter(parameters, 'disclosure.second-confirmation', clock.today())
  if (!rule.value || stored.preparedBy !== actor.personId) return undefined
  return refused('gate-closed', '公示由您准备，应当由另一人预览并确认。', { basis: rule.basis })
}

const SECRECY = '《政府信息公开条例》第十七条'

/** Somebody of the agency who did not prepare it, on a day between preparation and today. */
async function refuseSecrecyCheck(
  db: Queryable,
  ctx: RequestContext,
  stored: StoredDisclosure,
  { secrecyCheckedBy, secrecyCheckedOn }: ConfirmInput,
): Promise<Refused | undefined> {
  const today = ctx.clock.today()
  const preparedOn = stored.preparedAt === null ? today : dateInShanghai(new Date(stored.preparedAt))
  if (secrecyCheckedBy === stored.preparedBy) return wrong('secrecyCheckedBy', '保密审查人不能是准备公示的人。')
  if (secrecyCheckedOn > today || secrecyCheckedOn < preparedOn)
    return wrong(
      'secrecyCheckedOn',
      `保密审查的日期应当在准备之日（${preparedOn}）以后、今天（${today}）以前，含当日。`,
    )
  const { rowCount } = await db.query({
    name: 'secrecy-checker',
    text: `SELECT FROM app.people WHERE id = $1 AND agency_id = $2 AND (left_on IS NULL OR left_on > $3)`,
    values: [secrecyCheckedBy, stored.agencyId, today],
  })
  return rowCount === 1 ? undefined : wrong('secrecyCheckedBy', '保密审查人应当是本机关的在职人员。')
}

function wrong(field: string, sentence: string): Refused {
  return refused('invalid-input', sentence, {
    basis: SECRECY,
    errors: [{ pointer: `/${field}`, sentence, basis: SECRECY }],
  })
}

/** Nobody confirms what they have not seen: the case is drawn again and has to give the same. */
function refuseChanged(
  { clock }: RequestContext,
  stored: StoredDisclosure,
  { record, input }: Draft,
  parameters: ParameterValues,
): Refused | undefined {
  const now = drawRecord(stored, { procedures: PROCEDURES, parameters, today: clock.today(), byHand: input.byHand })
  if (!now.ok) return refused('gate-closed', `${now.reason}。`, { basis: now.basis })
  if (essence(now.record) === essence(record)) return undefined
  return refused('gate-closed', '准备以后案件内容有了变化，确认的不是现在的内容；请重新准备，再预览确认。', {
    basis: '《政府信息公开条例》第六条',
  })
}

function essence({ disclosedOn: _on, ...record }: PublicRecord): string {
  return canonicalJson(JSON.parse(JSON.stringify(record)))
}
