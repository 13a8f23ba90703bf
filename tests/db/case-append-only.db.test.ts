import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../support/desk.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'

/** What has happened, what was signed, what was stored: rows that the program adds and never touches again. */
const APPEND_ONLY = [
  'app.events',
  'app.leaves',
  'app.audit_entries',
  'app.document_files',
  'app.blobs',
  'app.log_entries',
  'app.log_checkpoints',
  'app.log_cosignatures',
  'app.log_decisions',
  'app.log_refusals',
  'app.log_timestamps',
  'app.case_parties',
  'app.items',
  'app.leniency_items',
  'app.licence_bars',
  'app.disclosure_versions',
  'app.violations',
  'app.bases',
  'app.violation_bases',
  'app.tiers',
  'app.holiday_years',
  'app.holidays',
  'app.parameter_values',
  'app.recordings',
  'app.recording_bindings',
  'app.recording_unbindings',
  'app.recording_list_entries',
  'app.viewings',
  'app.access_requests',
  'app.access_items',
  'app.access_steps',
  'app.loans',
  'app.loan_returns',
  'app.trails',
  'app.trail_files',
  'app.device_holdings',
  'app.device_approvals',
  'app.monitoring_reviews',
  'app.announced_recordings',
  'app.recording_marks',
  'app.mark_withdrawals',
  'app.dossier_steps',
  'app.dossier_packages',
  'app.package_files',
  'app.package_volumes',
  'app.party_merges',
  'app.party_merge_steps',
  'app.pdf_pages',
  'app.signatures',
  'app.signed_papers',
  'app.print_jobs',
  'app.prints',
  'app.payment_files',
  'app.payment_lines',
  'app.payment_settlements',
  'app.evidence_references',
  'app.recording_references',
  'app.successions',
  'app.succession_items',
  'app.agency_records',
  'app.entrustments',
  'app.post_duties',
  'app.post_letters',
  'app.entrustment_versions',
  'app.entrustment_ends',
]

/** Everything that the app role may change or remove, and why that is no rewriting of the record. */
const CHANGEABLE: Readonly<Record<string, string>> = {
  'app.accounts UPDATE': 'a password, a lock-out and its end',
  'app.agencies UPDATE': 'names and addresses change; documents and cases keep what they were made with',
  'app.case_people UPDATE': 'who may see the case follows from its events',
  'app.case_people DELETE': 'who may see the case follows from its events',
  'app.cases UPDATE': 'the fold of the events, which doctor compares with them',
  'app.certificates UPDATE': 'suspended or revoked',
  'app.derivatives.made_at UPDATE': 'what became of a copy that was asked for; its recipe and parent stay',
  'app.derivatives.result_sha256 UPDATE': 'what became of a copy that was asked for; its recipe and parent stay',
  'app.derivatives.sentence UPDATE': 'what became of a copy that was asked for; its recipe and parent stay',
  'app.derivatives.state UPDATE': 'what became of a copy that was asked for; its recipe and parent stay',
  'app.devices UPDATE': 'handed to somebody else, or retired; each recording keeps who took it',
  'app.disclosures UPDATE': 'the state of a publication; each version of what was public is kept apart',
  'app.document_numbers UPDATE': 'the last serial of a series',
  'app.documents.void_reason UPDATE': 'a document becomes void; its data and number stay',
  'app.documents.voided_at UPDATE': 'a document becomes void; its data and number stay',
  'app.dossiers UPDATE': 'handed over, returned, sealed; each step is kept apart and the sealing is an event',
  'app.licences UPDATE':
    'the register as it stands, computed from the events of the cases that granted, changed and ended a licence',
  'app.package_builds.bag_sha256 UPDATE': 'how far a package has been put together from what was sealed',
  'app.package_builds.built_at UPDATE': 'how far a package has been put together from what was sealed',
  'app.package_builds.checkpoint_note UPDATE': 'how far a package has been put together from what was sealed',
  'app.package_builds.checkpoint_size UPDATE': 'how far a package has been put together from what was sealed',
  'app.package_builds.sentence UPDATE': 'how far a package has been put together from what was sealed',
  'app.package_builds.state UPDATE': 'how far a package has been put together from what was sealed',
  'app.drafts UPDATE': 'nothing has happened yet',
  'app.drafts DELETE': 'what was submitted is no draft',
  'app.file_readings.last_at UPDATE': 'a reading goes on; that it began, and by whom, stands in the audit',
  'app.file_readings.requests UPDATE': 'a reading goes on; that it began, and by whom, stands in the audit',
  'app.idempotency_keys DELETE': 'keys are forgotten after their time',
  'app.parties UPDATE': 'the register; a case keeps its party as it stood',
  'app.people UPDATE': 'somebody leaves',
  'app.posts UPDATE': 'a post ends',
  'app.regions UPDATE': 'a region is renamed',
  'app.renditions UPDATE': 'made from an original, which stays; may be made again',
  'app.search_waiting UPDATE': 'a queue',
  'app.search_waiting DELETE': 'a queue',
  'app.sessions UPDATE': 'a session goes on',
  'app.sessions DELETE': 'a session ends',
  'app.units UPDATE': 'a unit is renamed',
  'app.uploads.finished_at UPDATE': 'how far an upload has come',
  'app.uploads.sha256 UPDATE': 'how far an upload has come',
  'app.uploads.state UPDATE': 'how far an upload has come',
  'app.uploads.stored_size UPDATE': 'how far an upload has come',
  'published.agencies UPDATE': 'a copy for the portal',
  'published.decisions UPDATE': 'a copy for the portal; its versions are kept',
  'published.document_keys UPDATE': 'a copy for the portal',
  'published.entrustments UPDATE': 'a copy for the portal; the texts and the end stay',
  'published.monitors UPDATE': 'a copy for the portal; the approvals stay',
  'published.officers UPDATE': 'a copy for the portal',
  'published.receipts DELETE': 'a copy for the portal; the log itself stays',
  'published.search_text UPDATE': 'a copy for the portal',
  'app.notices.read_at UPDATE': 'that somebody has read it, or that it is settled; what it said stays',
  'app.notice_settings UPDATE': 'how somebody wants to be told',
}

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
  const road = await PenaltyRoad.open(desk)
  await road.file()
})
afterAll(() => desk.close())

type Grant = { readonly grant: string }

/** As the database itself says it, over tables and over single columns. */
async function granted(): Promise<readonly string[]> {
  const { rows } = await desk.database.owner.query<Grant>({
    text: `WITH whole AS (
        SELECT c.oid, n.nspname || '.' || c.relname AS name, p.privilege,
          has_table_privilege('zhaofa_app', c.oid, p.privilege) AS is_whole
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        CROSS JOIN (VALUES ('UPDATE'), ('DELETE'), ('TRUNCATE'), ('TRIGGER'), ('REFERENCES')) AS p(privilege)
        WHERE n.nspname IN ('app', 'published') AND c.relkind IN ('r', 'p', 'v', 'm', 'f'))
      SELECT name || ' ' || privilege AS grant FROM whole WHERE is_whole
      UNION ALL
      SELECT name || '.' || a.attname || ' ' || privilege FROM whole JOIN pg_attribute a ON a.attrelid = whole.oid
      WHERE NOT is_whole AND privilege = 'UPDATE' AND a.attnum > 0 AND NOT a.attisdropped
        AND has_column_privilege('zhaofa_app', whole.oid, a.attnum, 'UPDATE')`,
  })
  return rows.map((row) => row.grant)
}

async function tables(): Promise<readonly string[]> {
  const { rows } = await desk.database.owner.query<{ name: string }>({
    text: `SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname IN ('app', 'published')`,
  })
  return rows.map(({ name }) => name)
}

describe('what the app role may change', () => {
  test('is this list and nothing beside it, each with its reason', async () => {
    expect((await granted()).toSorted()).toEqual(Object.keys(CHANGEABLE).toSorted())
  })

  test('and what it may only add to is every other table but the list of migrations', async () => {
    const changeable = new Set(
      Object.keys(CHANGEABLE).map((grant) => grant.split(' ')[0]?.split('.').slice(0, 2).join('.')),
    )
    const others = (await tables()).filter((name) => !changeable.has(name) && name !== 'app.migrations')
    expect(others.toSorted()).toEqual([...APPEND_ONLY].toSorted())
  })

  test('is not widened by owning anything or by another role', async () => {
    const text = `SELECT (SELECT count(*)::int FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname <> 'zhaofa_owner'
        AND relnamespace IN ('app'::regnamespace, 'published'::regnamespace) AND r.rolname LIKE 'zhaofa%') AS owned,
      (SELECT count(*)::int FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member WHERE r.rolname IN ('zhaofa_app', 'zhaofa_portal')) AS memberships,
      (SELECT bool_or(rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication) FROM pg_roles
        WHERE rolname IN ('zhaofa_app', 'zhaofa_portal')) AS mighty`
    expect((await desk.database.owner.query({ text })).rows).toEqual([{ owned: 0, memberships: 0, mighty: false }])
  })
})

describe.each(APPEND_ONLY)('%s', (table) => {
  const refused = (text: string) =>
    expect(desk.context.db.query({ text }), text).rejects.toThrow(/permission denied|must be owner/)

  test('is added to and never changed, emptied or bent by the program', async () => {
    const column = await firstColumn(table)
    await refused(`UPDATE ${table} SET ${column} = ${column}`)
    await refused(`DELETE FROM ${table}`)
    await refused(`TRUNCATE ${table}`)
    await refused(`MERGE INTO ${table} t USING (SELECT 1) s ON true WHEN MATCHED THEN DELETE`)
    await refused(`ALTER TABLE ${table} DISABLE TRIGGER ALL`)
    await refused(`DROP TABLE ${table}`)
    await refused(`SELECT 1 FROM ${table} FOR UPDATE`)
  })
})

async function firstColumn(table: string): Promise<string> {
  const { rows } = await desk.database.owner.query<{ name: string }>({
    text: `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
      AND attidentity = '' AND attgenerated = '' ORDER BY attnum LIMIT 1`,
    values: [table],
  })
  return rows[0]?.name ?? ''
}

describe('a document that is issued', () => {
  test.each(['data', 'number', 'ordinal', 'code', 'issued_on', 'case_id'])('keeps its %s', async (column) => {
    const text = `UPDATE app.documents SET ${column} = ${column}`
    await expect(desk.context.db.query({ text })).rejects.toThrow('permission denied')
  })
  test('is not removed', async () => {
    await expect(desk.context.db.query({ text: 'DELETE FROM app.documents' })).rejects.toThrow('permission denied')
  })
})

test('the portal role changes nothing at all', async () => {
  for (const table of await tables()) {
    for (const text of [`DELETE FROM ${table}`, `TRUNCATE ${table}`, `INSERT INTO ${table} DEFAULT VALUES`])
      await expect(desk.database.portal.query({ text }), text).rejects.toThrow('permission denied')
  }
})

test('the test means something: there are rows that could have been changed', async () => {
  for (const table of ['app.events', 'app.leaves', 'app.audit_entries', 'app.case_parties', 'app.documents']) {
    const { rows } = await desk.context.db.query<{ n: number }>({ text: `SELECT count(*)::int AS n FROM ${table}` })
    expect(rows[0]?.n).toBeGreaterThan(0)
  }
})
