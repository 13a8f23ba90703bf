import type { BankLine } from '#domain/payment/bank-file.ts'
import type { LineOutcome } from '#domain/payment/line-outcome.ts'
import type { Queryable, Tx } from '#server/db/database.ts'
import { newId } from '#server/ids.ts'

/** A paper by which people pay, as far as a line of the bank may mean it. */
export type NoticePaper = {
  readonly number: string
  readonly caseId: string
  readonly caseName: string
  readonly partyId: string | null
  readonly isVoid: boolean
}
/** Papers by which somebody comes to owe money. */
export const OWING = ['payment-notice', 'penalty-decision', 'summary-decision', 'fee-notice', 'levy-decision']
/** Papers whose number people write on a transfer. */
const PAPERS = [...OWING, 'instalment-grant', 'fine-urging', 'execution-urging', 'levy-urging']

export async function findPapers(db: Queryable, agencyId: string, numbers: readonly string[]): Promise<NoticePaper[]> {
  const { rows } = await db.query<NoticePaper>({
    name: 'papers-to-pay-by',
    text: `SELECT d.number, d.case_id AS "caseId", c.name AS "caseName", d.party_id AS "partyId", d.voided_at IS NOT NULL AS "isVoid"
      FROM app.documents d JOIN app.cases c ON c.id = d.case_id
      WHERE d.agency_id = $1 AND d.number = ANY ($2) AND d.code = ANY ($3)`,
    values: [agencyId, numbers, PAPERS],
  })
  return rows
}

export type KnownLine = {
  readonly serial: string
  readonly amountFen: number
  readonly paidOn: string
  readonly fileName: string
  readonly caseId: string | null
  readonly caseName: string | null
  readonly does: 'book' | 'set-aside' | 'reversed' | null
}

/** Lines that were told before, with what has become of them. */
export async function findKnown(db: Queryable, agencyId: string, serials: readonly string[]): Promise<KnownLine[]> {
  const { rows } = await db.query<KnownLine>({
    name: 'known-payment-lines',
    text: `SELECT l.serial, l.amount_fen::float8 AS "amountFen", l.paid_on AS "paidOn", f.file_name AS "fileName", s.does,
        s.case_id AS "caseId", c.name AS "caseName"
      FROM app.payment_lines l JOIN app.payment_files f ON f.id = l.file_id
      LEFT JOIN LATERAL (SELECT * FROM app.standing_settlements t WHERE t.line_id = l.id) s ON true
      LEFT JOIN app.cases c ON c.id = s.case_id
      WHERE l.agency_id = $1 AND l.serial = ANY ($2)`,
    values: [agencyId, serials],
  })
  return rows
}

export type LineToKeep = {
  readonly id: string
  readonly told: BankLine
  readonly cameTo: LineOutcome
  readonly sentence: string
  readonly caseId: string | null
  readonly partyId: string | null
}
type Kept = { readonly agencyId: string; readonly fileId: string; readonly lines: readonly LineToKeep[] }

export async function insertLines(tx: Tx, { agencyId, fileId, lines }: Kept): Promise<void> {
  const rows = lines.map(({ id, told, cameTo, sentence, caseId, partyId }) => {
    const { line, serial, amountFen, paidOn, payer, receipt, words } = told
    return { id, line, serial, amountFen, paidOn, payer, receipt, words, cameTo, sentence, caseId, partyId }
  })
  await tx.query({
    name: 'insert-payment-lines',
    text: `INSERT INTO app.payment_lines (id, agency_id, file_id, line, serial, amount_fen, paid_on, payer, receipt, words, came_to,
        sentence, case_id, party_id)
      SELECT r.id, $1, $2, r.line, r.serial, r."amountFen", r."paidOn", r.payer, r.receipt, r.words, r."cameTo", r.sentence,
        r."caseId", r."partyId"
      FROM jsonb_to_recordset($3::jsonb) AS r (id uuid, line integer, serial text, "amountFen" bigint, "paidOn" date, payer text,
        receipt text, words text, "cameTo" text, sentence text, "caseId" uuid, "partyId" uuid)`,
    values: [agencyId, fileId, JSON.stringify(rows)],
  })
}

export type Settlement = {
  readonly lineId: string
  /** One more after each reversal. */
  readonly round: number
  readonly does: 'book' | 'set-aside'
  readonly caseId: string | null
  readonly partyId: string | null
  readonly words: string
  readonly by: string | null
  readonly at: string
}

export async function insertSettlements(tx: Tx, settlements: readonly Settlement[]): Promise<void> {
  const rows = settlements.map((item) => ({ id: newId(), ...item }))
  await tx.query({
    name: 'insert-payment-settlements',
    text: `INSERT INTO app.payment_settlements (id, line_id, round, does, case_id, party_id, words, settled_by, settled_at)
      SELECT r.id, r."lineId", r.round, r.does, r."caseId", r."partyId", r.words, r.by, r.at
      FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, "lineId" uuid, round integer, does text, "caseId" uuid, "partyId" uuid, words text, by uuid,
        at timestamptz)`,
    values: [JSON.stringify(rows)],
  })
}

/** Files of one agency come in one after the other, so that no line is booked by two of them at once. */
export async function lockPayments(tx: Tx, agencyId: string): Promise<void> {
  await tx.query({
    name: 'lock-payments',
    text: `SELECT pg_advisory_xact_lock(hashtextextended('payments:' || $1, 0))`,
    values: [agencyId],
  })
}
