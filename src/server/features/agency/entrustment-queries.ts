import type { Entrustment, EntrustmentsAnswer, EntrustmentText } from '#contract/entrustments.ts'
import { daysLeft, type EntrustmentState, stateOfEntrustment } from '#domain/agency/entrustment.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { parameterValueOf } from '#domain/parameter/registry.ts'
import type { Queryable } from '#server/db/database.ts'
import { loadParameterValues } from '#server/features/catalogue/index.ts'
import type { RequestContext } from '#server/http/request-context.ts'

type Row = {
  readonly id: string
  readonly texts: readonly EntrustmentText[]
  readonly ended: Entrustment['ended']
}

const TEXTS = `(SELECT json_agg(json_build_object('number', v.version, 'organisation', v.organisation, 'uscc', v.uscc,
    'representative', v.representative, 'address', v.address, 'phone', v.phone, 'basis', v.basis, 'items', v.items,
    'powers', v.powers, 'contractNumber', v.contract_number, 'signedOn', v.signed_on, 'fromOn', v.from_on, 'untilOn', v.until_on,
    'unitId', v.unit_id, 'unitName', (SELECT u.name FROM app.units u WHERE u.id = v.unit_id), 'ground', v.ground, 'by', p.name, 'at', v.set_at) ORDER BY v.version DESC)
  FROM app.entrustment_versions v LEFT JOIN app.people p ON p.id = v.set_by WHERE v.entrustment_id = e.id)`
const ENDED = `(SELECT json_build_object('on', n.ended_on, 'reason', n.reason, 'by', p.name, 'at', n.ended_at)
  FROM app.entrustment_ends n JOIN app.people p ON p.id = n.ended_by WHERE n.entrustment_id = e.id)`

/** The register of whom the own agency has entrusted. */
export async function listEntrustments(ctx: RequestContext): Promise<EntrustmentsAnswer> {
  const { db, clock, actor } = ctx
  const warnDays = await warnDaysOf(ctx, db)
  const { rows } = await db.query<Row>({
    name: 'entrustments',
    text: `SELECT e.id, ${TEXTS} AS texts, ${ENDED} AS ended FROM app.entrustments e WHERE e.agency_id = $1`,
    values: [actor.agencyId],
  })
  const today = clock.today()
  return { warnDays, rows: rows.map((row) => shown(row, today, warnDays)).toSorted(byUrgency) }
}

/** One of the own agency, as it stands today; undefined for another agency's. */
export async function findEntrustment(
  ctx: RequestContext,
  db: Queryable,
  id: string,
): Promise<Entrustment | undefined> {
  const warnDays = await warnDaysOf(ctx, db)
  const { rows } = await db.query<Row>({
    name: 'entrustment',
    text: `SELECT e.id, ${TEXTS} AS texts, ${ENDED} AS ended FROM app.entrustments e WHERE e.id = $1 AND e.agency_id = $2`,
    values: [id, ctx.actor.agencyId],
  })
  return rows[0] && shown(rows[0], ctx.clock.today(), warnDays)
}

/** The text that stands. */
export function standingText({ texts }: Pick<Entrustment, 'texts'>): EntrustmentText {
  const [text] = texts
  if (!text) throw new Error('an entrustment without a text')
  return text
}

async function warnDaysOf({ actor, clock }: RequestContext, db: Queryable): Promise<number> {
  return parameterValueOf(await loadParameterValues(db, actor.agencyId), 'entrustment.ending-notice', clock.today())
}

function shown(
  { id, texts, ended }: Row,
  today: ReturnType<RequestContext['clock']['today']>,
  warn: number,
): Entrustment {
  const { fromOn, untilOn } = standingText({ texts: [...texts] })
  const term = {
    fromOn: plainDate(fromOn),
    untilOn: plainDate(untilOn),
    endedOn: ended ? plainDate(ended.on) : null,
  }
  return {
    id,
    version: texts.length + Number(ended !== null),
    state: stateOfEntrustment(term, today, warn),
    daysLeft: ended ? 0 : daysLeft(term, today),
    texts: [...texts],
    ended,
  }
}

const ORDER: readonly EntrustmentState[] = ['ending', 'running', 'coming', 'over', 'ended']
function byUrgency(one: Entrustment, other: Entrustment): number {
  const [a, b] = [standingText(one).untilOn, standingText(other).untilOn]
  return ORDER.indexOf(one.state) - ORDER.indexOf(other.state) || a.localeCompare(b)
}
