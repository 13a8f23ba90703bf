import type { ViolationDetail, ViolationSearch, ViolationSummary, ViolationsAnswer } from '#contract/catalogue.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { describeRange } from '#domain/discretion/describe-range.ts'
import type { Tier } from '#domain/discretion/tier.ts'
import type { Queryable } from '../../db/database.ts'

const SUMMARY = `id, domain, category, title, cause, basis_violated AS "basisViolated",
  basis_penalty AS "basisPenalty", kinds, range_text AS "rangeText", is_parsed AS "isParsed"`

/** Violations in which every word of the text occurs (title, cause, category or basis); the ones named so come first. */
export async function searchViolations(
  q: Queryable,
  { text, domain, limit }: ViolationSearch,
): Promise<ViolationsAnswer> {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const patterns = words.slice(0, 8).map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`)
  const { rows } = await q.query<ViolationSummary>({
    name: 'search-violations',
    text: `SELECT ${SUMMARY} FROM app.violations
      WHERE ($1::text IS NULL OR domain = $1)
        AND (title || ' ' || cause || ' ' || category || ' ' || basis_penalty || ' ' || basis_violated) ILIKE ALL ($2::text[])
      ORDER BY (title ILIKE ALL ($2::text[])) DESC, length(title), title, id LIMIT $3`,
    values: [domain ?? null, patterns, limit + 1],
  })
  return { violations: rows.slice(0, limit), isCapped: rows.length > limit }
}

type Found = Omit<ViolationDetail, 'tiers' | 'describedRange' | 'leniency'>
type Violation = Omit<ViolationDetail, 'leniency'>

/** One violation with its range and the tiers in force on a day; undefined when there is none. */
export async function getViolation(q: Queryable, id: string, on: PlainDate): Promise<Violation | undefined> {
  const { rows } = await q.query<Found>({
    name: 'get-violation',
    text: `SELECT ${SUMMARY}, range, range_problem AS "rangeProblem", criminal_risk AS "criminalRisk",
      criminal_basis AS "criminalBasis", source FROM app.violations WHERE id = $1`,
    values: [id],
  })
  const [found] = rows
  if (found === undefined) return undefined
  const describedRange = found.range === null ? null : describeRange(found.range)
  return { ...found, describedRange, tiers: await tiersOf(q, id, on) }
}

/** The tiers of the newest standard that holds on a day. */
export async function tiersOf(q: Queryable, violationId: string, on: PlainDate): Promise<Tier[]> {
  const { rows } = await q.query<Tier>({
    name: 'tiers-of-violation',
    text: `SELECT code, title, factors, range FROM app.tiers
      WHERE violation_id = $1 AND effective_on = (
        SELECT max(effective_on) FROM app.tiers WHERE violation_id = $1 AND effective_on <= $2)
      ORDER BY ordinal`,
    values: [violationId, on],
  })
  return rows
}
