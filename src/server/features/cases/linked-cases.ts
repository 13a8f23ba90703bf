import type { CaseAnswer, LinkedCase } from '#contract/cases.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { getProcedure } from '#domain/procedure/procedures.ts'
import { PROCEDURES } from '#procedures/index.ts'

/** What the other case is to this one: it came from it, it comes from it, it was taken in, it has taken this one in. */
type Relation = 'origin' | 'follower' | 'joined' | 'main'

/** A row of a case that is linked to this one. */
export type LinkRow = {
  readonly id: string
  readonly name: string
  readonly number: string | null
  readonly code: string
  readonly version: string
  readonly openedOn: PlainDate
  readonly isEnded: boolean
  readonly agency: string
  readonly relation: Relation
}

/** All sides of case `$1`, the oldest first. */
export const LINKS = `coalesce((SELECT jsonb_agg(jsonb_build_object('id', l.id, 'name', l.name, 'number', l.number,
    'code', l.procedure_code, 'version', l.procedure_version, 'openedOn', l.opened_on, 'isEnded', l.ended_on IS NOT NULL,
    'agency', l.agency_id, 'relation', l.relation) ORDER BY l.opened_on, l.id)
  FROM (SELECT f.*, 'follower' AS relation FROM app.cases f WHERE f.origin_case_id = $1
    UNION ALL SELECT o.*, 'origin' FROM app.cases c JOIN app.cases o ON o.id = c.origin_case_id WHERE c.id = $1
    UNION ALL SELECT j.*, 'joined' FROM app.cases j WHERE j.merged_into = $1
    UNION ALL SELECT m.*, 'main' FROM app.cases c JOIN app.cases m ON m.id = c.merged_into WHERE c.id = $1) l), '[]')`

type Links = Pick<CaseAnswer, 'origin' | 'followers' | 'mergedInto' | 'joined'>

/** As the people of one agency may see them: of another agency's case the number, and no link that would open it. */
export function linksFor(agencyId: string, rows: readonly LinkRow[]): Links {
  const of = (relation: Relation) =>
    rows.filter((row) => row.relation === relation).map((row) => linkedOf(agencyId, row))
  const [origin = null] = of('origin')
  const [mergedInto = null] = of('main')
  return { origin, followers: of('follower'), mergedInto, joined: of('joined') }
}

function linkedOf(
  agencyId: string,
  { id, name, number, code, version, openedOn, isEnded, agency }: LinkRow,
): LinkedCase {
  const isOurs = agency === agencyId
  const procedure = getProcedure(PROCEDURES, code, version).title
  return { id, title: isOurs ? name : '其他机关的案件', number, procedure, openedOn, isEnded, isOurs }
}
