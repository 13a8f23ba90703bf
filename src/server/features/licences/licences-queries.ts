import { LICENCE_STANDINGS, type LicencesAnswer, type LicencesQuery } from '#contract/licences.ts'
import { type LicenceStanding, NEAR_DAYS } from '#domain/licence/licence.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { COLUMNS, type LicenceColumns, licenceRow, STANDING } from './licence-columns.ts'

const MOST = 500
const WANTED = `FROM app.licences l WHERE l.agency_id = $1
  AND ($4::text IS NULL OR position(lower($4) IN lower(l.number || ' ' || l.item || ' ' || l.holder)) > 0)`

/** The licences of the caller's agency, those that end soon first, and how many there are of each standing. */
export async function readLicences(ctx: RequestContext, query: LicencesQuery): Promise<LicencesAnswer> {
  const today = ctx.clock.today()
  const near = query.within ?? NEAR_DAYS
  const values = [ctx.actor.agencyId, today, near, query.text ?? null]
  const [{ rows }, { rows: counted }] = await Promise.all([
    ctx.db.query<LicenceColumns>({
      name: 'licences',
      text: `SELECT ${COLUMNS} ${WANTED} AND ($5::text IS NULL OR ${STANDING} = $5)
        ORDER BY l.ended_how NULLS FIRST, l.valid_until NULLS LAST, l.number LIMIT $6`,
      values: [...values, query.standing ?? null, MOST + 1],
    }),
    ctx.db.query<{ standing: LicenceStanding; count: number }>({
      name: 'licence-counts',
      text: `SELECT ${STANDING} AS standing, count(*)::int AS count ${WANTED} GROUP BY 1`,
      values,
    }),
  ])
  const countOf = (standing: LicenceStanding) => counted.find((row) => row.standing === standing)?.count ?? 0
  return {
    rows: rows.slice(0, MOST).map((row) => licenceRow(row, today, near)),
    isCut: rows.length > MOST,
    counts: Object.fromEntries(LICENCE_STANDINGS.map((each) => [each, countOf(each)])) as LicencesAnswer['counts'],
  }
}
