import type { LicenceRow } from '#contract/licences.ts'
import { daysBetween, type PlainDate } from '#domain/calendar/plain-date.ts'
import { standingOf } from '#domain/licence/licence.ts'

export const COLUMNS = `l.id, l.number, l.item, l.holder, l.conditions, l.granted_on::text AS "grantedOn",
  l.valid_until::text AS "validUntil", l.supervisor, l.renewal_asked_on::text AS "renewalAskedOn",
  l.ended_how AS "endedHow", l.ended_on::text AS "endedOn"`

export type LicenceColumns = Omit<LicenceRow, 'standing' | 'daysLeft' | 'validUntil' | 'renewalAskedOn'> & {
  readonly validUntil: PlainDate | null
  readonly renewalAskedOn: PlainDate | null
}

/** A row as it stands today. */
export function licenceRow(row: LicenceColumns, today: PlainDate, nearDays?: number): LicenceRow {
  const daysLeft = row.validUntil === null ? null : daysBetween(today, row.validUntil)
  return { ...row, standing: standingOf(row, today, nearDays), daysLeft }
}

/** The rule of `standingOf` once more, so that a register of any size can be filtered; $2 is today, $3 the days that are near. */
export const STANDING = `CASE WHEN l.ended_how IS NOT NULL THEN l.ended_how WHEN l.valid_until IS NULL THEN 'valid'
  WHEN $2::date > l.valid_until THEN CASE WHEN l.renewal_asked_on IS NULL THEN 'expired' ELSE 'deemed-renewed' END
  WHEN $2::date + $3::int >= l.valid_until THEN 'ending' ELSE 'valid' END`
