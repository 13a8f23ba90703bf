import type { ItemTimes, LicenceTimesAnswer, LicenceTimesQuery } from '#contract/licences.ts'
import type { CaseState } from '#domain/case/state.ts'
import { rootRun } from '#domain/case/state.ts'
import { type CaseTimes, timesOf } from '#domain/licence/case-times.ts'
import { loadCalendar } from '#server/features/catalogue/index.ts'
import type { RequestContext } from '#server/http/request-context.ts'

const MOST = 5000

type Decided = CaseTimes & { readonly item: string; readonly actual: number }

/** What was promised, what the law allows and what it took, for each item that was decided in a year. */
export async function readTimes(ctx: RequestContext, query: LicenceTimesQuery): Promise<LicenceTimesAnswer> {
  const year = query.year ?? Number(ctx.clock.today().slice(0, 4))
  const [calendar, { rows }] = await Promise.all([
    loadCalendar(ctx.db),
    ctx.db.query<{ state: CaseState }>({
      name: 'licence-times',
      text: `SELECT c.state FROM app.cases c
        WHERE c.agency_id = $1 AND c.procedure_code = 'licence' AND c.opened_on BETWEEN $2 AND $3
        ORDER BY c.opened_on DESC, c.id LIMIT $4`,
      values: [ctx.actor.agencyId, `${year}-01-01`, `${year}-12-31`, MOST + 1],
    }),
  ])
  const decided = rows.slice(0, MOST).flatMap(({ state }): Decided[] => {
    const times = timesOf(calendar, state)
    if (!times || times.actual === null) return []
    return [{ ...times, actual: times.actual, item: String(rootRun(state).facts.case.item) }]
  })
  return { year, items: byItem(decided), isCut: rows.length > MOST }
}

function byItem(decided: readonly Decided[]): ItemTimes[] {
  const items = [...new Set(decided.map(({ item }) => item))].toSorted((a, b) => a.localeCompare(b, 'zh'))
  return items.map((item) => {
    const own = decided.filter((one) => one.item === item)
    const promised = own.flatMap((one) => (one.promised === null ? [] : [one.promised]))
    return {
      item,
      count: own.length,
      promised: promised.length === 0 ? null : mean(promised),
      statutory: mean(own.map((one) => one.statutory)),
      actual: mean(own.map((one) => one.actual)),
      beyondPromise: own.filter((one) => one.promised !== null && one.actual > one.promised).length,
      beyondLaw: own.filter((one) => one.actual > one.statutory).length,
    }
  })
}

/** To one decimal. */
function mean(values: readonly number[]): number {
  return Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 10) / 10
}
