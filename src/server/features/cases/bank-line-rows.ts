import { findPayment } from '#domain/case/standing-payments.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { RowsPart } from './case-rows.ts'
import type { CaseWrite } from './write-case.ts'

/**
 * What the bank told and the case has taken back waits on the list of lines again. A line and its entry are told apart by case, party,
 * day, amount and number; the number stands once in the account, so there is one such line.
 */
export const BANK_LINE_PARTS: readonly RowsPart[] = [
  {
    name: 'relisted',
    isNeeded: (write) => takenBack(write).length > 0,
    sql: (
      first,
    ) => `INSERT INTO app.payment_settlements (id, line_id, round, does, case_id, party_id, words, settled_by, settled_at)
      SELECT r.id, s.line_id, s.round, 'reversed', $1, s.party_id, r.reason, r.by, $2
      FROM jsonb_to_recordset($${first}) AS r(id uuid, party uuid, fen bigint, "paidOn" date, reference text, reason text, by uuid)
      JOIN app.payment_settlements s ON s.case_id = $1 AND s.party_id = r.party AND s.does = 'book'
      JOIN app.payment_lines l ON l.id = s.line_id AND l.agency_id = $3 AND l.amount_fen = r.fen AND l.paid_on = r."paidOn"
        AND coalesce(nullif(l.receipt, ''), l.serial) = r.reference
      WHERE NOT EXISTS (SELECT FROM app.payment_settlements x WHERE x.line_id = s.line_id AND x.round = s.round AND x.does = 'reversed')`,
    values: (write) => [JSON.stringify(takenBack(write))],
  },
]

function takenBack({ state, events }: CaseWrite) {
  return events.flatMap((event) => {
    if (event.type !== 'payment-booked' || !isOfBank(state, event.reverses)) return []
    const { id, party, amountFen, paidOn, reference, reason, by } = event
    return [{ id, party, fen: -amountFen, paidOn, reference, reason, by }]
  })
}

function isOfBank(state: CaseState, entry: string | undefined): boolean {
  return entry !== undefined && findPayment(state, entry)?.from === 'bank'
}
