import type { LinkedCase } from '#contract/cases.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { getProcedure } from '#domain/procedure/procedures.ts'
import { PROCEDURES } from '#procedures/index.ts'

/** A row of what a case has come from, or of what has come from it. */
export type LinkRow = {
  readonly id: string
  readonly name: string
  readonly number: string | null
  readonly code: string
  readonly version: string
  readonly openedOn: PlainDate
  readonly isEnded: boolean
  readonly agency: string
  readonly isOrigin: boolean
}

/** Both sides of case `$1`, the oldest first. */
export const LINKS = `coalesce((SELECT jsonb_agg(jsonb_build_object('id', l.id, 'name', l.name, 'number', l.number,
    'code', l.procedure_code, 'version', l.procedure_version, 'openedOn', l.opened_on, 'isEnded', l.ended_on IS NOT NULL,
    'agency', l.agency_id, 'isOrigin', l.is_origin) ORDER BY l.opened_on, l.id)
  FROM (SELECT f.*, false AS is_origin FROM app.cases f WHERE f.origin_case_id = $1
    UNION ALL SELECT o.*, true FROM app.cases c JOIN app.cases o ON o.id = c.origin_case_id WHERE c.id = $1) l), '[]')`

type Links = { readonly origin: LinkedCase | null; readonly followers: LinkedCase[] }

/** As the people of one agency may see them: of another agency's case the number, and no link that would open it. */
export function linksFor(agencyId: string, rows: readonly LinkRow[]): Links {
  const told = rows.map((row) => ({ isOrigin: row.isOrigin, linked: linkedOf(agencyId, row) }))
  return {
    origin: told.find(({ isOrigin }) => isOrigin)?.linked ?? null,
    followers: told.filter(({ isOrigin }) => !isOrigin).map(({ linked }) => linked),
  }
}

function linkedOf(
  agencyId: string,
  { id, name, number, code, version, openedOn, isEnded, agency }: LinkRow,
): LinkedCase {
  const isOurs = agency === agencyId
  const procedure = getProcedure(PROCEDURES, code, version).title
  return { id, title: isOurs ? name : '其他机关的案件', number, procedure, openedOn, isEnded, isOurs }
}
