import type { z } from 'zod'
import type { AgenciesAnswer, PeopleQuery, Person, PersonCertificate, UnitsAnswer } from '#contract/people.ts'
import { type EntrustedBy, refuseStaff } from '#domain/agency/entrusted-staff.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { ENTRUSTED_BY } from '#server/db/entrusted-by.ts'
import type { RequestContext } from '#server/http/request-context.ts'

type PersonRow = Omit<Person, 'isOfficerToday' | 'notOfficerBecause'> & {
  /** Of each post. */
  readonly letters: readonly (readonly EntrustedBy[] | null)[]
}
type Certificate = z.infer<typeof PersonCertificate>

/** People of the caller's agency who have a post today, with what qualifies them today. */
export async function listPeople(ctx: RequestContext, query: PeopleQuery): Promise<Person[]> {
  const today = ctx.clock.today()
  const { rows } = await ctx.db.query<PersonRow>({
    name: 'list-people',
    text: `SELECT p.id, p.name, p.employment, p.has_law_licence AS "hasLawLicence",
        jsonb_agg(jsonb_build_object('role', t.role, 'unitId', u.id, 'unitName', u.name, 'isPrincipal', t.is_principal)
          ORDER BY t.role, u.name) AS posts,
        json_agg(${ENTRUSTED_BY}) AS letters,
        coalesce((SELECT jsonb_agg(jsonb_build_object('kind', c.kind, 'number', c.number, 'validFromOn', c.valid_from_on,
            'validUntilOn', c.valid_until_on, 'state', c.state) ORDER BY c.kind, c.number)
          FROM app.certificates c WHERE c.person_id = p.id), '[]') AS certificates
      FROM app.people p
      JOIN app.posts t ON t.person_id = p.id AND t.from_on <= $2 AND (t.until_on IS NULL OR t.until_on >= $2)
      JOIN app.units u ON u.id = t.unit_id
      WHERE p.agency_id = $1 AND (p.left_on IS NULL OR p.left_on > $2)
      GROUP BY p.id
      HAVING ($3::text IS NULL OR bool_or(t.role = $3)) AND ($4::uuid IS NULL OR bool_or(t.unit_id = $4))
      ORDER BY p.name, p.id`,
    values: [ctx.actor.agencyId, today, query.role ?? null, query.unitId ?? null],
  })
  return rows.map(({ letters, ...row }) => {
    const notOfficerBecause = whyNotOfficer({ ...row, letters }, today)
    return { ...row, isOfficerToday: notOfficerBecause === null, notOfficerBecause }
  })
}

/** 行政处罚法第四十二条、国办发〔2018〕118号：持有效执法证的在编人员才能执法；资格按行为当日判断。 */
function whyNotOfficer(person: PersonRow, today: PlainDate): string | null {
  if (person.employment !== 'staff') return '合同制、临时人员不能作为执法人员。'
  const outside = refuseStaff({ posts: person.letters.map((entrustedBy) => ({ entrustedBy })) }, today)
  if (outside !== undefined) return `${outside}。`
  const held = person.certificates.filter(({ kind }) => kind === 'enforcement')
  if (held.length === 0) return '没有行政执法证。'
  if (held.some((certificate) => isValidOn(certificate, today))) return null
  const last = held.at(-1)
  return last?.state === 'valid'
    ? `行政执法证有效期为 ${last.validFromOn} 至 ${last.validUntilOn}。`
    : '行政执法证已暂扣或者注销。'
}

const isValidOn = (certificate: Certificate, on: PlainDate): boolean =>
  certificate.state === 'valid' && certificate.validFromOn <= on && on <= certificate.validUntilOn

/** All agencies of the register; names and fields are public. */
export async function listAgencies(ctx: RequestContext): Promise<AgenciesAnswer> {
  const { rows } = await ctx.db.query<AgenciesAnswer['agencies'][number]>({
    text: `SELECT id, code, name, short_name AS "shortName", field, region_code AS "regionCode", id = $1 AS "isOwn"
      FROM app.agencies ORDER BY code`,
    values: [ctx.actor.agencyId],
  })
  return { agencies: rows }
}

export async function listUnits(ctx: RequestContext): Promise<UnitsAnswer> {
  const { rows } = await ctx.db.query<UnitsAnswer['units'][number]>({
    text: 'SELECT id, name, kind FROM app.units WHERE agency_id = $1 ORDER BY kind, name',
    values: [ctx.actor.agencyId],
  })
  return { units: rows }
}
