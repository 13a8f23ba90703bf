// Written by `zhaofa migrate --write-schema` from the database's catalogue; never edited.
import type { ColumnType, Generated } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'

type CalendarDate = ColumnType<PlainDate, string, string>
type Instant = ColumnType<string, string | Date, string | Date>

export interface AccessItemsTable {
  request_id: string
  ordinal: number
  document_id: string | null
  recording_id: string | null
}

export interface AccessRequestsTable {
  id: string
  agency_id: string
  kind: string
  case_id: string | null
  scope: string
  purposes: string[]
  days: number
  reason: string
  requested_by: string
  unit_id: string
  requested_at: Instant
  needs_endorsement: boolean
  follows_id: string | null
  letter_number: string | null
  letter_on: CalendarDate | null
  body_name: string | null
  bearer_name: string | null
  bearer_id_kind: string | null
  bearer_id_masked: string | null
}

export interface AccessStepsTable {
  request_id: string
  number: number
  kind: string
  by_id: string
  at: Instant
  note: Generated<string>
  days: number | null
  purposes: string[] | null
  until_at: Instant | null
}

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
  review_body: Generated<string>
  court: Generated<string>
  payee: Generated<unknown>
  kind: Generated<string>
  standing: Generated<string>
  higher_department: Generated<string>
  seat_region_code: string | null
}

export interface AgencyRecordsTable {
  agency_id: string
  version: number
  from_on: CalendarDate
  duty: string
  legal_representative: string
  funding: string
  headcount: number
  address: string
  phone: string
  ground: string
  set_by: string | null
  set_at: Instant
  complaint_phone: Generated<string>
}

export interface AnnouncedRecordingsTable {
  id: string
  agency_id: string
  sha256: string
  file_name: string
  device_id: string
  officer_id: string | null
  captured_at: Instant
  due_at: Instant
  announced_at: Instant
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

export interface BasesTable {
  id: string
  title: string
  article: number
  article_sub: Generated<number>
  paragraph: Generated<number>
  item: Generated<number>
}

export interface BlobsTable {
  sha256: string
  sm3: string
  size: number
  media_type: string
  stored_at: Instant
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
  party_name: string
  waits_for: string[]
  returned_to: string[]
  opened_on: CalendarDate
  ended_on: CalendarDate | null
  updated_at: Instant
  origin_case_id: string | null
  merged_into: string | null
  lapsed_on: CalendarDate | null
  lapse: string | null
  tells_on: CalendarDate | null
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

export interface DerivativesTable {
  id: string
  recording_id: string | null
  parent_sha256: string
  parent_id: string | null
  kind: string
  recipe: unknown
  recipe_sha256: string
  reason: string
  made_by: string
  asked_at: Instant
  state: Generated<string>
  sentence: string | null
  result_sha256: string | null
  made_at: Instant | null
  upload_id: string | null
  original_id: ColumnType<string, never, never>
}

export interface DeviceApprovalsTable {
  id: string
  device_id: string
  legal_number: string
  technical_number: string
  standard: string
  sign: string
  place: string
  published_on: CalendarDate
  published_where: string
  from_on: CalendarDate
  until_on: CalendarDate | null
  noted_by: string
  noted_at: Instant
}

export interface DeviceHoldingsTable {
  id: string
  device_id: string
  holder_id: string | null
  from_on: CalendarDate
  noted_by: string
  noted_at: Instant
}

export interface DevicesTable {
  id: string
  agency_id: string
  code: string
  kind: string
  class: string
  model: Generated<string>
  place: Generated<string>
  holder_id: string | null
  from_on: CalendarDate
  until_on: CalendarDate | null
  version: Generated<number>
}

export interface DisclosureVersionsTable {
  disclosure_id: string
  number: number
  record: unknown
  note: string | null
  published_at: Instant
  prepared_by: string | null
  confirmed_by: string | null
  is_sealed: Generated<boolean>
}

export interface DisclosuresTable {
  id: string
  case_id: string
  document_id: string
  agency_id: string
  due_on: CalendarDate
  state: Generated<string>
  reason: string | null
  basis: string | null
  decided_by: string | null
  record: unknown
  version: Generated<number>
  created_at: Generated<Instant>
  published_at: Instant | null
  withdrawn_at: Instant | null
  draft: unknown
  prepared_by: string | null
  prepared_at: Instant | null
  confirmed_by: string | null
  confirmed_at: Instant | null
  secrecy_checked_by: string | null
  secrecy_checked_on: CalendarDate | null
  hidden_by_hand: Generated<string[]>
  ground: string | null
  tier: string | null
  published_until_on: CalendarDate | null
  repairable_from_on: CalendarDate | null
  withdraw_since_on: CalendarDate | null
  withdraw_due_on: CalendarDate | null
  record_version: Generated<number>
  bears_on: string | null
  effect: string | null
  earlier: Generated<string[]>
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

export interface DossierPackagesTable {
  id: string
  dossier_id: string
  agency_id: string
  part: number
  archive_number: string
  inventory: string
  inventory_sha256: string
  sealed_by: string
  sealed_at: Instant
  event_seq: number
}

export interface DossierStepsTable {
  id: string
  dossier_id: string
  step: string
  by: string
  at: Instant
  remark: Generated<string>
}

export interface DossiersTable {
  id: string
  case_id: string
  agency_id: string
  state: string
  version: Generated<number>
  arrangement: string
  retention: string
  retention_reason: string | null
  item_retentions: Generated<unknown>
  notes: Generated<string>
  due_on: CalendarDate
  handed_over_by: string
  handed_over_at: Instant
  returned_reason: string | null
  examined_at: Instant | null
  examination: unknown
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

export interface EntrustmentEndsTable {
  entrustment_id: string
  ended_on: CalendarDate
  reason: string
  ended_by: string
  ended_at: Instant
}

export interface EntrustmentVersionsTable {
  entrustment_id: string
  version: number
  organisation: string
  uscc: string
  representative: string
  address: string
  phone: string
  basis: string
  items: string[]
  powers: string
  contract_number: string
  signed_on: CalendarDate
  from_on: CalendarDate
  until_on: CalendarDate
  ground: string
  set_by: string | null
  set_at: Instant
  unit_id: string | null
}

export interface EntrustmentsTable {
  id: string
  agency_id: string
}

export interface EventsTable {
  case_id: string
  seq: number
  type: string
  at: Instant
  actor_id: string | null
  body: unknown
}

export interface EvidenceReferencesTable {
  case_id: string
  upload_id: string
}

export interface FileReadingsTable {
  id: string
  upload_id: string
  person_id: string
  begun_at: Instant
  last_at: Instant
  requests: Generated<number>
}

export interface HolidayYearsTable {
  year: number
  imported_at: Generated<Instant>
  published: Generated<boolean>
  source: string
}

export interface HolidaysTable {
  on_date: CalendarDate
  year: number
  is_off: boolean
  name: string
  source: string
  imported_at: Generated<Instant>
}

export interface IdempotencyKeysTable {
  actor_id: string
  key: string
  request_digest: string
  status: number
  answer: unknown
  at: Instant
}

export interface ItemsTable {
  id: string
  agency_id: string
  code: string
  version: number
  name: string
  kind: string
  basis: string
  level: string
  published_on: CalendarDate | null
  from_on: CalendarDate
  until_on: CalendarDate | null
  source: string
  source_row: number
  imported_by: string | null
  imported_at: Instant
  content_digest: string
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

export interface LeniencyItemsTable {
  id: string
  agency_id: string | null
  region_code: string | null
  kind: string
  domain: string
  title: string
  list: string
  item_no: string
  conditions: string
  issued_by: string
  from_on: CalendarDate
  until_on: CalendarDate | null
  imported_at: Instant
  content_digest: string
}

export interface LicenceBarsTable {
  case_id: string
  party_id: string
  item: string
  until_on: CalendarDate
  basis: string
  at: Instant
}

export interface LicencesTable {
  id: string
  agency_id: string
  number: string
  item: string
  holder: string
  conditions: string
  granted_on: CalendarDate
  valid_until: CalendarDate | null
  supervisor: Generated<string>
  renewal_asked_on: CalendarDate | null
  ended_how: string | null
  ended_on: CalendarDate | null
  changed_by: string
  changed_at: Instant
}

export interface LoanReturnsTable {
  loan_id: string
  received_by: string
  received_at: Instant
  returned_by: string
  condition: string
  note: Generated<string>
}

export interface LoansTable {
  id: string
  request_id: string
  agency_id: string
  carrier: string
  title: string
  quantity: number
  lent_to: string
  lent_by: string
  lent_at: Instant
  due_on: CalendarDate
  condition_note: string
}

export interface LogCheckpointsTable {
  size: number
  root: Buffer
  note: string
  signed_at: Instant
  epoch: Generated<number>
}

export interface LogCosignaturesTable {
  epoch: number
  size: number
  witness: string
  key_id: Buffer
  line: string
  cosigned_at: Instant
  received_at: Instant
}

export interface LogDecisionsTable {
  id: string
  choice: string
  epoch: number
  origin: string
  problem: string
  horizon: number
  from_size: number
  to_size: number
  recovered: number
  published_note: string | null
  database_note: string | null
  reason: string
  decided_by: string
  decided_at: Instant
}

export interface LogEntriesTable {
  index: number
  leaf_id: number | null
  entry_hash: Buffer
  epoch: Generated<number>
}

export interface LogRefusalsTable {
  id: string
  epoch: number
  size: number
  witness: string
  key_id: Buffer
  status: number
  known_size: number
  refused_at: Instant
  is_sealed: Generated<boolean>
}

export interface LogTimestampsTable {
  epoch: number
  size: number
  authority: string
  token: Buffer
  stamped_at: Instant
  received_at: Instant
}

export interface MarkWithdrawalsTable {
  mark_id: string
  withdrawn_by: string
  withdrawn_at: Instant
  reason: string
}

export interface MigrationsTable {
  name: string
  checksum: string
  applied_at: Generated<Instant>
}

export interface MonitoringReviewsTable {
  recording_id: string
  is_true: boolean
  is_clear: boolean
  is_complete: boolean
  is_accurate: boolean
  passed: ColumnType<boolean, never, never>
  approval_id: string | null
  words: string
  reviewed_by: string
  reviewed_at: Instant
}

export interface NoticeSettingsTable {
  person_id: string
  version: number
  quiet_from: number | null
  quiet_until: number | null
  digest_at: number | null
  muted: Generated<string[]>
}

export interface NoticesTable {
  id: string
  person_id: string
  key: string
  kind: string
  case_id: string
  about: string
  sentence: string
  due_on: CalendarDate | null
  at: Instant
  shown_at: Instant
  read_at: Instant | null
}

export interface PackageBuildsTable {
  package_id: string
  state: Generated<string>
  sentence: string | null
  checkpoint_size: number | null
  bag_sha256: string | null
  built_at: Instant | null
  checkpoint_note: string | null
}

export interface PackageFilesTable {
  package_id: string
  path: string
  sha256: string
  sm3: string
  size: number
  blob_sha256: string
  blob_at: number
}

export interface PackageVolumesTable {
  package_id: string
  sha256: string
  size: number
  front_pages: number
  numbered_pages: number
}

export interface ParameterValuesTable {
  id: string
  code: string
  scope: string
  scope_id: string
  effective_on: CalendarDate
  value: unknown
  basis: string
  set_by: string
  set_at: Generated<Instant>
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

export interface PartyMergeStepsTable {
  id: string
  merge_id: string
  step: string
  by: string
  at: Instant
  reason: Generated<string>
}

export interface PartyMergesTable {
  id: string
  duplicate: string
  kept: string
  agency_id: string
}

export interface PaymentFilesTable {
  id: string
  agency_id: string
  file_name: string
  sha256: string
  encoding: string
  report: unknown
  imported_at: Instant
  imported_by: string | null
}

export interface PaymentLinesTable {
  id: string
  agency_id: string
  file_id: string
  line: number
  serial: string
  amount_fen: number
  paid_on: CalendarDate
  payer: string
  receipt: string
  words: string
  came_to: string
  sentence: string
  case_id: string | null
  party_id: string | null
}

export interface PaymentSettlementsTable {
  id: string
  line_id: string
  does: string
  case_id: string | null
  party_id: string | null
  words: string
  settled_by: string | null
  settled_at: Instant
  round: number
}

export interface PdfPagesTable {
  sha256: string
  pages: number | null
  problem: string | null
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

export interface PostDutiesTable {
  agency_id: string
  role: string
  version: number
  from_on: CalendarDate
  duties: string
  set_by: string | null
  set_at: Instant
}

export interface PostLettersTable {
  id: string
  agency_id: string
  person_id: string
  role: string
  unit: string
  kind: string
  from_on: CalendarDate
  until_on: CalendarDate
  signed_on: CalendarDate
  duties: string
  recorded_by: string
  recorded_at: Instant
}

export interface PostsTable {
  person_id: string
  unit_id: string
  role: string
  from_on: CalendarDate
  until_on: CalendarDate | null
  is_principal: Generated<boolean>
}

export interface PrintJobsTable {
  id: string
  agency_id: string
  printed_by: string
  printed_at: Instant
  sides: string
  paper: Generated<string>
}

export interface PrintsTable {
  job_id: string
  position: number
  document_id: string
  round: number
  sha256: string
  pages: number
  copies: number
  reason: string | null
  strip_sha256: string | null
  original_sha256: string | null
}

export interface RecordingBindingsTable {
  recording_id: string
  case_id: string
  run_id: string
  scene: string
  bound_by: string
  bound_at: Instant
  bound_seq: Generated<number>
}

export interface RecordingListEntriesTable {
  id: string
  agency_id: string
  scene: string
  effective_on: CalendarDate
  duty: string
  media: string[]
  retention: string
  item: Generated<string>
  note: Generated<string>
  basis: string
  demonstration_id: string | null
  set_by: string | null
  set_at: Instant
}

export interface RecordingMarksTable {
  id: string
  recording_id: string
  at_ms: number
  until_ms: number | null
  text: string
  marked_by: string
  marked_at: Instant
}

export interface RecordingReferencesTable {
  case_id: string
  recording_id: string
}

export interface RecordingUnbindingsTable {
  recording_id: string
  case_id: string
  run_id: string
  scene: string
  bound_seq: number
  reason: string
  unbound_by: string
  unbound_at: Instant
}

export interface RecordingsTable {
  id: string
  agency_id: string
  sha256: string
  medium: string
  file_name: string
  device_id: string | null
  officer_id: string | null
  captured_at: Instant
  place: Generated<string>
  source: string
  upload_id: string | null
  stored_at: Instant
  stored_by: string | null
  due_at: Instant | null
  doubts: Generated<string[]>
  said_case: Generated<string>
}

export interface RecordingsOfCasesTable {
  recording_id: string | null
  case_id: string | null
}

export interface RegionsTable {
  code: string
  name: string
  parent_code: string | null
}

export interface RenditionsTable {
  sha256: string
  state: string
  sentence: string | null
  probe: Generated<unknown>
  poster_sha256: string | null
  strip_sha256: string | null
  web_sha256: string | null
  waveform: unknown
  made_at: Instant | null
  version: Generated<number>
}

export interface SearchWaitingTable {
  decision_id: string
}

export interface SessionsTable {
  token_digest: string
  account_id: string
  created_at: Instant
  seen_at: Instant
  expires_at: Instant
}

export interface SignaturesTable {
  id: string
  case_id: string
  document_id: string
  agency_id: string
  strokes: string
  strokes_sha256: string
  signed_at: Instant
}

export interface SignedPapersTable {
  id: string
  document_id: string
  parent_sha256: string
  recipe: unknown
  recipe_sha256: string
  sha256: string
  pages: number
  size: number
  made_at: Instant
}

export interface StandingBindingsTable {
  recording_id: string | null
  case_id: string | null
  run_id: string | null
  scene: string | null
  bound_by: string | null
  bound_at: Instant | null
  bound_seq: number | null
}

export interface StandingSettlementsTable {
  id: string | null
  line_id: string | null
  does: string | null
  case_id: string | null
  party_id: string | null
  words: string | null
  settled_by: string | null
  settled_at: Instant | null
  round: number | null
}

export interface SuccessionItemsTable {
  succession_id: string
  ordinal: number
  case_id: string
  what: string
  stage: string
  due_on: CalendarDate | null
  due_clock: string | null
  to_person_id: string | null
  seq: number | null
  sentence: string | null
  basis: string | null
}

export interface SuccessionsTable {
  id: string
  agency_id: string
  from_person_id: string
  ground: string
  words: string
  made_by: string
  made_at: Instant
}

export interface TiersTable {
  id: string
  violation_id: string
  ordinal: number
  code: string
  title: string
  factors: Generated<string[]>
  range: unknown
  effective_on: CalendarDate
}

export interface TrailFilesTable {
  trail_id: string
  made_at: Instant
  row_count: number
  rows_sha256: string | null
  sha256: string | null
  size: number | null
  pages: number | null
  sentence: string | null
}

export interface TrailsTable {
  id: string
  agency_id: string
  asked_by: string
  asked_at: Instant
  subject: string
  title: string
  from_on: CalendarDate
  until_on: CalendarDate
  format: string
}

export interface UnitEntrustmentsTable {
  unit_id: string | null
  organisation: string | null
  items: string[] | null
  from_on: CalendarDate | null
  until_on: CalendarDate | null
  ended_on: CalendarDate | null
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
  case_id: string | null
  file_name: string
  size: number
  stored_size: Generated<number>
  declared_sha256: string | null
  sha256: string | null
  state: Generated<string>
  created_at: Instant
  finished_at: Instant | null
  expires_at: Instant
  purpose: Generated<string>
  about: unknown
}

export interface ViewingsTable {
  id: string
  recording_id: string
  person_id: string
  purpose: string
  ground: string
  begun_at: Instant
  expires_at: Instant
}

export interface ViolationBasesTable {
  violation_id: string
  basis_id: string
  role: string
  ordinal: number
}

export interface ViolationsTable {
  id: string
  domain: string
  category: string
  title: string
  cause: string
  basis_violated: Generated<string>
  basis_penalty: string
  kinds: string[]
  range_text: Generated<string>
  range: unknown
  is_parsed: boolean
  range_problem: string | null
  criminal_risk: string | null
  criminal_basis: string | null
  source: string
  source_row: number
  imported_at: Generated<Instant>
  content_digest: string
  in_force_from: CalendarDate | null
}

export interface PublishedAgenciesTable {
  id: string
  name: string
  region_name: string
  uscc: string
  address: string
  phone: string
  nature: Generated<string>
  qualified_from_on: CalendarDate | null
  qualified_until_on: CalendarDate | null
  postcode: string | null
  review_body: Generated<string>
  court: Generated<string>
  duty: string | null
  legal_representative: string | null
  funding: string | null
  headcount: number | null
  record_from_on: CalendarDate | null
  complaint_phone: string | null
}

export interface PublishedDecisionsTable {
  id: string
  status: string
  reason: string | null
  title: string
  kind: string
  agency_name: string
  party_name: string
  party_code: string | null
  number: string | null
  summary: Generated<string>
  decided_on: CalendarDate
  published_at: Instant
  withdrawn_at: Instant | null
  body: unknown
  expired_on: CalendarDate | null
  withdrawal_basis: string | null
  later_id: string | null
  later_effect: string | null
}

export interface PublishedDocumentKeysTable {
  key: string
  document_id: string
  title: string
  number: string | null
  agency_name: string
  issued_on: CalendarDate
  status: Generated<string>
  reason: string | null
  file_sha256: string | null
}

export interface PublishedEntrustmentsTable {
  id: string
  agency_id: string
  organisation: string
  uscc: string
  representative: string
  address: string
  phone: string
  basis: string
  items: string[]
  powers: string
  contract_number: string
  signed_on: CalendarDate
  from_on: CalendarDate
  until_on: CalendarDate
  ended_on: CalendarDate | null
}

export interface PublishedMonitorsTable {
  id: string
  agency_id: string
  code: string
  place: string
  sign: string
  standard: string
  legal_number: string
  technical_number: string
  published_on: CalendarDate
  from_on: CalendarDate
  until_on: CalendarDate | null
}

export interface PublishedOfficersTable {
  certificate_number: string
  name: string
  agency_id: string
  kind: string
  valid_from_on: CalendarDate
  valid_until_on: CalendarDate
  state: string
}

export interface PublishedReceiptsTable {
  decision_id: string
  document_id: string
  receipt: string
  index: number
  signed_at: Instant
  file_sha256: string | null
  file_size: number | null
}

export interface PublishedSearchTextTable {
  seq: Generated<number>
  decision_id: string
  agency_name: string
  year: number
  kinds: string[]
  content: string
  tokens: string
}

export interface DB {
  access_items: AccessItemsTable
  access_requests: AccessRequestsTable
  access_steps: AccessStepsTable
  accounts: AccountsTable
  agencies: AgenciesTable
  agency_records: AgencyRecordsTable
  announced_recordings: AnnouncedRecordingsTable
  audit_entries: AuditEntriesTable
  bases: BasesTable
  blobs: BlobsTable
  case_parties: CasePartiesTable
  case_people: CasePeopleTable
  cases: CasesTable
  certificates: CertificatesTable
  derivatives: DerivativesTable
  device_approvals: DeviceApprovalsTable
  device_holdings: DeviceHoldingsTable
  devices: DevicesTable
  disclosure_versions: DisclosureVersionsTable
  disclosures: DisclosuresTable
  document_files: DocumentFilesTable
  document_numbers: DocumentNumbersTable
  documents: DocumentsTable
  dossier_packages: DossierPackagesTable
  dossier_steps: DossierStepsTable
  dossiers: DossiersTable
  drafts: DraftsTable
  entrustment_ends: EntrustmentEndsTable
  entrustment_versions: EntrustmentVersionsTable
  entrustments: EntrustmentsTable
  events: EventsTable
  evidence_references: EvidenceReferencesTable
  file_readings: FileReadingsTable
  holiday_years: HolidayYearsTable
  holidays: HolidaysTable
  idempotency_keys: IdempotencyKeysTable
  items: ItemsTable
  leaves: LeavesTable
  leniency_items: LeniencyItemsTable
  licence_bars: LicenceBarsTable
  licences: LicencesTable
  loan_returns: LoanReturnsTable
  loans: LoansTable
  log_checkpoints: LogCheckpointsTable
  log_cosignatures: LogCosignaturesTable
  log_decisions: LogDecisionsTable
  log_entries: LogEntriesTable
  log_refusals: LogRefusalsTable
  log_timestamps: LogTimestampsTable
  mark_withdrawals: MarkWithdrawalsTable
  migrations: MigrationsTable
  monitoring_reviews: MonitoringReviewsTable
  notice_settings: NoticeSettingsTable
  notices: NoticesTable
  package_builds: PackageBuildsTable
  package_files: PackageFilesTable
  package_volumes: PackageVolumesTable
  parameter_values: ParameterValuesTable
  parties: PartiesTable
  party_merge_steps: PartyMergeStepsTable
  party_merges: PartyMergesTable
  payment_files: PaymentFilesTable
  payment_lines: PaymentLinesTable
  payment_settlements: PaymentSettlementsTable
  pdf_pages: PdfPagesTable
  people: PeopleTable
  post_duties: PostDutiesTable
  post_letters: PostLettersTable
  posts: PostsTable
  print_jobs: PrintJobsTable
  prints: PrintsTable
  recording_bindings: RecordingBindingsTable
  recording_list_entries: RecordingListEntriesTable
  recording_marks: RecordingMarksTable
  recording_references: RecordingReferencesTable
  recording_unbindings: RecordingUnbindingsTable
  recordings: RecordingsTable
  recordings_of_cases: RecordingsOfCasesTable
  regions: RegionsTable
  renditions: RenditionsTable
  search_waiting: SearchWaitingTable
  sessions: SessionsTable
  signatures: SignaturesTable
  signed_papers: SignedPapersTable
  standing_bindings: StandingBindingsTable
  standing_settlements: StandingSettlementsTable
  succession_items: SuccessionItemsTable
  successions: SuccessionsTable
  tiers: TiersTable
  trail_files: TrailFilesTable
  trails: TrailsTable
  unit_entrustments: UnitEntrustmentsTable
  units: UnitsTable
  uploads: UploadsTable
  viewings: ViewingsTable
  violation_bases: ViolationBasesTable
  violations: ViolationsTable
  'published.agencies': PublishedAgenciesTable
  'published.decisions': PublishedDecisionsTable
  'published.document_keys': PublishedDocumentKeysTable
  'published.entrustments': PublishedEntrustmentsTable
  'published.monitors': PublishedMonitorsTable
  'published.officers': PublishedOfficersTable
  'published.receipts': PublishedReceiptsTable
  'published.search_text': PublishedSearchTextTable
}
