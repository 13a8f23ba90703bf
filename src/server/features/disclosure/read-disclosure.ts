import type { PrepareInput } from '#contract/disclosures.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { type CaseState, findRun } from '#domain/case/state.ts'
import type { EarlierDecision, LaterEffect } from '#domain/disclosure/later-act.ts'
import type { ListedReplacement } from '#domain/disclosure/listing-redactor.ts'
import { type PublicRecord, publicRecordOf, type RecordAnswer } from '#domain/disclosure/public-record.ts'
import { hasTier, proposeTier, publicityTerm } from '#domain/disclosure/publicity-term.ts'
import { type ContextRequest, redactionContext } from '#domain/disclosure/redaction-context.ts'
import { parameterValueOf } from '#domain/parameter/registry.ts'
import type { ParameterValues } from '#domain/parameter/resolution.ts'
import type { Procedures } from '#domain/procedure/procedures.ts'
import { dateInShanghai } from '#server/clock.ts'
import type { Queryable, Tx } from '#server/db/database.ts'

/** What was prepared and waits for the second person. */
export type Draft = {
  readonly record: PublicRecord
  readonly replacements: readonly ListedReplacement[]
  readonly input: PrepareInput
}

/** A disclosure with the case it is drawn from. */
export type StoredDisclosure = {
  readonly id: string
  readonly documentId: string
  readonly agencyId: string
  readonly agencyName: string
  readonly dueOn: PlainDate
  readonly version: number
  readonly status: 'due' | 'prepared' | 'published' | 'withheld' | 'withdrawn' | 'expired'
  readonly state: CaseState
  readonly remedy: string | null
  readonly reason: string | null
  readonly ground: string | null
  /** The case whose decision it changes or ends, and what was public of that decision before. */
  readonly decided: CaseState | null
  readonly effect: LaterEffect | null
  readonly earlier: readonly EarlierDecision[]
  /** When the first decision in whose place it stands became public: from then on its term of publicity counts. */
  readonly firstPublishedAt: string | null
  readonly record: PublicRecord | null
  readonly draft: Draft | null
  readonly preparedBy: string | null
  readonly preparedAt: string | null
  readonly publishedAt: string | null
  readonly recordVersion: number
  /** Stays hidden in every later drawing: a correction that forgets it would show it. */
  readonly hiddenByHand: readonly string[]
}

const READ = `SELECT d.id, d.document_id AS "documentId", d.agency_id AS "agencyId", a.name AS "agencyName",
    d.due_on AS "dueOn", d.version, d.state AS status, c.state, p.data -> 'remedy' ->> 'text' AS remedy, d.reason, d.ground, d.effect, d.record,
    (SELECT o.state FROM app.cases o WHERE o.id = d.bears_on) AS decided,
    (SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', CASE WHEN e.published_at IS NOT NULL THEN e.id END,
        'number', q.number, 'decidedOn', q.issued_on, 'effect', d.effect)) ORDER BY e.created_at DESC, e.id DESC), '[]')
      FROM app.disclosures e JOIN app.documents q ON q.id = e.document_id WHERE e.id = ANY (d.earlier)) AS earlier,
    (SELECT min(e.published_at) FROM app.disclosures e WHERE e.id = ANY (d.earlier) AND d.effect = 'replaced') AS "firstPublishedAt",
    d.draft, d.prepared_by AS "preparedBy", d.prepared_at AS "preparedAt", d.published_at AS "publishedAt",
    d.record_version AS "recordVersion", d.hidden_by_hand AS "hiddenByHand"
  FROM app.disclosures d
  JOIN app.cases c ON c.id = d.case_id
  JOIN app.agencies a ON a.id = d.agency_id
  JOIN app.documents p ON p.id = d.document_id
  WHERE d.id = $1`

/** One disclosure of the agency; undefined for another agency's. */
export async function readDisclosure(db: Queryable, id: string, agencyId: string) {
  return first(db, { name: 'read-disclosure', text: `${READ} AND d.agency_id = $2`, values: [id, agencyId] })
}

/** The same, and neither it nor its case moves until the transaction ends. */
export async function lockDisclosure(tx: Tx, id: string, agencyId: string) {
  const text = `${READ} AND d.agency_id = $2 FOR UPDATE OF d FOR SHARE OF c`
  return first(tx, { name: 'lock-disclosure', text, values: [id, agencyId] })
}

/** One that waits to be published by itself; one that another worker holds is left to it. */
export async function lockWaiting(tx: Tx, id: string) {
  const text = `${READ} AND d.state = 'due' FOR UPDATE OF d SKIP LOCKED FOR SHARE OF c`
  return first(tx, { name: 'lock-waiting-disclosure', text, values: [id] })
}

async function first(db: Queryable, statement: { name: string; text: string; values: readonly unknown[] }) {
  const { rows } = await db.query<StoredDisclosure>(statement)
  return rows[0]
}

export type DrawnUnder = {
  readonly procedures: Procedures
  readonly parameters: ParameterValues
  readonly today: PlainDate
  readonly byHand?: readonly string[]
}

/** What the public would see of it today, or why not. */
export function drawRecord(stored: StoredDisclosure, { parameters, ...under }: DrawnUnder): RecordAnswer {
  const { state, documentId, dueOn, earlier, effect } = stored
  const byHand = [...new Set([...stored.hiddenByHand, ...(under.byHand ?? [])])]
  const publishesWarningOnly = parameterValueOf(parameters, 'disclosure.publish-warning-only', under.today)
  const request = {
    ...contextRequest(stored),
    ...under,
    state,
    documentId,
    dueOn,
    earlier,
    byHand,
    ...(effect && { effect }),
  }
  const drawn = publicRecordOf({ ...request, publishesWarningOnly })
  return drawn.ok && isOver(stored, drawn.record, parameters, under.today) ? TERM_OVER : drawn
}

const TERM_OVER: RecordAnswer = {
  ok: false,
  when: 'never',
  reason: '从原决定公示之日起算，公示期已经届满，不再公示',
  basis: '《信用修复管理办法》（国家发展改革委令第36号）',
}

/** A change does not make the same act public for longer than a term. */
function isOver(stored: StoredDisclosure, { sanctions }: PublicRecord, parameters: ParameterValues, today: PlainDate) {
  if (stored.firstPublishedAt === null || !isPenalty(stored)) return false
  const since = dateInShanghai(new Date(stored.firstPublishedAt))
  return publicityTerm(proposeTier(sanctions), since, parameters).untilOn < today
}

/** The people and companies of its case, to redact a sentence about it. */
export function contextOf(stored: StoredDisclosure, procedures: Procedures) {
  return redactionContext({ ...contextRequest(stored), procedures })
}

function contextRequest({ state, agencyName, remedy, decided }: StoredDisclosure): Omit<ContextRequest, 'procedures'> {
  return { state, agencyName, ...(remedy === null ? {} : { remedy }), ...(decided === null ? {} : { decided }) }
}

/** Penalties are judged by social influence and have a tier of publicity. */
export function isPenalty({ state, documentId }: StoredDisclosure): boolean {
  const run = state.documents.find((item) => item.id === documentId)?.run
  return run !== undefined && hasTier(findRun(state, run)?.procedure ?? '')
}
