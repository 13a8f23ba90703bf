import type { PrintablePaper, PrintTab } from '#contract/prints.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { DocumentKind } from '#domain/document/document-kind.ts'
import { findDocumentKind } from '#domain/document/registry.ts'
import { copiesOf, isSealed } from '#domain/print/copies.ts'
import type { Queryable } from '#server/db/database.ts'

/** A paper with the file that would be printed now, and whether it is void. */
export type StoredPaper = PrintablePaper & {
  readonly sha256: string | null
  readonly isVoid: boolean
  /** How often it was printed, on whatever paper. */
  readonly rounds: number
}

type Row = Omit<StoredPaper, 'title' | 'isSealed' | 'copies'> & { readonly parties: number }

/** The prints of a paper on one sort of paper, with the newest of them; null where there is none. */
const printedOn = (sort: string): string => `(SELECT jsonb_build_object(
    'times', (SELECT count(*)::int FROM app.prints a WHERE a.document_id = d.id AND a.strip_sha256 IS ${sort}),
    'copies', (SELECT sum(a.copies)::int FROM app.prints a WHERE a.document_id = d.id AND a.strip_sha256 IS ${sort}),
    'by', w.name, 'at', j.printed_at, 'isCurrent', p.sha256 = coalesce(s.sha256, f.sha256))
  FROM app.prints p JOIN app.print_jobs j ON j.id = p.job_id JOIN app.people w ON w.id = j.printed_by
  WHERE p.document_id = d.id AND p.strip_sha256 IS ${sort} ORDER BY p.round DESC LIMIT 1)`

/** $1 the agency, $2 the caller. With signatures from a screen their copy is printed, since it is the one that bears them. */
const SELECT = `SELECT d.id, c.id AS "caseId", c.name AS "caseName", c.number AS "caseNumber", d.code, d.number,
    d.data #>> '{party,name}' AS party, d.issued_on AS "issuedOn", coalesce(jsonb_array_length(d.data -> 'parties'), 1) AS parties,
    coalesce(s.pages, f.pages) AS pages, coalesce(s.sha256, f.sha256) AS sha256, s.sha256 IS NOT NULL AS "isSigned",
    d.voided_at IS NOT NULL AS "isVoid", EXISTS (SELECT FROM app.case_people h
      WHERE h.case_id = c.id AND h.person_id = $2 AND h.is_handler) AS "isMine",
    ${printedOn('NULL')} AS printed, ${printedOn('NOT NULL')} AS "printedNarrow",
    (SELECT count(*)::int FROM app.prints p WHERE p.document_id = d.id) AS rounds
  FROM app.documents d JOIN app.cases c ON c.id = d.case_id LEFT JOIN app.document_files f ON f.document_id = d.id
  LEFT JOIN LATERAL (SELECT sha256, pages FROM app.signed_papers WHERE document_id = d.id
    ORDER BY made_at DESC, id DESC LIMIT 1) s ON true
  WHERE d.agency_id = $1`

/** $3 units, $4 whether the office is for the whole agency, $5 tokens: whoever may work on the case, as `readingGround` says it. */
const OPEN_TO_CALLER = `($4::boolean OR c.unit_id = ANY ($3::uuid[]) OR c.waits_for && $5::text[]
  OR EXISTS (SELECT FROM app.case_people t WHERE t.case_id = c.id AND t.person_id = $2))`

const IS_PRINTED = 'EXISTS (SELECT FROM app.prints p WHERE p.document_id = d.id)'
/** A strip fades, so the dossier still waits for the A4. */
const IS_ON_A4 = 'EXISTS (SELECT FROM app.prints p WHERE p.document_id = d.id AND p.strip_sha256 IS NULL)'
const TABS: Readonly<Record<PrintTab, string>> = {
  mine: `NOT ${IS_ON_A4} AND EXISTS (SELECT FROM app.case_people h
    WHERE h.case_id = c.id AND h.person_id = $2 AND h.is_handler)`,
  all: `NOT ${IS_ON_A4}`,
  printed: IS_PRINTED,
}

export type PrintReader = {
  readonly agencyId: string
  readonly personId: string
  readonly units: readonly string[]
  readonly isForWholeAgency: boolean
  readonly tokens: readonly string[]
}
export type PrintPlace = { readonly on: string; readonly caseId: string; readonly id: string }
type Wanted = {
  readonly tab: PrintTab
  readonly codes: readonly string[] | null
  readonly like: string | null
  readonly limit: number
  readonly place: PrintPlace | undefined
}

const readerValues = ({ agencyId, personId, units, isForWholeAgency, tokens }: PrintReader) => [
  ...[agencyId, personId, units, isForWholeAgency, tokens],
]

/** Papers of a list, those of the newest day first, within a day case by case. */
export async function listPapers(db: Queryable, reader: PrintReader, wanted: Wanted): Promise<readonly StoredPaper[]> {
  const { tab, codes, like, limit, place } = wanted
  const { rows } = await db.query<Row>({
    text: `${SELECT} AND d.voided_at IS NULL AND ${OPEN_TO_CALLER} AND ${TABS[tab]}
      AND ($6::text[] IS NULL OR d.code = ANY ($6::text[]))
      AND ($7::text IS NULL OR d.number ILIKE $7 OR c.name ILIKE $7 OR c.number ILIKE $7 OR c.party_name ILIKE $7)
      AND ($8::date IS NULL OR d.issued_on < $8::date
        OR (d.issued_on = $8::date AND (d.case_id, d.id) > ($9::uuid, $10::uuid)))
      ORDER BY d.issued_on DESC, d.case_id, d.id LIMIT ${limit}`,
    values: [...readerValues(reader), codes, like, place?.on, place?.caseId, place?.id],
  })
  return rows.map(paperOf)
}

const NEWEST = 1000

/** Kinds among the newest papers of a list. */
export async function listKinds(db: Queryable, reader: PrintReader, tab: PrintTab): Promise<readonly string[]> {
  const { rows } = await db.query<{ code: string }>({
    text: `SELECT DISTINCT n.code FROM (SELECT d.code FROM app.documents d JOIN app.cases c ON c.id = d.case_id
        WHERE d.agency_id = $1 AND d.voided_at IS NULL AND ${OPEN_TO_CALLER} AND ${TABS[tab]} AND $2::uuid IS NOT NULL
        ORDER BY d.issued_on DESC, d.case_id, d.id LIMIT ${NEWEST}) n`,
    values: readerValues(reader),
  })
  return rows.map(({ code }) => code)
}

type Whose = Pick<PrintReader, 'agencyId' | 'personId'>

/** These papers as they stand, void ones too; those of another agency are not among them. */
export async function findPapers(
  db: Queryable,
  { agencyId, personId }: Whose,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredPaper>> {
  const { rows } = await db.query<Row>({
    name: 'papers-to-print',
    text: `${SELECT} AND d.id = ANY ($3::uuid[])`,
    values: [agencyId, personId, ids],
  })
  return new Map(rows.map((row) => [row.id, paperOf(row)]))
}

function paperOf({ parties, ...row }: Row): StoredPaper {
  const kind: DocumentKind | undefined = findDocumentKind(row.code, row.issuedOn as PlainDate)
  return {
    ...row,
    title: kind?.title ?? row.code,
    isSealed: kind !== undefined && isSealed(kind),
    copies: kind ? [...copiesOf(kind, parties)] : [{ to: '归档', count: 1 }],
  }
}
