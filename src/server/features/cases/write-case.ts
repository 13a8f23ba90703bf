import type { CaseEvent } from '#domain/case/event.ts'
import type { Projection } from '#domain/case/projection.ts'
import { type CaseState, rootRun } from '#domain/case/state.ts'
import type { Tx } from '#server/db/database.ts'
import type { CommandRecord } from '#server/http/idempotency.ts'
import type { DocumentRow } from './document-rows.ts'
import type { Job } from './follow-ups.ts'

export type CaseWrite = {
  readonly isNew: boolean
  readonly unitId: string
  readonly state: CaseState
  readonly projection: Projection
  readonly people: readonly string[]
  readonly events: readonly CaseEvent[]
  readonly leaves: readonly { readonly salt: string; readonly digest: string; readonly seq: number }[]
  readonly documents: readonly DocumentRow[]
  readonly jobs: readonly Job[]
  /** The form that has been submitted; its draft is no longer needed. */
  readonly submitted: { readonly run: string; readonly action: string } | undefined
  readonly record: CommandRecord
}

const INSERT_CASE = `INSERT INTO app.cases (id, agency_id, unit_id, procedure_code, procedure_version, name, number, stage,
    outcome, version, state, due_on, due_clock, party_name, waits_for, returned_to, opened_on, ended_on, updated_at)
  SELECT $1, c."agencyId", c."unitId", c."procedureCode", c."procedureVersion", c.name, c.number, c.stage, c.outcome,
    c.version, $3, c."dueOn", c."dueClock", c."partyName", c."waitsFor", c."returnedTo", c."openedOn", c."endedOn", $4
  FROM jsonb_to_record($2) AS c("agencyId" uuid, "unitId" uuid, "procedureCode" text, "procedureVersion" text, name text,
    number text, stage text, outcome text, version int, "dueOn" date, "dueClock" text, "partyName" text,
    "waitsFor" text[], "returnedTo" uuid[], "openedOn" date, "endedOn" date)`

const UPDATE_CASE = `UPDATE app.cases o SET number = c.number, stage = c.stage, outcome = c.outcome, version = c.version,
    state = $3, due_on = c."dueOn", due_clock = c."dueClock", party_name = c."partyName", waits_for = c."waitsFor",
    returned_to = c."returnedTo", ended_on = c."endedOn", updated_at = $4
  FROM jsonb_to_record($2) AS c(number text, stage text, outcome text, version int, "dueOn" date, "dueClock" text,
    "partyName" text, "waitsFor" text[], "returnedTo" uuid[], "endedOn" date)
  WHERE o.id = $1`

/** Foreign keys are checked when the statement ends, so the rows may be written side by side. */
const recordStatement = (write: string) => `WITH moved AS (${write} RETURNING 1),
  told AS (INSERT INTO app.events (case_id, seq, type, at, actor_id, body)
    SELECT $1, e.seq, e.body->>'type', $4, (e.body->>'by')::uuid, e.body FROM jsonb_to_recordset($5) AS e(seq int, body jsonb)),
  hashed AS (INSERT INTO app.leaves (case_id, seq, kind, subject, salt, digest)
    SELECT $1, l.seq, 'event', 'event:' || $1::text || ':' || l.seq, decode(l.salt, 'hex'), decode(l.digest, 'hex')
    FROM jsonb_to_recordset($6) AS l(seq int, salt text, digest text) ORDER BY l.seq),
  issued AS (INSERT INTO app.documents (id, case_id, party_id, code, number, word, year, ordinal, agency_id, issued_on, data)
    SELECT d.id, $1, d.party, d.code, d.number, d.word, d.year, d.ordinal, $7, d."issuedOn", d.data
    FROM jsonb_to_recordset($8) AS d(id uuid, party uuid, code text, number text, word text, year int, ordinal int,
      "issuedOn" date, data jsonb)),
  concerned AS (INSERT INTO app.case_people (case_id, person_id, is_handler)
    SELECT $1, p.id, p.id = ANY ($10) FROM app.people p WHERE p.id = ANY ($9)
    ON CONFLICT (case_id, person_id) DO UPDATE SET is_handler = EXCLUDED.is_handler
      WHERE case_people.is_handler <> EXCLUDED.is_handler),
  joined AS (INSERT INTO app.case_parties (case_id, party_id, ordinal)
    SELECT $1, p.id, p.ordinal FROM unnest($11::uuid[]) WITH ORDINALITY AS p(id, ordinal) ON CONFLICT DO NOTHING),
  answered AS (INSERT INTO app.idempotency_keys (actor_id, key, request_digest, status, answer, at)
    VALUES ($12, $13, $14, $15, $16, $4)),
  audited AS (INSERT INTO app.audit_entries (id, at, name, actor_id, agency_id, subject, detail, address)
    SELECT $17, $4, $18, $12, $7, $19, $20, $21 WHERE $17::uuid IS NOT NULL),
  settled AS (DELETE FROM app.drafts WHERE case_id = $1 AND run_id = $23 AND action = $24),
  queued AS (SELECT graphile_worker.add_job(j.task, j.payload::json, job_key => j.key)
    FROM jsonb_to_recordset($22) AS j(task text, payload jsonb, key text))
  SELECT (SELECT count(*) FROM moved) AS moved, (SELECT count(*) FROM queued) AS queued`

/** Writes everything that one command does to a case in one statement; the row is locked or new. */
export async function writeCase(tx: Tx, write: CaseWrite): Promise<void> {
  const statement = write.isNew ? INSERT : UPDATE
  const { rows } = await tx.query<{ moved: number }>({ ...statement, values: valuesOf(write) })
  if (rows[0]?.moved !== 1) throw new Error(`case ${write.state.id} was not written`)
}
const INSERT = { name: 'case-insert', text: recordStatement(INSERT_CASE) }
const UPDATE = { name: 'case-update', text: recordStatement(UPDATE_CASE) }

function valuesOf(write: CaseWrite): readonly unknown[] {
  const { state, record } = write
  const at = write.events[0]?.at
  return [
    state.id,
    JSON.stringify(columnsOf(write)),
    JSON.stringify(state),
    at,
    JSON.stringify(write.events.map((event) => ({ seq: event.seq, body: event }))),
    JSON.stringify(write.leaves),
    state.agency,
    JSON.stringify(write.documents),
    [...write.people, ...state.handlers],
    state.handlers,
    write.isNew ? state.parties.map((party) => party.id) : [],
    record.key.actorId,
    record.key.key,
    record.key.digest,
    record.key.status,
    record.key.answer,
    record.audit?.id ?? null,
    record.audit?.name ?? null,
    record.audit?.subject ?? null,
    record.audit?.detail ?? null,
    record.audit?.address ?? null,
    JSON.stringify(write.jobs),
    write.submitted?.run ?? null,
    write.submitted?.action ?? null,
  ]
}

function columnsOf({ state, projection, unitId }: CaseWrite) {
  const root = rootRun(state)
  return {
    ...projection,
    agencyId: state.agency,
    unitId,
    procedureCode: root.procedure,
    procedureVersion: root.version,
    name: state.name,
    version: state.seq,
    openedOn: state.openedOn,
    endedOn: state.endedOn ?? null,
  }
}
