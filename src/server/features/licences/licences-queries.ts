import type { LicenceRow, LicencesAnswer, LicencesQuery } from '#contract/licences.ts'
import { daysBetween, type PlainDate } from '#domain/calendar/plain-date.ts'
import { standingOf } from '#domain/licence/licence.ts'
import type { RequestContext } from '#server/http/request-context.ts'

const MOST = 500

type Row = Omit<LicenceRow, 'standing' | 'daysLeft' | 'validUntil' | 'renewalAskedOn'> & {
  readonly validUntil: PlainDate | null
  readonly renewalAskedOn: PlainDate | null
}

/** The licences of the caller's agency, those that end soon first. */
export async function readLicences(ctx: RequestContext, query: LicencesQuery): Promise<LicencesAnswer> {
  const today = ctx.clock.today()
  const { rows } = await ctx.db.query<Row>({
    name: 'licences',
    text: `SELECT l.id, l.number, l.item, l.holder, l.conditions, l.granted_on::text AS "grantedOn",
        l.valid_until::text AS "validUntil", l.supervisor, l.renewal_asked_on::text AS "renewalAskedOn",
        l.ended_how AS "endedHow", l.ended_on::text AS "endedOn"
      FROM app.licences l
      WHERE l.agency_id = $1 AND ($2::text IS NULL OR position(lower($2) IN lower(l.number || ' ' || l.item || ' ' || l.holder)) > 0)
      ORDER BY l.ended_how NULLS FIRST, l.valid_until NULLS LAST, l.number LIMIT $3`,
    values: [ctx.actor.agencyId, query.text ?? null, MOST + 1],
  })
  const all = rows.slice(0, MOST).map((row): LicenceRow => {
    const daysLeft = row.validUntil === null ? null : daysBetween(today, row.validUntil)
    return { ...row, standing: standingOf(row, today), daysLeft }
  })
  const shown = query.standing === undefined ? all : all.filter(({ standing }) => standing === query.standing)
  return { rows: shown, isCut: rows.length > MOST }
}
