import type { RegisterWrite } from '#domain/licence/register-writes.ts'
import type { RowsPart } from './case-rows.ts'
import type { CaseWrite } from './write-case.ts'

const granted = ({ register }: CaseWrite) => register.filter(({ does }) => does === 'grant')
const changed = ({ register }: CaseWrite) => register.filter(({ does }) => does !== 'grant')

/** Rows of the register of licences and of those who may not ask again, written with the act from which they follow. */
export const REGISTER_PARTS: readonly RowsPart[] = [
  {
    name: 'licensed',
    isNeeded: (write) => granted(write).length > 0,
    sql: (
      first,
    ) => `INSERT INTO app.licences (id, agency_id, number, item, holder, conditions, granted_on, valid_until, supervisor, changed_by, changed_at)
      SELECT $1, $3, w.number, w.item, $${first + 1}, w.conditions, w."on", w."validUntil", w.supervisor, $1, $2
      FROM jsonb_to_recordset($${first}) AS w(number text, item text, conditions text, "on" date, "validUntil" date, supervisor text)`,
    values: (write) => [JSON.stringify(granted(write).map(named)), write.projection.partyName],
  },
  {
    name: 'relicensed',
    isNeeded: (write) => changed(write).length > 0,
    sql: (first) => `UPDATE app.licences l SET
      conditions = CASE WHEN w.does = 'change' THEN w.conditions ELSE l.conditions END,
      valid_until = CASE WHEN w.does = 'renew' THEN w."validUntil" ELSE l.valid_until END,
      renewal_asked_on = CASE WHEN w.does = 'ask-renewal' THEN w."on" WHEN w.does LIKE '%renew%' THEN NULL ELSE l.renewal_asked_on END,
      ended_how = CASE WHEN w.does IN ('withdrawn', 'revoked', 'cancelled') THEN w.does ELSE l.ended_how END,
      ended_on = CASE WHEN w.does IN ('withdrawn', 'revoked', 'cancelled') THEN w."on" ELSE l.ended_on END,
      changed_by = $1, changed_at = $2
      FROM jsonb_to_recordset($${first}) AS w(does text, number text, conditions text, "on" date, "validUntil" date)
      WHERE l.agency_id = $3 AND l.number = w.number`,
    values: (write) => [JSON.stringify(changed(write))],
  },
  {
    name: 'barred',
    isNeeded: ({ bars }) => bars.length > 0,
    sql: (first) => `INSERT INTO app.licence_bars (case_id, party_id, item, until_on, basis, at)
      SELECT $1, b.party, b.item, b."untilOn", b.basis, $2
      FROM jsonb_to_recordset($${first}) AS b(party uuid, item text, "untilOn" date, basis text)`,
    values: ({ bars }) => [JSON.stringify(bars)],
  },
]

/** `on` is a word of SQL, so it is quoted there and named here. */
function named({ number, item, conditions, on, validUntil, supervisor }: RegisterWrite) {
  return { number, item, conditions, on, validUntil, supervisor }
}
