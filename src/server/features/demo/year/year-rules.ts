import { addDays, type PlainDate } from '#domain/calendar/plain-date.ts'
import { WAYS } from '#domain/case/gates/execution.ts'
import { SUSPENSION_GROUNDS, TERMINATION_GROUNDS } from '#domain/case/halting-grounds.ts'
import type { ParameterCode } from '#domain/parameter/registry.ts'
import type { Queryable } from '#server/db/database.ts'
import { newId } from '#server/ids.ts'
import type { YearOffice } from './year-office.ts'

/** What the statute leaves to rules of the field: without one nothing is lengthened, left out or suspended. */
export const YEAR_RULES: Partial<Readonly<Record<ParameterCode, unknown>>> = {
  'decision.extension-allowed': true,
  'decision.deductible-grounds': ['听证', '检测', '检验', '检疫', '鉴定', '中止'],
  'case.suspension-grounds': [...SUSPENSION_GROUNDS],
  'case.termination-grounds': [...TERMINATION_GROUNDS],
  'execution.own-ways': [WAYS.restore],
}

const BASIS = '《青石区行政处罚程序规定》（虚构，演示用）第一条'
const DAYS_BEFORE = 370

/** The invented region has such a rule for each of its agencies, since before the year; what is set there already stays. */
export async function setYearRules(db: Queryable, offices: readonly YearOffice[], today: PlainDate): Promise<void> {
  for (const { agencyId, withRole } of offices) {
    const rows = Object.entries(YEAR_RULES).map(([code, value]) => ({ id: newId(), code, value }))
    await db.query({
      text: `INSERT INTO app.parameter_values (id, code, scope, scope_id, effective_on, value, basis, set_by)
        SELECT r.id, r.code, 'agency', $1, $2, r.value, $3, $4
        FROM jsonb_to_recordset($5) AS r (id uuid, code text, value jsonb)
        WHERE NOT EXISTS (SELECT FROM app.parameter_values p WHERE p.scope = 'agency' AND p.scope_id = $1 AND p.code = r.code)`,
      values: [agencyId, addDays(today, -DAYS_BEFORE), BASIS, withRole('agency-head')[0], JSON.stringify(rows)],
    })
  }
}
