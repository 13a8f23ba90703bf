import { rootRun } from '#domain/case/state.ts'
import { BANK_LINE_PARTS } from './bank-line-rows.ts'
import { REGISTER_PARTS } from './register-rows.ts'
import type { CaseWrite } from './write-case.ts'

/** One kind of rows of a command; `$1` is the case, `$2` the instant, `$3` the agency, then its own values from `first` on. */
export type RowsPart = {
  readonly name: string
  isNeeded(write: CaseWrite): boolean
  sql(first: number): string
  /** As many as `sql` numbers. */
  values(write: CaseWrite): readonly unknown[]
}

const always = (): boolean => true

const inserted: RowsPart = {
  name: 'inserted',
  isNeeded: ({ isNew }) => isNew,
  sql: (
    first,
  ) => `INSERT INTO app.cases (id, agency_id, unit_id, procedure_code, procedure_version, name, number, stage,
      outcome, version, state, due_on, due_clock, lapsed_on, lapse, tells_on, party_name, waits_for, returned_to, opened_on, ended_on, origin_case_id, merged_into, updated_at)
    SELECT $1, $3, c."unitId", c."procedureCode", c."procedureVersion", c.name, c.number, c.stage, c.outcome,
      c.version, $${first + 1}, c."dueOn", c."dueClock", c."lapsedOn", c.lapse, c."tellsOn", c."partyName", c."waitsFor", c."returnedTo", c."openedOn", c."endedOn", c."originCaseId", c."mergedInto", $2
    FROM jsonb_to_record($${first}) AS c("unitId" uuid, "procedureCode" text, "procedureVersion" text, name text,
      number text, stage text, outcome text, version int, "dueOn" date, "dueClock" text,
      "lapsedOn" date, lapse text, "tellsOn" date, "partyName" text, "waitsFor" text[], "returnedTo" uuid[], "openedOn" date, "endedOn" date, "originCaseId" uuid, "mergedInto" uuid) RETURNING 1`,
  values: (write) => [JSON.stringify(columnsOf(write)), JSON.stringify(write.state)],
}

const updated: RowsPart = {
  name: 'updated',
  isNeeded: ({ isNew }) => !isNew,
  sql: (first) => `UPDATE app.cases o SET number = c.number, stage = c.stage, outcome = c.outcome, version = c.version,
      state = $${first + 1}, due_on = c."dueOn", due_clock = c."dueClock", lapsed_on = c."lapsedOn",
      lapse = c.lapse, tells_on = c."tellsOn", party_name = c."partyName",
      waits_for = c."waitsFor", returned_to = c."returnedTo", ended_on = c."endedOn", merged_into = c."mergedInto", updated_at = $2
    FROM jsonb_to_record($${first}) AS c(number text, stage text, outcome text, version int, "dueOn" date, "dueClock" text,
      "lapsedOn" date, lapse text, "tellsOn" date, "partyName" text, "waitsFor" text[], "returnedTo" uuid[], "endedOn" date, "mergedInto" uuid)
    WHERE o.id = $1 RETURNING 1`,
  values: inserted.values,
}

const told: RowsPart = {
  name: 'told',
  isNeeded: always,
  sql: (first) => `INSERT INTO app.events (case_id, seq, type, at, actor_id, body)
    SELECT $1, (e->>'seq')::int, e->>'type', $2, (e->>'by')::uuid, e FROM jsonb_array_elements($${first}) AS e`,
  values: ({ events }) => [JSON.stringify(events)],
}

const hashed: RowsPart = {
  name: 'hashed',
  isNeeded: always,
  sql: (first) => `INSERT INTO app.leaves (case_id, seq, kind, subject, salt, digest)
    SELECT $1, l.seq, 'event', 'event:' || $1::text || ':' || l.seq, decode(l.salt, 'hex'), decode(l.digest, 'hex')
    FROM jsonb_to_recordset($${first}) AS l(seq int, salt text, digest text) ORDER BY l.seq`,
  values: ({ leaves }) => [JSON.stringify(leaves)],
}

const bound: RowsPart = {
  name: 'bound',
  isNeeded: ({ events }) => events.some(({ type }) => type === 'recording-bound'),
  sql: (
    first,
  ) => `INSERT INTO app.recording_bindings (recording_id, case_id, run_id, scene, bound_by, bound_at, bound_seq)
    SELECT (e->>'recording')::uuid, $1, e->>'run', e->>'scene', (e->>'by')::uuid, $2, (e->>'seq')::int
    FROM jsonb_array_elements($${first}) AS e`,
  values: ({ events }) => [JSON.stringify(events.filter(({ type }) => type === 'recording-bound'))],
}

const unbound: RowsPart = {
  name: 'unbound',
  isNeeded: ({ events }) => events.some(({ type }) => type === 'recording-unbound'),
  sql: (
    first,
  ) => `INSERT INTO app.recording_unbindings (recording_id, case_id, run_id, scene, bound_seq, reason, unbound_by, unbound_at)
    SELECT (e->>'recording')::uuid, $1, e->>'run', e->>'scene', (e->>'boundSeq')::int, e->>'reason', (e->>'by')::uuid, $2
    FROM jsonb_array_elements($${first}) AS e`,
  values: ({ events }) => [JSON.stringify(events.filter(({ type }) => type === 'recording-unbound'))],
}

const issued: RowsPart = {
  name: 'issued',
  isNeeded: ({ documents }) => documents.length > 0,
  sql: (
    first,
  ) => `INSERT INTO app.documents (id, case_id, party_id, code, number, word, year, ordinal, agency_id, issued_on, data)
    SELECT d.id, $1, d.party, d.code, d.number, d.word, d.year, d.ordinal, $3, d."issuedOn", d.data
    FROM jsonb_to_recordset($${first}) AS d(id uuid, party uuid, code text, number text, word text, year int, ordinal int,
      "issuedOn" date, data jsonb)`,
  values: ({ documents }) => [JSON.stringify(documents)],
}

const concerned: RowsPart = {
  name: 'concerned',
  isNeeded: always,
  sql: (first) => `INSERT INTO app.case_people (case_id, person_id, is_handler)
    SELECT $1, p.id, p.id = ANY ($${first + 1}) FROM app.people p WHERE p.id = ANY ($${first})
    ON CONFLICT (case_id, person_id) DO UPDATE SET is_handler = EXCLUDED.is_handler
      WHERE case_people.is_handler <> EXCLUDED.is_handler`,
  values: ({ people, state }) => [[...new Set([...people, ...state.handlers])], state.handlers],
}

/** Who handled it before and is not named in what was decided handles it no more. */
const gone: RowsPart = {
  name: 'gone',
  isNeeded: ({ events }) => events.some(({ type }) => type === 'handlers-changed'),
  sql: (first) => `UPDATE app.case_people SET is_handler = false
    WHERE case_id = $1 AND is_handler AND person_id <> ALL ($${first}::uuid[])`,
  // Those who are written above are left to that; one row is touched once in a statement.
  values: ({ people, state }) => [[...people, ...state.handlers]],
}

const joined: RowsPart = {
  name: 'joined',
  isNeeded: ({ isNew, events }) => isNew || events.some(({ type }) => type === 'case-joined'),
  sql: (first) => `INSERT INTO app.case_parties (case_id, party_id, ordinal)
    SELECT $1, p.id, p.ordinal FROM unnest($${first}::uuid[]) WITH ORDINALITY AS p(id, ordinal) ON CONFLICT DO NOTHING`,
  values: ({ state }) => [state.parties.map((party) => party.id)],
}

/** Files that were added in another case; a thing or a place in a recording has none of its own. */
const referred: RowsPart = {
  name: 'referred',
  isNeeded: ({ events }) => referredIn(events).length > 0,
  sql: (first) => `INSERT INTO app.evidence_references (case_id, upload_id)
    SELECT $1, u.id FROM app.uploads u WHERE u.id = ANY ($${first}::uuid[])`,
  values: ({ events }) => [referredIn(events)],
}

/** Recordings that such evidence is a place in. */
const shown: RowsPart = {
  name: 'shown',
  isNeeded: ({ events }) => recordingsIn(events).length > 0,
  sql: (first) => `INSERT INTO app.recording_references (case_id, recording_id)
    SELECT $1, r.id FROM app.recordings r WHERE r.id = ANY ($${first}::uuid[]) ON CONFLICT DO NOTHING`,
  values: ({ events }) => [recordingsIn(events)],
}

function recordingsIn(events: CaseWrite['events']): readonly string[] {
  return events.flatMap((event) => {
    if (event.type !== 'evidence-added' || event.evidence.from === undefined) return []
    return event.evidence.exhibit ? [event.evidence.exhibit.recording] : []
  })
}

function referredIn(events: CaseWrite['events']): readonly string[] {
  return events.flatMap((event) =>
    event.type === 'evidence-added' && event.evidence.from !== undefined ? [event.evidence.id] : [],
  )
}

const answered: RowsPart = {
  name: 'answered',
  isNeeded: ({ record }) => record !== undefined,
  sql: (first) => `INSERT INTO app.idempotency_keys (actor_id, key, request_digest, status, answer, at)
    VALUES ($${first}, $${first + 1}, $${first + 2}, $${first + 3}, $${first + 4}, $2)`,
  values: ({ record }) => {
    if (!record) return []
    const { key } = record
    return [key.actorId, key.key, key.digest, key.status, key.answer]
  },
}

const audited: RowsPart = {
  name: 'audited',
  isNeeded: ({ record }) => record?.audit !== undefined,
  sql: (first) => `INSERT INTO app.audit_entries (id, at, name, actor_id, agency_id, subject, detail, address)
    VALUES ($${first}, $2, $${first + 1}, $${first + 2}, $3, $${first + 3}, $${first + 4}, $${first + 5})`,
  values: ({ record }) => {
    const audit = record?.audit
    return audit ? [audit.id, audit.name, audit.actorId, audit.subject, audit.detail, audit.address] : []
  },
}

const settled: RowsPart = {
  name: 'settled',
  isNeeded: ({ submitted }) => submitted !== undefined,
  sql: (first) => `DELETE FROM app.drafts WHERE case_id = $1 AND run_id = $${first} AND action = $${first + 1}`,
  values: ({ submitted }) => [submitted?.run, submitted?.action],
}

const queued: RowsPart = {
  name: 'queued',
  isNeeded: ({ jobs }) => jobs.length > 0,
  sql: (first) => `SELECT graphile_worker.add_job(j.task, j.payload::json, job_key => j.key)
    FROM jsonb_to_recordset($${first}) AS j(task text, payload jsonb, key text)`,
  values: ({ jobs }) => [JSON.stringify(jobs)],
}

/** In the order in which they are written; exactly one of the first two is needed. */
export const ROWS_PARTS: readonly RowsPart[] = [
  inserted,
  updated,
  told,
  hashed,
  bound,
  unbound,
  issued,
  concerned,
  gone,
  joined,
  referred,
  shown,
  answered,
  audited,
  settled,
  ...REGISTER_PARTS,
  ...BANK_LINE_PARTS,
  queued,
]

function columnsOf({ state, projection, unitId }: CaseWrite) {
  const root = rootRun(state)
  return {
    ...projection,
    unitId,
    procedureCode: root.procedure,
    procedureVersion: root.version,
    name: state.name,
    version: state.seq,
    openedOn: state.openedOn,
    endedOn: state.endedOn ?? null,
    originCaseId: state.origin?.id ?? null,
    mergedInto: state.mergedInto?.id ?? null,
  }
}
