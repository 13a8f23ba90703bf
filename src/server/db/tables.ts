// Written by `zhaofa migrate --write-schema` from the database's catalogue; never edited.
import type { ColumnType, Generated } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'

type CalendarDate = ColumnType<PlainDate, string, string>
type Instant = ColumnType<string, string | Date, string | Date>

export interface AccountsTable {
  id: string
  person_id: string
  login: string
  password_hash: string
  is_demo: Generated<boolean>
  is_disabled: Generated<boolean>
  failures: Generated<number>
  locked_until_at: Instant | null
  password_set_at: Generated<Instant>
}

export interface AgenciesTable {
  id: string
  code: string
  name: string
  short_name: string
  word: string
  field: string
  region_code: string
  uscc: string
  nature: string
  qualified_from_on: CalendarDate
  qualified_until_on: CalendarDate | null
  address: string
  phone: string
  postcode: string | null
  review_body: string
  court: string
  payee: Generated<unknown>
}

export interface AuditEntriesTable {
  id: string
  at: Instant
  name: string
  actor_id: string | null
  agency_id: string | null
  subject: string | null
  detail: Generated<unknown>
  address: string | null
}

export interface BlobsTable {
  sha256: string
  sm3: string
  size: number
  media_type: string
  stored_at: Instant
}

export interface CaseNumbersTable {
  agency_id: string
  year: number
  last: number
}

export interface CasePartiesTable {
  case_id: string
  party_id: string
  ordinal: number
}

export interface CasePeopleTable {
  case_id: string
  person_id: string
  is_handler: boolean
  is_waited_for: boolean
}

export interface CasesTable {
  id: string
  agency_id: string
  unit_id: string
  procedure_code: string
  procedure_version: string
  name: string
  number: string | null
  stage: string
  outcome: string | null
  version: number
  state: unknown
  due_on: CalendarDate | null
  due_clock: string | null
  is_returned: Generated<boolean>
  opened_on: CalendarDate
  ended_on: CalendarDate | null
  updated_at: Instant
}

export interface CertificatesTable {
  id: string
  person_id: string
  number: string
  kind: string
  valid_from_on: CalendarDate
  valid_until_on: CalendarDate
  state: Generated<string>
}

export interface DocumentFilesTable {
  document_id: string
  sha256: string
  pages: number
  size: number
  sealed_at: Instant
}

export interface DocumentNumbersTable {
  agency_id: string
  word: string
  year: number
  last: number
}

export interface DocumentsTable {
  id: string
  case_id: string
  party_id: string | null
  code: string
  number: string | null
  word: string | null
  year: number | null
  ordinal: number | null
  agency_id: string
  issued_on: CalendarDate
  data: unknown
  voided_at: Instant | null
  void_reason: string | null
}

export interface DraftsTable {
  case_id: string
  run_id: string
  action: string
  version: number
  input: unknown
  saved_by: string
  saved_at: Instant
}

export interface EventsTable {
  case_id: string
  seq: number
  type: string
  at: Instant
  actor_id: string | null
  body: unknown
}

export interface IdempotencyKeysTable {
  actor_id: string
  key: string
  request_digest: string
  status: number
  answer: unknown
  at: Instant
}

export interface LeavesTable {
  id: ColumnType<number, never, never>
  xid: Generated<string>
  case_id: string | null
  seq: number | null
  kind: string
  subject: string
  salt: Buffer
  digest: Buffer
}

export interface MigrationsTable {
  name: string
  checksum: string
  applied_at: Generated<Instant>
}

export interface PartiesTable {
  id: string
  kind: string
  name: string
  code: string | null
  id_kind: string | null
  id_number: string | null
  address: Generated<string>
  phone: Generated<string>
  legal_representative: Generated<string>
  version: Generated<number>
  created_at: Generated<Instant>
}

export interface PeopleTable {
  id: string
  agency_id: string
  name: string
  employment: Generated<string>
  has_law_licence: Generated<boolean>
  first_reviewed_on: CalendarDate | null
  left_on: CalendarDate | null
}

export interface PostsTable {
  person_id: string
  unit_id: string
  role: string
  from_on: CalendarDate
  until_on: CalendarDate | null
  is_principal: Generated<boolean>
}

export interface RegionsTable {
  code: string
  name: string
  parent_code: string | null
}

export interface SessionsTable {
  token_digest: string
  account_id: string
  created_at: Instant
  seen_at: Instant
  expires_at: Instant
}

export interface UnitsTable {
  id: string
  agency_id: string
  name: string
  kind: string
}

export interface UploadsTable {
  id: string
  owner_id: string
  agency_id: string
  case_id: string
  file_name: string
  size: number
  stored_size: Generated<number>
  declared_sha256: string | null
  sha256: string | null
  state: Generated<string>
  created_at: Instant
  finished_at: Instant | null
  expires_at: Instant
}

export interface DB {
  accounts: AccountsTable
  agencies: AgenciesTable
  audit_entries: AuditEntriesTable
  blobs: BlobsTable
  case_numbers: CaseNumbersTable
  case_parties: CasePartiesTable
  case_people: CasePeopleTable
  cases: CasesTable
  certificates: CertificatesTable
  document_files: DocumentFilesTable
  document_numbers: DocumentNumbersTable
  documents: DocumentsTable
  drafts: DraftsTable
  events: EventsTable
  idempotency_keys: IdempotencyKeysTable
  leaves: LeavesTable
  migrations: MigrationsTable
  parties: PartiesTable
  people: PeopleTable
  posts: PostsTable
  regions: RegionsTable
  sessions: SessionsTable
  units: UnitsTable
  uploads: UploadsTable
}
