import { addDays, type PlainDate } from '#domain/calendar/plain-date.ts'
import { type Licence, standingOf } from '#domain/licence/licence.ts'
import type { Queryable } from '#server/db/database.ts'

/** A licence of the year, as the register has it; its id is that of the case that granted it. */
export type YearLicence = Pick<Licence, 'id' | 'number' | 'item' | 'validUntil' | 'renewalAskedOn' | 'endedHow'>

export async function yearLicences(db: Queryable): Promise<readonly YearLicence[]> {
  const { rows } = await db.query<YearLicence>({
    name: 'year-licences',
    text: `SELECT id, number, item, valid_until AS "validUntil", renewal_asked_on AS "renewalAskedOn", ended_how AS "endedHow"
      FROM app.licences ORDER BY number`,
  })
  return rows
}

type Coming = { readonly least: number; readonly most: number }
/** Holders ask for more time neither too late nor a year ahead. */
const RENEWED: Coming = { least: 31, most: 90 }

/** Whether somebody would come with this licence on a day to have it renewed, cancelled, changed or taken back. */
export function comesUp(procedure: string, licence: YearLicence, today: PlainDate): boolean {
  const standing = standingOf(licence, today)
  const isInForce = standing === 'valid' || standing === 'ending'
  if (procedure === 'licence-renewal') return isInForce && isNearEnd(licence, today)
  if (procedure === 'licence-cancellation') return ['expired', 'withdrawn', 'revoked'].includes(standing)
  return isInForce
}

function isNearEnd({ validUntil, renewalAskedOn }: YearLicence, today: PlainDate): boolean {
  if (!validUntil || renewalAskedOn) return false
  return validUntil >= addDays(today, RENEWED.least) && validUntil <= addDays(today, RENEWED.most)
}

/** One licence in three is a short one, so that some come to their end within the year. */
export function termOf(caseId: string, today: PlainDate): PlainDate {
  return addDays(today, Number.parseInt(caseId.slice(-2), 16) % 3 === 0 ? 150 : 5 * 365)
}
