import type {
  CandidatesAnswer,
  PaymentCandidate,
  PaymentLine,
  PaymentReport,
  PaymentsAnswer,
  PaymentsQuery,
} from '#contract/payments.ts'
import { noticeNumbersIn } from '#domain/payment/notice-number.ts'
import type { Queryable } from '#server/db/database.ts'
import { notFound, type Refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { OWING } from './payment-rows.ts'

const PAGE = 20
const MOST_CANDIDATES = 5

const LINE = `SELECT l.id, l.serial, l.amount_fen::float8 AS "amountFen", l.paid_on AS "paidOn", l.payer, l.receipt, l.words,
    l.came_to AS "cameTo", l.sentence, f.file_name AS "fileName", l.case_id AS "caseId", l.party_id AS "partyId",
    coalesce(s.round + (s.does = 'reversed')::int, 1) AS round,
    CASE WHEN s.id IS NOT NULL THEN jsonb_build_object('does', s.does, 'words', s.words, 'by', p.name,
      'at', to_char(s.settled_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'caseId', s.case_id, 'caseName', c.name) END AS settled
  FROM app.payment_lines l JOIN app.payment_files f ON f.id = l.file_id
  LEFT JOIN LATERAL (SELECT * FROM app.standing_settlements t WHERE t.line_id = l.id) s ON true
  LEFT JOIN app.people p ON p.id = s.settled_by LEFT JOIN app.cases c ON c.id = s.case_id
  WHERE l.agency_id = $1`

/** With the round of settling in which it stands. */
type Row = Omit<PaymentLine, 'candidates'> & {
  readonly caseId: string | null
  readonly partyId: string | null
  readonly round: number
}

const ONLY: Readonly<Record<PaymentsQuery['tab'], string>> = {
  waiting: `(s.id IS NULL OR s.does = 'reversed')`,
  booked: `s.does = 'book'`,
  aside: `s.does = 'set-aside'`,
  files: 'false',
}

/** Lines by what has become of them, the newest first; and the files that were taken in. */
export async function listPayments(ctx: RequestContext, { tab, after }: PaymentsQuery): Promise<PaymentsAnswer> {
  const { agencyId } = ctx.actor
  const [{ rows }, counts, files] = await Promise.all([
    ctx.db.query<Row>({
      text: `${LINE} AND ${ONLY[tab]} AND ($2::uuid IS NULL OR (l.paid_on, l.id) < (
          SELECT x.paid_on, x.id FROM app.payment_lines x WHERE x.id = $2 AND x.agency_id = $1))
        ORDER BY l.paid_on DESC, l.id DESC LIMIT ${PAGE + 1}`,
      values: [agencyId, after ?? null],
    }),
    countLines(ctx.db, agencyId),
    tab === 'files' ? listFiles(ctx.db, agencyId) : [],
  ])
  const shown = rows.slice(0, PAGE)
  const found = tab === 'booked' ? [] : await candidatesOf(ctx.db, agencyId, shown)
  return {
    lines: shown.map(({ caseId: _, partyId: __, round: ___, ...line }, index) => ({
      ...line,
      candidates: found[index] ?? [],
    })),
    files,
    counts,
    next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
  }
}

async function countLines(db: Queryable, agencyId: string): Promise<PaymentsAnswer['counts']> {
  const { rows } = await db.query<PaymentsAnswer['counts']>({
    name: 'count-payment-lines',
    text: `SELECT count(*) FILTER (WHERE s.does IS NULL OR s.does = 'reversed')::int AS waiting, count(*) FILTER (WHERE s.does = 'book')::int AS booked,
        count(*) FILTER (WHERE s.does = 'set-aside')::int AS aside
      FROM app.payment_lines l LEFT JOIN LATERAL (SELECT t.does FROM app.standing_settlements t WHERE t.line_id = l.id) s ON true
      WHERE l.agency_id = $1`,
    values: [agencyId],
  })
  return rows[0] ?? { waiting: 0, booked: 0, aside: 0 }
}

async function listFiles(db: Queryable, agencyId: string): Promise<PaymentsAnswer['files']> {
  const { rows } = await db.query<PaymentsAnswer['files'][number]>({
    name: 'list-payment-files',
    text: `SELECT f.id, f.file_name AS "fileName", to_char(f.imported_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at,
        p.name AS by, (f.report->>'sumFen')::float8 AS "sumFen", jsonb_array_length(f.report->'lines') AS lines
      FROM app.payment_files f LEFT JOIN app.people p ON p.id = f.imported_by
      WHERE f.agency_id = $1 ORDER BY f.imported_at DESC, f.id DESC LIMIT 50`,
    values: [agencyId],
  })
  return rows
}

/** Line by line what became of a file, as it was told then. */
export async function readReport(ctx: RequestContext, id: string): Promise<PaymentReport | Refused> {
  const { rows } = await ctx.db.query<{ report: PaymentReport; by: string | null }>({
    name: 'read-payment-report',
    text: `SELECT f.report, p.name AS by FROM app.payment_files f LEFT JOIN app.people p ON p.id = f.imported_by
      WHERE f.id = $1 AND f.agency_id = $2`,
    values: [id, ctx.actor.agencyId],
  })
  const [row] = rows
  return row ? { ...row.report, by: row.by } : notFound('对账文件')
}

const CANDIDATE = `c.id AS "caseId", p.id AS "partyId", c.name AS "caseName", c.number AS "caseNumber", p.name AS "partyName"`

/** Cases that a line may belong to: the one whose paper it names, and open ones of a party with the payer's name. */
async function candidatesOf(
  db: Queryable,
  agencyId: string,
  lines: readonly Row[],
): Promise<readonly PaymentCandidate[][]> {
  const asked = lines.map(({ caseId, partyId, payer }, at) => ({ at, caseId, partyId, payer }))
  const { rows } = await db.query<PaymentCandidate & { at: number }>({
    name: 'candidates-for-payments',
    text: `SELECT DISTINCT a.at, ${CANDIDATE}, c.opened_on
      FROM jsonb_to_recordset($2::jsonb) AS a (at integer, "caseId" uuid, "partyId" uuid, payer text)
      JOIN app.case_parties cp ON cp.case_id = a."caseId"
        OR cp.party_id IN (SELECT x.id FROM app.parties x WHERE x.name = a.payer AND a.payer <> '')
      JOIN app.cases c ON c.id = cp.case_id AND c.agency_id = $1 AND (c.ended_on IS NULL OR c.id = a."caseId")
      JOIN app.parties p ON p.id = cp.party_id
      WHERE EXISTS (SELECT FROM app.documents d WHERE d.case_id = c.id AND d.code = ANY ($3))
      ORDER BY a.at, c.opened_on DESC`,
    values: [agencyId, JSON.stringify(asked), OWING],
  })
  return lines.map((_, at) =>
    rows
      .filter((row) => row.at === at)
      .slice(0, MOST_CANDIDATES)
      .map(plainCandidate),
  )
}

/** Cases by the number of a paper or of the case, or by the name of a party. */
export async function findCandidates(ctx: RequestContext, q: string): Promise<CandidatesAnswer> {
  const { rows } = await ctx.db.query<PaymentCandidate>({
    name: 'find-payment-candidates',
    text: `SELECT DISTINCT ${CANDIDATE}, c.opened_on FROM app.cases c JOIN app.case_parties cp ON cp.case_id = c.id
      JOIN app.parties p ON p.id = cp.party_id
      WHERE c.agency_id = $1 AND (c.number = $2 OR p.name = $2 OR c.number = ANY ($3)
        OR EXISTS (SELECT FROM app.documents d WHERE d.case_id = c.id AND d.agency_id = $1 AND d.number = ANY ($3)
          AND (d.party_id IS NULL OR d.party_id = p.id)))
        AND EXISTS (SELECT FROM app.documents d WHERE d.case_id = c.id AND d.code = ANY ($4))
      ORDER BY c.opened_on DESC LIMIT ${MOST_CANDIDATES * 2}`,
    values: [ctx.actor.agencyId, q, noticeNumbersIn(q), OWING],
  })
  return { candidates: rows.map(plainCandidate) }
}

function plainCandidate({ caseId, partyId, caseName, caseNumber, partyName }: PaymentCandidate): PaymentCandidate {
  return { caseId, partyId, caseName, caseNumber, partyName }
}

export type OpenLine = Row

export async function findLine(db: Queryable, id: string, agencyId: string): Promise<Row | undefined> {
  const { rows } = await db.query<Row>({
    name: 'find-payment-line',
    text: `${LINE} AND l.id = $2`,
    values: [agencyId, id],
  })
  return rows[0]
}
