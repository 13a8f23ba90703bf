import type { ParameterCode } from '#domain/parameter/registry.ts'
import { forgetStandingLaw } from '#server/features/cases/standing-law.ts'
import { newId } from '#server/ids.ts'
import type { TestDesk } from './desk.ts'

/** A rule of the agency of somebody, in force since the beginning of the year, as its administrator enters it. */
export async function setAgencyRule(
  { context, database }: TestDesk,
  login: string,
  rule: { readonly code: ParameterCode; readonly value: unknown; readonly basis: string },
): Promise<void> {
  await database.owner.query({
    text: `INSERT INTO app.parameter_values (id, code, scope, scope_id, effective_on, value, basis, set_by)
      SELECT $1, $2, 'agency', p.agency_id::text, '2026-01-01', $3, $4, p.id
      FROM app.people p JOIN app.accounts a ON a.person_id = p.id WHERE a.login = $5`,
    values: [newId(), rule.code, JSON.stringify(rule.value), rule.basis, login],
  })
  forgetStandingLaw(context.db)
}
