-- The database as the migrations leave it, read from the catalogue and sorted.
-- Written by `zhaofa migrate --write-schema`; never edited. The job worker's own schema is not ours and not here.

-- Tables and views
TABLE app.access_items
  request_id uuid NOT NULL
  ordinal integer NOT NULL
  document_id uuid
  recording_id uuid
TABLE app.access_requests
  id uuid NOT NULL
  agency_id uuid NOT NULL
  kind text NOT NULL
  case_id uuid
  scope text NOT NULL
  purposes text[] NOT NULL
  days integer NOT NULL
  reason text NOT NULL
  requested_by uuid NOT NULL
  unit_id uuid NOT NULL
  requested_at timestamp with time zone NOT NULL
  needs_endorsement boolean NOT NULL
  follows_id uuid
  letter_number text
  letter_on date
  body_name text
  bearer_name text
  bearer_id_kind text
  bearer_id_masked text
TABLE app.access_steps
  request_id uuid NOT NULL
  number integer NOT NULL
  kind text NOT NULL
  by_id uuid NOT NULL
  at timestamp with time zone NOT NULL
  note text NOT NULL DEFAULT ''::text
  days integer
  purposes text[]
  until_at timestamp with time zone
TABLE app.accounts
  id uuid NOT NULL
  person_id uuid NOT NULL
  login text NOT NULL
  password_hash text NOT NULL
  is_demo boolean NOT NULL DEFAULT false
  is_disabled boolean NOT NULL DEFAULT false
  failures integer NOT NULL DEFAULT 0
  locked_until_at timestamp with time zone
  password_set_at timestamp with time zone NOT NULL DEFAULT now()
TABLE app.agencies
  id uuid NOT NULL
  code text NOT NULL
  name text NOT NULL
  short_name text NOT NULL
  word text NOT NULL
  field text NOT NULL
  region_code text NOT NULL
  uscc text NOT NULL
  nature text NOT NULL
  qualified_from_on date NOT NULL
  qualified_until_on date
  address text NOT NULL
  phone text NOT NULL
  postcode text
  review_body text NOT NULL DEFAULT ''::text
  court text NOT NULL DEFAULT ''::text
  payee jsonb NOT NULL DEFAULT '{}'::jsonb
  kind text NOT NULL DEFAULT 'enforcement'::text
  standing text NOT NULL DEFAULT 'department'::text
  higher_department text NOT NULL DEFAULT ''::text
  seat_region_code text
TABLE app.agency_records
  agency_id uuid NOT NULL
  version integer NOT NULL
  from_on date NOT NULL
  duty text NOT NULL
  legal_representative text NOT NULL
  funding text NOT NULL
  headcount integer NOT NULL
  address text NOT NULL
  phone text NOT NULL
  ground text NOT NULL
  set_by uuid
  set_at timestamp with time zone NOT NULL
  complaint_phone text NOT NULL DEFAULT ''::text
TABLE app.announced_recordings
  id uuid NOT NULL
  agency_id uuid NOT NULL
  sha256 text NOT NULL
  file_name text NOT NULL
  device_id uuid NOT NULL
  officer_id uuid
  captured_at timestamp with time zone NOT NULL
  due_at timestamp with time zone NOT NULL
  announced_at timestamp with time zone NOT NULL
TABLE app.audit_entries
  id uuid NOT NULL
  at timestamp with time zone NOT NULL
  name text NOT NULL
  actor_id uuid
  agency_id uuid
  subject text
  detail jsonb NOT NULL DEFAULT '{}'::jsonb
  address text
TABLE app.bases
  id uuid NOT NULL
  title text NOT NULL
  article integer NOT NULL
  article_sub integer NOT NULL DEFAULT 0
  paragraph integer NOT NULL DEFAULT 0
  item integer NOT NULL DEFAULT 0
TABLE app.blobs
  sha256 text NOT NULL
  sm3 text NOT NULL
  size bigint NOT NULL
  media_type text NOT NULL
  stored_at timestamp with time zone NOT NULL
TABLE app.case_parties
  case_id uuid NOT NULL
  party_id uuid NOT NULL
  ordinal integer NOT NULL
TABLE app.case_people
  case_id uuid NOT NULL
  person_id uuid NOT NULL
  is_handler boolean NOT NULL
TABLE app.cases
  id uuid NOT NULL
  agency_id uuid NOT NULL
  unit_id uuid NOT NULL
  procedure_code text NOT NULL
  procedure_version text NOT NULL
  name text NOT NULL
  number text
  stage text NOT NULL
  outcome text
  version integer NOT NULL
  state jsonb NOT NULL
  due_on date
  due_clock text
  party_name text NOT NULL
  waits_for text[] NOT NULL
  returned_to uuid[] NOT NULL
  opened_on date NOT NULL
  ended_on date
  updated_at timestamp with time zone NOT NULL
  origin_case_id uuid
  merged_into uuid
  lapsed_on date
  lapse text
  tells_on date
TABLE app.certificates
  id uuid NOT NULL
  person_id uuid NOT NULL
  number text NOT NULL
  kind text NOT NULL
  valid_from_on date NOT NULL
  valid_until_on date NOT NULL
  state text NOT NULL DEFAULT 'valid'::text
TABLE app.derivatives
  id uuid NOT NULL
  recording_id uuid
  parent_sha256 text NOT NULL
  parent_id uuid
  kind text NOT NULL
  recipe jsonb NOT NULL
  recipe_sha256 text NOT NULL
  reason text NOT NULL
  made_by uuid NOT NULL
  asked_at timestamp with time zone NOT NULL
  state text NOT NULL DEFAULT 'waiting'::text
  sentence text
  result_sha256 text
  made_at timestamp with time zone
  upload_id uuid
  original_id uuid NOT NULL GENERATED ALWAYS AS COALESCE(recording_id, upload_id)
TABLE app.device_approvals
  id uuid NOT NULL
  device_id uuid NOT NULL
  legal_number text NOT NULL
  technical_number text NOT NULL
  standard text NOT NULL
  sign text NOT NULL
  place text NOT NULL
  published_on date NOT NULL
  published_where text NOT NULL
  from_on date NOT NULL
  until_on date
  noted_by uuid NOT NULL
  noted_at timestamp with time zone NOT NULL
TABLE app.device_holdings
  id uuid NOT NULL
  device_id uuid NOT NULL
  holder_id uuid
  from_on date NOT NULL
  noted_by uuid NOT NULL
  noted_at timestamp with time zone NOT NULL
TABLE app.devices
  id uuid NOT NULL
  agency_id uuid NOT NULL
  code text NOT NULL
  kind text NOT NULL
  class text NOT NULL
  model text NOT NULL DEFAULT ''::text
  place text NOT NULL DEFAULT ''::text
  holder_id uuid
  from_on date NOT NULL
  until_on date
  version integer NOT NULL DEFAULT 1
TABLE app.disclosure_versions
  disclosure_id uuid NOT NULL
  number integer NOT NULL
  record jsonb NOT NULL
  note text
  published_at timestamp with time zone NOT NULL
  prepared_by uuid
  confirmed_by uuid
  is_sealed boolean NOT NULL DEFAULT true
TABLE app.disclosures
  id uuid NOT NULL
  case_id uuid NOT NULL
  document_id uuid NOT NULL
  agency_id uuid NOT NULL
  due_on date NOT NULL
  state text NOT NULL DEFAULT 'due'::text
  reason text
  basis text
  decided_by uuid
  record jsonb
  version integer NOT NULL DEFAULT 1
  created_at timestamp with time zone NOT NULL DEFAULT now()
  published_at timestamp with time zone
  withdrawn_at timestamp with time zone
  draft jsonb
  prepared_by uuid
  prepared_at timestamp with time zone
  confirmed_by uuid
  confirmed_at timestamp with time zone
  secrecy_checked_by uuid
  secrecy_checked_on date
  hidden_by_hand text[] NOT NULL DEFAULT '{}'::text[]
  ground text
  tier text
  published_until_on date
  repairable_from_on date
  withdraw_since_on date
  withdraw_due_on date
  record_version integer NOT NULL DEFAULT 0
  bears_on uuid
  effect text
  earlier uuid[] NOT NULL DEFAULT '{}'::uuid[]
TABLE app.document_files
  document_id uuid NOT NULL
  sha256 text NOT NULL
  pages integer NOT NULL
  size integer NOT NULL
  sealed_at timestamp with time zone NOT NULL
TABLE app.document_numbers
  agency_id uuid NOT NULL
  word text NOT NULL
  year integer NOT NULL
  last integer NOT NULL
TABLE app.documents
  id uuid NOT NULL
  case_id uuid NOT NULL
  party_id uuid
  code text NOT NULL
  number text
  word text
  year integer
  ordinal integer
  agency_id uuid NOT NULL
  issued_on date NOT NULL
  data jsonb NOT NULL
  voided_at timestamp with time zone
  void_reason text
TABLE app.dossier_packages
  id uuid NOT NULL
  dossier_id uuid NOT NULL
  agency_id uuid NOT NULL
  part integer NOT NULL
  archive_number text NOT NULL
  inventory text NOT NULL
  inventory_sha256 text NOT NULL
  sealed_by uuid NOT NULL
  sealed_at timestamp with time zone NOT NULL
  event_seq integer NOT NULL
TABLE app.dossier_steps
  id uuid NOT NULL
  dossier_id uuid NOT NULL
  step text NOT NULL
  by uuid NOT NULL
  at timestamp with time zone NOT NULL
  remark text NOT NULL DEFAULT ''::text
TABLE app.dossiers
  id uuid NOT NULL
  case_id uuid NOT NULL
  agency_id uuid NOT NULL
  state text NOT NULL
  version integer NOT NULL DEFAULT 1
  arrangement text NOT NULL
  retention text NOT NULL
  retention_reason text
  item_retentions jsonb NOT NULL DEFAULT '[]'::jsonb
  notes text NOT NULL DEFAULT ''::text
  due_on date NOT NULL
  handed_over_by uuid NOT NULL
  handed_over_at timestamp with time zone NOT NULL
  returned_reason text
  examined_at timestamp with time zone
  examination jsonb
TABLE app.drafts
  case_id uuid NOT NULL
  run_id text NOT NULL
  action text NOT NULL
  version integer NOT NULL
  input jsonb NOT NULL
  saved_by uuid NOT NULL
  saved_at timestamp with time zone NOT NULL
TABLE app.entrustment_ends
  entrustment_id uuid NOT NULL
  ended_on date NOT NULL
  reason text NOT NULL
  ended_by uuid NOT NULL
  ended_at timestamp with time zone NOT NULL
TABLE app.entrustment_versions
  entrustment_id uuid NOT NULL
  version integer NOT NULL
  organisation text NOT NULL
  uscc text NOT NULL
  representative text NOT NULL
  address text NOT NULL
  phone text NOT NULL
  basis text NOT NULL
  items text[] NOT NULL
  powers text NOT NULL
  contract_number text NOT NULL
  signed_on date NOT NULL
  from_on date NOT NULL
  until_on date NOT NULL
  ground text NOT NULL
  set_by uuid
  set_at timestamp with time zone NOT NULL
  unit_id uuid
TABLE app.entrustments
  id uuid NOT NULL
  agency_id uuid NOT NULL
TABLE app.events
  case_id uuid NOT NULL
  seq integer NOT NULL
  type text NOT NULL
  at timestamp with time zone NOT NULL
  actor_id uuid
  body jsonb NOT NULL
TABLE app.evidence_references
  case_id uuid NOT NULL
  upload_id uuid NOT NULL
TABLE app.file_readings
  id uuid NOT NULL
  upload_id uuid NOT NULL
  person_id uuid NOT NULL
  begun_at timestamp with time zone NOT NULL
  last_at timestamp with time zone NOT NULL
  requests integer NOT NULL DEFAULT 1
TABLE app.holiday_years
  year integer NOT NULL
  imported_at timestamp with time zone NOT NULL DEFAULT now()
  published boolean NOT NULL DEFAULT true
  source text NOT NULL
TABLE app.holidays
  on_date date NOT NULL
  year integer NOT NULL
  is_off boolean NOT NULL
  name text NOT NULL
  source text NOT NULL
  imported_at timestamp with time zone NOT NULL DEFAULT now()
TABLE app.idempotency_keys
  actor_id uuid NOT NULL
  key text NOT NULL
  request_digest text NOT NULL
  status integer NOT NULL
  answer jsonb NOT NULL
  at timestamp with time zone NOT NULL
TABLE app.items
  id uuid NOT NULL
  agency_id uuid NOT NULL
  code text NOT NULL
  version integer NOT NULL
  name text NOT NULL
  kind text NOT NULL
  basis text NOT NULL
  level text NOT NULL
  published_on date
  from_on date NOT NULL
  until_on date
  source text NOT NULL
  source_row integer NOT NULL
  imported_by uuid
  imported_at timestamp with time zone NOT NULL
  content_digest text NOT NULL
TABLE app.leaves
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  xid xid8 NOT NULL DEFAULT pg_current_xact_id()
  case_id uuid
  seq integer
  kind text NOT NULL
  subject text NOT NULL
  salt bytea NOT NULL
  digest bytea NOT NULL
TABLE app.leniency_items
  id uuid NOT NULL
  agency_id uuid
  region_code text
  kind text NOT NULL
  domain text NOT NULL
  title text NOT NULL
  list text NOT NULL
  item_no text NOT NULL
  conditions text NOT NULL
  issued_by text NOT NULL
  from_on date NOT NULL
  until_on date
  imported_at timestamp with time zone NOT NULL
  content_digest text NOT NULL
TABLE app.licence_bars
  case_id uuid NOT NULL
  party_id uuid NOT NULL
  item text NOT NULL
  until_on date NOT NULL
  basis text NOT NULL
  at timestamp with time zone NOT NULL
TABLE app.licences
  id uuid NOT NULL
  agency_id uuid NOT NULL
  number text NOT NULL
  item text NOT NULL
  holder text NOT NULL
  conditions text NOT NULL
  granted_on date NOT NULL
  valid_until date
  supervisor text NOT NULL DEFAULT ''::text
  renewal_asked_on date
  ended_how text
  ended_on date
  changed_by uuid NOT NULL
  changed_at timestamp with time zone NOT NULL
TABLE app.loan_returns
  loan_id uuid NOT NULL
  received_by uuid NOT NULL
  received_at timestamp with time zone NOT NULL
  returned_by text NOT NULL
  condition text NOT NULL
  note text NOT NULL DEFAULT ''::text
TABLE app.loans
  id uuid NOT NULL
  request_id uuid NOT NULL
  agency_id uuid NOT NULL
  carrier text NOT NULL
  title text NOT NULL
  quantity integer NOT NULL
  lent_to text NOT NULL
  lent_by uuid NOT NULL
  lent_at timestamp with time zone NOT NULL
  due_on date NOT NULL
  condition_note text NOT NULL
TABLE app.log_checkpoints
  size bigint NOT NULL
  root bytea NOT NULL
  note text NOT NULL
  signed_at timestamp with time zone NOT NULL
  epoch integer NOT NULL DEFAULT 0
TABLE app.log_cosignatures
  epoch integer NOT NULL
  size bigint NOT NULL
  witness text NOT NULL
  key_id bytea NOT NULL
  line text NOT NULL
  cosigned_at timestamp with time zone NOT NULL
  received_at timestamp with time zone NOT NULL
TABLE app.log_decisions
  id uuid NOT NULL
  choice text NOT NULL
  epoch integer NOT NULL
  origin text NOT NULL
  problem text NOT NULL
  horizon bigint NOT NULL
  from_size bigint NOT NULL
  to_size bigint NOT NULL
  recovered bigint NOT NULL
  published_note text
  database_note text
  reason text NOT NULL
  decided_by text NOT NULL
  decided_at timestamp with time zone NOT NULL
TABLE app.log_entries
  index bigint NOT NULL
  leaf_id bigint
  entry_hash bytea NOT NULL
  epoch integer NOT NULL DEFAULT 0
TABLE app.log_refusals
  id uuid NOT NULL
  epoch integer NOT NULL
  size bigint NOT NULL
  witness text NOT NULL
  key_id bytea NOT NULL
  status integer NOT NULL
  known_size bigint NOT NULL
  refused_at timestamp with time zone NOT NULL
  is_sealed boolean NOT NULL DEFAULT false
TABLE app.log_timestamps
  epoch integer NOT NULL
  size bigint NOT NULL
  authority text NOT NULL
  token bytea NOT NULL
  stamped_at timestamp with time zone NOT NULL
  received_at timestamp with time zone NOT NULL
TABLE app.mark_withdrawals
  mark_id uuid NOT NULL
  withdrawn_by uuid NOT NULL
  withdrawn_at timestamp with time zone NOT NULL
  reason text NOT NULL
TABLE app.migrations
  name text NOT NULL
  checksum text NOT NULL
  applied_at timestamp with time zone NOT NULL DEFAULT now()
TABLE app.monitoring_reviews
  recording_id uuid NOT NULL
  is_true boolean NOT NULL
  is_clear boolean NOT NULL
  is_complete boolean NOT NULL
  is_accurate boolean NOT NULL
  passed boolean NOT NULL GENERATED ALWAYS AS (is_true AND is_clear AND is_complete AND is_accurate)
  approval_id uuid
  words text NOT NULL
  reviewed_by uuid NOT NULL
  reviewed_at timestamp with time zone NOT NULL
TABLE app.notice_settings
  person_id uuid NOT NULL
  version integer NOT NULL
  quiet_from integer
  quiet_until integer
  digest_at integer
  muted text[] NOT NULL DEFAULT '{}'::text[]
TABLE app.notices
  id uuid NOT NULL
  person_id uuid NOT NULL
  key text NOT NULL
  kind text NOT NULL
  case_id uuid NOT NULL
  about text NOT NULL
  sentence text NOT NULL
  due_on date
  at timestamp with time zone NOT NULL
  shown_at timestamp with time zone NOT NULL
  read_at timestamp with time zone
TABLE app.package_builds
  package_id uuid NOT NULL
  state text NOT NULL DEFAULT 'waiting'::text
  sentence text
  checkpoint_size bigint
  bag_sha256 text
  built_at timestamp with time zone
  checkpoint_note text
TABLE app.package_files
  package_id uuid NOT NULL
  path text NOT NULL
  sha256 text NOT NULL
  sm3 text NOT NULL
  size bigint NOT NULL
  blob_sha256 text NOT NULL
  blob_at bigint NOT NULL
TABLE app.package_volumes
  package_id uuid NOT NULL
  sha256 text NOT NULL
  size bigint NOT NULL
  front_pages integer NOT NULL
  numbered_pages integer NOT NULL
TABLE app.parameter_values
  id uuid NOT NULL
  code text NOT NULL
  scope text NOT NULL
  scope_id text NOT NULL
  effective_on date NOT NULL
  value jsonb NOT NULL
  basis text NOT NULL
  set_by uuid NOT NULL
  set_at timestamp with time zone NOT NULL DEFAULT now()
TABLE app.parties
  id uuid NOT NULL
  kind text NOT NULL
  name text NOT NULL
  code text
  id_kind text
  id_number text
  address text NOT NULL DEFAULT ''::text
  phone text NOT NULL DEFAULT ''::text
  legal_representative text NOT NULL DEFAULT ''::text
  version integer NOT NULL DEFAULT 1
  created_at timestamp with time zone NOT NULL DEFAULT now()
TABLE app.party_merge_steps
  id uuid NOT NULL
  merge_id uuid NOT NULL
  step text NOT NULL
  by uuid NOT NULL
  at timestamp with time zone NOT NULL
  reason text NOT NULL DEFAULT ''::text
TABLE app.party_merges
  id uuid NOT NULL
  duplicate uuid NOT NULL
  kept uuid NOT NULL
  agency_id uuid NOT NULL
TABLE app.payment_files
  id uuid NOT NULL
  agency_id uuid NOT NULL
  file_name text NOT NULL
  sha256 text NOT NULL
  encoding text NOT NULL
  report jsonb NOT NULL
  imported_at timestamp with time zone NOT NULL
  imported_by uuid
TABLE app.payment_lines
  id uuid NOT NULL
  agency_id uuid NOT NULL
  file_id uuid NOT NULL
  line integer NOT NULL
  serial text NOT NULL
  amount_fen bigint NOT NULL
  paid_on date NOT NULL
  payer text NOT NULL
  receipt text NOT NULL
  words text NOT NULL
  came_to text NOT NULL
  sentence text NOT NULL
  case_id uuid
  party_id uuid
TABLE app.payment_settlements
  id uuid NOT NULL
  line_id uuid NOT NULL
  does text NOT NULL
  case_id uuid
  party_id uuid
  words text NOT NULL
  settled_by uuid
  settled_at timestamp with time zone NOT NULL
  round integer NOT NULL
TABLE app.pdf_pages
  sha256 text NOT NULL
  pages integer
  problem text
TABLE app.people
  id uuid NOT NULL
  agency_id uuid NOT NULL
  name text NOT NULL
  employment text NOT NULL DEFAULT 'staff'::text
  has_law_licence boolean NOT NULL DEFAULT false
  first_reviewed_on date
  left_on date
TABLE app.post_duties
  agency_id uuid NOT NULL
  role text NOT NULL
  version integer NOT NULL
  from_on date NOT NULL
  duties text NOT NULL
  set_by uuid
  set_at timestamp with time zone NOT NULL
TABLE app.post_letters
  id uuid NOT NULL
  agency_id uuid NOT NULL
  person_id uuid NOT NULL
  role text NOT NULL
  unit text NOT NULL
  kind text NOT NULL
  from_on date NOT NULL
  until_on date NOT NULL
  signed_on date NOT NULL
  duties text NOT NULL
  recorded_by uuid NOT NULL
  recorded_at timestamp with time zone NOT NULL
TABLE app.posts
  person_id uuid NOT NULL
  unit_id uuid NOT NULL
  role text NOT NULL
  from_on date NOT NULL
  until_on date
  is_principal boolean NOT NULL DEFAULT false
TABLE app.print_jobs
  id uuid NOT NULL
  agency_id uuid NOT NULL
  printed_by uuid NOT NULL
  printed_at timestamp with time zone NOT NULL
  sides text NOT NULL
  paper text NOT NULL DEFAULT 'A4'::text
TABLE app.prints
  job_id uuid NOT NULL
  "position" integer NOT NULL
  document_id uuid NOT NULL
  round integer NOT NULL
  sha256 text NOT NULL
  pages integer NOT NULL
  copies integer NOT NULL
  reason text
  strip_sha256 text
  original_sha256 text
TABLE app.recording_bindings
  recording_id uuid NOT NULL
  case_id uuid NOT NULL
  run_id text NOT NULL
  scene text NOT NULL
  bound_by uuid NOT NULL
  bound_at timestamp with time zone NOT NULL
  bound_seq integer NOT NULL DEFAULT 0
TABLE app.recording_list_entries
  id uuid NOT NULL
  agency_id uuid NOT NULL
  scene text NOT NULL
  effective_on date NOT NULL
  duty text NOT NULL
  media text[] NOT NULL
  retention text NOT NULL
  item text NOT NULL DEFAULT ''::text
  note text NOT NULL DEFAULT ''::text
  basis text NOT NULL
  demonstration_id uuid
  set_by uuid
  set_at timestamp with time zone NOT NULL
TABLE app.recording_marks
  id uuid NOT NULL
  recording_id uuid NOT NULL
  at_ms integer NOT NULL
  until_ms integer
  text text NOT NULL
  marked_by uuid NOT NULL
  marked_at timestamp with time zone NOT NULL
TABLE app.recording_references
  case_id uuid NOT NULL
  recording_id uuid NOT NULL
TABLE app.recording_unbindings
  recording_id uuid NOT NULL
  case_id uuid NOT NULL
  run_id text NOT NULL
  scene text NOT NULL
  bound_seq integer NOT NULL
  reason text NOT NULL
  unbound_by uuid NOT NULL
  unbound_at timestamp with time zone NOT NULL
TABLE app.recordings
  id uuid NOT NULL
  agency_id uuid NOT NULL
  sha256 text NOT NULL
  medium text NOT NULL
  file_name text NOT NULL
  device_id uuid
  officer_id uuid
  captured_at timestamp with time zone NOT NULL
  place text NOT NULL DEFAULT ''::text
  source text NOT NULL
  upload_id uuid
  stored_at timestamp with time zone NOT NULL
  stored_by uuid
  due_at timestamp with time zone
  doubts text[] NOT NULL DEFAULT '{}'::text[]
  said_case text NOT NULL DEFAULT ''::text
TABLE app.regions
  code text NOT NULL
  name text NOT NULL
  parent_code text
TABLE app.renditions
  sha256 text NOT NULL
  state text NOT NULL
  sentence text
  probe jsonb NOT NULL DEFAULT '{}'::jsonb
  poster_sha256 text
  strip_sha256 text
  web_sha256 text
  waveform jsonb
  made_at timestamp with time zone
  version integer NOT NULL DEFAULT 0
TABLE app.search_waiting
  decision_id uuid NOT NULL
TABLE app.sessions
  token_digest text NOT NULL
  account_id uuid NOT NULL
  created_at timestamp with time zone NOT NULL
  seen_at timestamp with time zone NOT NULL
  expires_at timestamp with time zone NOT NULL
TABLE app.signatures
  id uuid NOT NULL
  case_id uuid NOT NULL
  document_id uuid NOT NULL
  agency_id uuid NOT NULL
  strokes text NOT NULL
  strokes_sha256 text NOT NULL
  signed_at timestamp with time zone NOT NULL
TABLE app.signed_papers
  id uuid NOT NULL
  document_id uuid NOT NULL
  parent_sha256 text NOT NULL
  recipe jsonb NOT NULL
  recipe_sha256 text NOT NULL
  sha256 text NOT NULL
  pages integer NOT NULL
  size integer NOT NULL
  made_at timestamp with time zone NOT NULL
TABLE app.succession_items
  succession_id uuid NOT NULL
  ordinal integer NOT NULL
  case_id uuid NOT NULL
  what text NOT NULL
  stage text NOT NULL
  due_on date
  due_clock text
  to_person_id uuid
  seq integer
  sentence text
  basis text
TABLE app.successions
  id uuid NOT NULL
  agency_id uuid NOT NULL
  from_person_id uuid NOT NULL
  ground text NOT NULL
  words text NOT NULL
  made_by uuid NOT NULL
  made_at timestamp with time zone NOT NULL
TABLE app.tiers
  id uuid NOT NULL
  violation_id uuid NOT NULL
  ordinal integer NOT NULL
  code text NOT NULL
  title text NOT NULL
  factors text[] NOT NULL DEFAULT '{}'::text[]
  range jsonb NOT NULL
  effective_on date NOT NULL
TABLE app.trail_files
  trail_id uuid NOT NULL
  made_at timestamp with time zone NOT NULL
  row_count integer NOT NULL
  rows_sha256 text
  sha256 text
  size integer
  pages integer
  sentence text
TABLE app.trails
  id uuid NOT NULL
  agency_id uuid NOT NULL
  asked_by uuid NOT NULL
  asked_at timestamp with time zone NOT NULL
  subject text NOT NULL
  title text NOT NULL
  from_on date NOT NULL
  until_on date NOT NULL
  format text NOT NULL
TABLE app.units
  id uuid NOT NULL
  agency_id uuid NOT NULL
  name text NOT NULL
  kind text NOT NULL
TABLE app.uploads
  id uuid NOT NULL
  owner_id uuid NOT NULL
  agency_id uuid NOT NULL
  case_id uuid
  file_name text NOT NULL
  size bigint NOT NULL
  stored_size bigint NOT NULL DEFAULT 0
  declared_sha256 text
  sha256 text
  state text NOT NULL DEFAULT 'receiving'::text
  created_at timestamp with time zone NOT NULL
  finished_at timestamp with time zone
  expires_at timestamp with time zone NOT NULL
  purpose text NOT NULL DEFAULT 'evidence'::text
  about jsonb
TABLE app.viewings
  id uuid NOT NULL
  recording_id uuid NOT NULL
  person_id uuid NOT NULL
  purpose text NOT NULL
  ground text NOT NULL
  begun_at timestamp with time zone NOT NULL
  expires_at timestamp with time zone NOT NULL
TABLE app.violation_bases
  violation_id uuid NOT NULL
  basis_id uuid NOT NULL
  role text NOT NULL
  ordinal integer NOT NULL
TABLE app.violations
  id uuid NOT NULL
  domain text NOT NULL
  category text NOT NULL
  title text NOT NULL
  cause text NOT NULL
  basis_violated text NOT NULL DEFAULT ''::text
  basis_penalty text NOT NULL
  kinds text[] NOT NULL
  range_text text NOT NULL DEFAULT ''::text
  range jsonb
  is_parsed boolean NOT NULL
  range_problem text
  criminal_risk text
  criminal_basis text
  source text NOT NULL
  source_row integer NOT NULL
  imported_at timestamp with time zone NOT NULL DEFAULT now()
  content_digest text NOT NULL
  in_force_from date
TABLE published.agencies
  id uuid NOT NULL
  name text NOT NULL
  region_name text NOT NULL
  uscc text NOT NULL
  address text NOT NULL
  phone text NOT NULL
  nature text NOT NULL DEFAULT 'statutory'::text
  qualified_from_on date
  qualified_until_on date
  postcode text
  review_body text NOT NULL DEFAULT ''::text
  court text NOT NULL DEFAULT ''::text
  duty text
  legal_representative text
  funding text
  headcount integer
  record_from_on date
  complaint_phone text
TABLE published.decisions
  id uuid NOT NULL
  status text NOT NULL
  reason text
  title text NOT NULL
  kind text NOT NULL
  agency_name text NOT NULL
  party_name text NOT NULL
  party_code text
  number text
  summary text NOT NULL DEFAULT ''::text
  decided_on date NOT NULL
  published_at timestamp with time zone NOT NULL
  withdrawn_at timestamp with time zone
  body jsonb NOT NULL
  expired_on date
  withdrawal_basis text
  later_id uuid
  later_effect text
TABLE published.document_keys
  key text NOT NULL
  document_id uuid NOT NULL
  title text NOT NULL
  number text
  agency_name text NOT NULL
  issued_on date NOT NULL
  status text NOT NULL DEFAULT 'valid'::text
  reason text
  file_sha256 text
TABLE published.entrustments
  id uuid NOT NULL
  agency_id uuid NOT NULL
  organisation text NOT NULL
  uscc text NOT NULL
  representative text NOT NULL
  address text NOT NULL
  phone text NOT NULL
  basis text NOT NULL
  items text[] NOT NULL
  powers text NOT NULL
  contract_number text NOT NULL
  signed_on date NOT NULL
  from_on date NOT NULL
  until_on date NOT NULL
  ended_on date
TABLE published.monitors
  id uuid NOT NULL
  agency_id uuid NOT NULL
  code text NOT NULL
  place text NOT NULL
  sign text NOT NULL
  standard text NOT NULL
  legal_number text NOT NULL
  technical_number text NOT NULL
  published_on date NOT NULL
  from_on date NOT NULL
  until_on date
TABLE published.officers
  certificate_number text NOT NULL
  name text NOT NULL
  agency_id uuid NOT NULL
  kind text NOT NULL
  valid_from_on date NOT NULL
  valid_until_on date NOT NULL
  state text NOT NULL
TABLE published.receipts
  decision_id uuid NOT NULL
  document_id uuid NOT NULL
  receipt text NOT NULL
  index bigint NOT NULL
  signed_at timestamp with time zone NOT NULL
  file_sha256 text
  file_size integer
TABLE published.search_text
  seq bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY
  decision_id uuid NOT NULL
  agency_name text NOT NULL
  year smallint NOT NULL
  kinds text[] NOT NULL
  content text NOT NULL
  tokens tsvector NOT NULL
VIEW app.recordings_of_cases
  AS  SELECT standing_bindings.recording_id,
    standing_bindings.case_id
   FROM standing_bindings
UNION
 SELECT recording_references.recording_id,
    recording_references.case_id
   FROM recording_references;
VIEW app.standing_bindings
  AS  SELECT recording_id,
    case_id,
    run_id,
    scene,
    bound_by,
    bound_at,
    bound_seq
   FROM recording_bindings b
  WHERE NOT (EXISTS ( SELECT
           FROM recording_unbindings u
          WHERE u.recording_id = b.recording_id AND u.case_id = b.case_id AND u.run_id = b.run_id AND u.scene = b.scene AND u.bound_seq = b.bound_seq));
VIEW app.standing_settlements
  AS  SELECT DISTINCT ON (line_id) id,
    line_id,
    does,
    case_id,
    party_id,
    words,
    settled_by,
    settled_at,
    round
   FROM payment_settlements
  ORDER BY line_id, round DESC, (array_position(ARRAY['reversed'::text, 'book'::text, 'set-aside'::text], does)), settled_at DESC;
VIEW app.unit_entrustments
  AS  SELECT v.unit_id,
    v.organisation,
    v.items,
    v.from_on,
    v.until_on,
    n.ended_on
   FROM entrustment_versions v
     LEFT JOIN entrustment_ends n ON n.entrustment_id = v.entrustment_id
  WHERE v.unit_id IS NOT NULL AND NOT (EXISTS ( SELECT
           FROM entrustment_versions later
          WHERE later.entrustment_id = v.entrustment_id AND later.version > v.version));

-- Constraints
app.access_items access_items_check CHECK ((num_nonnulls(document_id, recording_id) = 1))
app.access_items access_items_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents(id)
app.access_items access_items_ordinal_check CHECK ((ordinal > 0))
app.access_items access_items_pkey PRIMARY KEY (request_id, ordinal)
app.access_items access_items_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES recordings(id)
app.access_items access_items_request_id_document_id_key UNIQUE (request_id, document_id)
app.access_items access_items_request_id_fkey FOREIGN KEY (request_id) REFERENCES access_requests(id)
app.access_items access_items_request_id_recording_id_key UNIQUE (request_id, recording_id)
app.access_requests access_requests_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id)
app.access_requests access_requests_bearer_id_masked_check CHECK ((bearer_id_masked ~~ '%*%'::text))
app.access_requests access_requests_bearer_name_check CHECK (((length(bearer_name) >= 1) AND (length(bearer_name) <= 60)))
app.access_requests access_requests_body_name_check CHECK (((length(body_name) >= 1) AND (length(body_name) <= 200)))
app.access_requests access_requests_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
app.access_requests access_requests_check CHECK (((scope = 'items'::text) OR (case_id IS NOT NULL)))
app.access_requests access_requests_check1 CHECK ((num_nonnulls(letter_number, letter_on, body_name, bearer_name, bearer_id_kind, bearer_id_masked) =
CASE kind
    WHEN 'external'::text THEN 6
    ELSE 0
END))
app.access_requests access_requests_check2 CHECK (((kind = 'internal'::text) OR (NOT needs_endorsement)))
app.access_requests access_requests_days_check CHECK ((days > 0))
app.access_requests access_requests_follows_id_fkey FOREIGN KEY (follows_id) REFERENCES access_requests(id)
app.access_requests access_requests_kind_check CHECK ((kind = ANY (ARRAY['internal'::text, 'external'::text])))
app.access_requests access_requests_letter_number_check CHECK (((length(letter_number) >= 1) AND (length(letter_number) <= 100)))
app.access_requests access_requests_pkey PRIMARY KEY (id)
app.access_requests access_requests_purposes_check CHECK ((((cardinality(purposes) >= 1) AND (cardinality(purposes) <= 2)) AND (purposes <@ ARRAY['view'::text, 'copy'::text])))
app.access_requests access_requests_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
app.access_requests access_requests_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES people(id)
app.access_requests access_requests_scope_check CHECK ((scope = ANY (ARRAY['case'::text, 'items'::text])))
app.access_requests access_requests_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
app.access_steps access_steps_by_id_fkey FOREIGN KEY (by_id) REFERENCES people(id)
app.access_steps access_steps_check CHECK ((num_nonnulls(days, purposes, until_at) =
CASE kind
    WHEN 'granted'::text THEN 3
    ELSE 0
END))
app.access_steps access_steps_check1 CHECK ((until_at > at))
app.access_steps access_steps_check2 CHECK (((kind <> ALL (ARRAY['refused'::text, 'revoked'::text])) OR (note <> ''::text)))
app.access_steps access_steps_days_check CHECK ((days > 0))
app.access_steps access_steps_kind_check CHECK ((kind = ANY (ARRAY['endorsed'::text, 'granted'::text, 'refused'::text, 'withdrawn'::text, 'used'::text, 'revoked'::text, 'returned'::text])))
app.access_steps access_steps_note_check CHECK ((length(note) <= 1000))
app.access_steps access_steps_number_check CHECK ((number > 0))
app.access_steps access_steps_pkey PRIMARY KEY (request_id, number)
app.access_steps access_steps_purposes_check CHECK ((((cardinality(purposes) >= 1) AND (cardinality(purposes) <= 2)) AND (purposes <@ ARRAY['view'::text, 'copy'::text])))
app.access_steps access_steps_request_id_fkey FOREIGN KEY (request_id) REFERENCES access_requests(id)
app.accounts accounts_login_check CHECK ((login = lower(login)))
app.accounts accounts_login_key UNIQUE (login)
app.accounts accounts_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
app.accounts accounts_person_id_key UNIQUE (person_id)
app.accounts accounts_pkey PRIMARY KEY (id)
app.agencies agencies_check CHECK (((qualified_until_on IS NULL) OR (qualified_until_on >= qualified_from_on)))
app.agencies agencies_code_key UNIQUE (code)
app.agencies agencies_higher_department CHECK (((standing <> ALL (ARRAY['vertical'::text, 'justice'::text])) OR (btrim(higher_department) <> ''::text)))
app.agencies agencies_kind_check CHECK ((kind = ANY (ARRAY['enforcement'::text, 'police'::text, 'procuratorate'::text, 'supervisory'::text])))
app.agencies agencies_name_key UNIQUE (name)
app.agencies agencies_nature_check CHECK ((nature = ANY (ARRAY['statutory'::text, 'authorised'::text, 'entrusted'::text])))
app.agencies agencies_pkey PRIMARY KEY (id)
app.agencies agencies_region_code_fkey FOREIGN KEY (region_code) REFERENCES regions(code)
app.agencies agencies_seat_region_code_fkey FOREIGN KEY (seat_region_code) REFERENCES regions(code)
app.agencies agencies_standing_check CHECK ((standing = ANY (ARRAY['department'::text, 'authorised'::text, 'branch-office'::text, 'dispatched-organ'::text, 'government'::text, 'vertical'::text, 'justice'::text])))
app.agencies agencies_uscc_check CHECK ((uscc ~ '^11[0-9A-HJ-NPQRTUWXY]{16}$'::text))
app.agencies agencies_uscc_key UNIQUE (uscc)
app.agency_records agency_records_address_check CHECK ((btrim(address) <> ''::text))
app.agency_records agency_records_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id)
app.agency_records agency_records_duty_check CHECK (((btrim(duty) <> ''::text) AND (length(duty) <= 2000)))
app.agency_records agency_records_funding_check CHECK ((funding = ANY (ARRAY['财政全额拨款'::text, '财政差额拨款'::text, '经费自理'::text])))
app.agency_records agency_records_ground_check CHECK ((btrim(ground) <> ''::text))
app.agency_records agency_records_headcount_check CHECK (((headcount >= 1) AND (headcount <= 100000)))
app.agency_records agency_records_legal_representative_check CHECK ((btrim(legal_representative) <> ''::text))
app.agency_records agency_records_phone_check CHECK ((btrim(phone) <> ''::text))
app.agency_records agency_records_pkey PRIMARY KEY (agency_id, version)
app.agency_records agency_records_set_by_fkey FOREIGN KEY (set_by) REFERENCES people(id)
app.agency_records agency_records_version_check CHECK ((version > 0))
app.announced_recordings announced_recordings_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id)
app.announced_recordings announced_recordings_agency_id_sha256_key UNIQUE (agency_id, sha256)
app.announced_recordings announced_recordings_device_id_fkey FOREIGN KEY (device_id) REFERENCES devices(id)
app.announced_recordings announced_recordings_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200)))
app.announced_recordings announced_recordings_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES people(id)
app.announced_recordings announced_recordings_pkey PRIMARY KEY (id)
app.announced_recordings announced_recordings_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
app.audit_entries audit_entries_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES people(id)
app.audit_entries audit_entries_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id)
app.audit_entries audit_entries_pkey PRIMARY KEY (id)
app.bases bases_article_check CHECK ((article > 0))
app.bases bases_pkey PRIMARY KEY (id)
app.bases bases_title_article_article_sub_paragraph_item_key UNIQUE (title, article, article_sub, paragraph, item)
app.bases bases_title_check CHECK ((title <> ''::text))
app.blobs blobs_pkey PRIMARY KEY (sha256)
app.blobs blobs_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
app.blobs blobs_size_check CHECK ((size > 0))
app.blobs blobs_sm3_check CHECK ((sm3 ~ '^[0-9a-f]{64}$'::text))
app.case_parties case_parties_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
app.case_parties case_parties_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id)
app.case_parties case_parties_pkey PRIMARY KEY (case_id, party_id)
app.case_people case_people_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
app.case_people case_people_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
app.case_people case_people_pkey PRIMARY KEY (case_id, person_id)
app.cases cases_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id)
app.cases cases_check CHECK ((origin_case_id <> id))
app.cases cases_check1 CHECK ((merged_into <> id))
app.cases cases_lapse_check CHECK (((lapsed_on IS NULL) = (lapse IS NULL)))
app.cases cases_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES cases(id)
app.cases cases_origin_case_id_fkey FOREIGN KEY (origin_case_id) REFERENCES cases(id)
app.cases cases_pkey PRIMARY KEY (id)
app.cases cases_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
app.cases cases_version_check CHECK ((version > 0))
app.certificates certificates_check CHECK ((valid_until_on >= valid_from_on))
app.certificates certificates_kind_check CHECK ((kind = ANY (ARRAY['enforcement'::text, 'supervision'::text, 'host'::text, 'review'::text])))
app.certificates certificates_number_key UNIQUE (number)
app.certificates certificates_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
app.certificates certificates_pkey PRIMARY KEY (id)
app.certificates certificates_state_check CHECK ((state = ANY (ARRAY['valid'::text, 'suspended'::text, 'revoked'::text])))
app.derivatives derivatives_check CHECK (((state = 'ready'::text) = (result_sha256 IS NOT NULL)))
app.derivatives derivatives_check1 CHECK (((state = 'failed'::text) = (sentence IS NOT NULL)))
app.derivatives derivatives_kind_check CHECK ((kind = ANY (ARRAY['clip'::text, 'redaction'::text, 'watermark'::text])))
app.derivatives derivatives_made_by_fkey FOREIGN KEY (made_by) REFERENCES people(id)
app.derivatives derivatives_made_once UNIQUE (original_id, parent_sha256, recipe_sha256)
app.derivatives derivatives_of_one CHECK ((num_nonnulls(recording_id, upload_id) = 1))
app.derivatives derivatives_of_photograph CHECK (((upload_id IS NULL) OR (kind = 'redaction'::text)))
app.derivatives derivatives_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES derivatives(id)
app.derivatives derivatives_parent_sha256_fkey FOREIGN KEY (parent_sha256) REFERENCES blobs(sha256)
app.derivatives derivatives_pkey PRIMARY KEY (id)
app.derivatives derivatives_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 300)))
app.derivatives derivatives_recipe_sha256_check CHECK ((recipe_sha256 ~ '^[0-9a-f]{64}$'::text))
app.derivatives derivatives_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES recordings(id)
app.derivatives derivatives_result_sha256_fkey FOREIGN KEY (result_sha256) REFERENCES blobs(sha256)
app.derivatives derivatives_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'ready'::text, 'failed'::text])))
app.derivatives derivatives_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES uploads(id)
app.device_approvals device_approvals_check CHECK ((published_on <= from_on))
app.device_approvals device_approvals_check1 CHECK (((until_on IS NULL) OR (until_on >= from_on)))
app.device_approvals device_approvals_device_id_fkey FOREIGN KEY (device_id) REFERENCES devices(id)
app.device_approvals device_approvals_legal_number_check CHECK (((length(legal_number) >= 1) AND (length(legal_number) <= 100)))
app.device_approvals device_approvals_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES people(id)
app.device_approvals device_approvals_pkey PRIMARY KEY (id)
app.device_approvals device_approvals_place_check CHECK (((length(place) >= 1) AND (length(place) <= 200)))
app.device_approvals device_approvals_published_where_check CHECK (((length(published_where) >= 1) AND (length(published_where) <= 300)))
app.device_approvals device_approvals_sign_check CHECK (((length(sign) >= 1) AND (length(sign) <= 200)))
app.device_approvals device_approvals_standard_check CHECK (((length(standard) >= 1) AND (length(standard) <= 200)))
app.device_approvals device_approvals_technical_number_check CHECK (((length(technical_number) >= 1) AND (length(technical_number) <= 100)))
app.device_holdings device_holdings_device_id_fkey FOREIGN KEY (device_id) REFERENCES devices(id)
app.device_holdings device_holdings_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES people(id)
app.device_holdings device_holdings_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES people(id)
app.device_holdings device_holdings_pkey PRIMARY KEY (id)
app.devices devices_agency_id_code_key UNIQUE (agency_id, code)
app.devices devices_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id)
app.devices devices_check CHECK (((until_on IS NULL) OR (until_on >= from_on)))
app.devices devices_class_check CHECK ((class = ANY (ARRAY['A'::text, 'B'::text, 'C'::text])))
app.devices devices_code_check CHECK (((length(code) >= 1) AND (length(code) <= 60)))
app.devices devices_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES people(id)
app.devices devices_kind_check CHECK ((kind = ANY (ARRAY['recorder'::text, 'phone'::text, 'fixed-camera'::text, 'counter-camera'::text, 'monitor'::text])))
app.devices devices_pkey PRIMARY KEY (id)
app.devices devices_version_check CHECK ((version > 0))
app.disclosure_versions disclosure_versions_check CHECK (((number = 1) OR (note IS NOT NULL)))
app.disclosure_versions disclosure_versions_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES people(id)
app.disclosure_versions disclosure_versions_disclosure_id_fkey FOREIGN KEY (disclosure_id) REFERENCES disclosures(id)
app.disclosure_versions disclosure_versions_number_check CHECK ((number > 0))
app.disclosure_versions disclosure_versions_pkey PRIMARY KEY (disclosure_id, number)
app.disclosure_versions disclosure_versions_prepared_by_fkey FOREIGN KEY (prepared_by) REFERENCES people(id)
app.disclosures disclosures_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id)
app.disclosures disclosures_bearing_check CHECK ((((bears_on IS NULL) = (effect IS NULL)) AND (bears_on IS DISTINCT FROM case_id)))
app.disclosures disclosures_bears_on_fkey FOREIGN KEY (bears_on) REFERENCES cases(id)
app.disclosures disclosures_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
app.disclosures disclosures_check CHECK (((state <> ALL (ARRAY['withheld'::text, 'withdrawn'::text])) OR (reason IS NOT NULL)))
app.disclosures disclosures_check1 CHECK (((state <> 'published'::text) OR ((published_at IS NOT NULL) AND (record IS NOT NULL))))
app.disclosures disclosures_check2 CHECK (((state <> 'withdrawn'::text) OR (withdrawn_at IS NOT NULL)))
app.disclosures disclosures_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES people(id)
app.disclosures disclosures_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id)
app.disclosures disclosures_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents(id)
app.disclosures disclosures_document_id_key UNIQUE (document_id)
app.disclosures disclosures_draft_check CHECK ((((draft IS NULL) = (prepared_by IS NULL)) AND ((draft IS NULL) = (prepared_at IS NULL))))
app.disclosures disclosures_effect_check CHECK ((effect = ANY (ARRAY['replaced'::text, 'changed'::text, 'renewed'::text, 'withdrawn'::text, 'revoked'::text, 'cancelled'::text])))
app.disclosures disclosures_pkey PRIMARY KEY (id)
app.disclosures disclosures_prepared_by_fkey FOREIGN KEY (prepared_by) REFERENCES people(id)
app.disclosures disclosures_prepared_check CHECK (((state <> 'prepared'::text) OR (draft IS NOT NULL)))
app.disclosures disclosures_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
app.disclosures disclosures_record_version_check CHECK ((record_version >= 0))
app.disclosures disclosures_secrecy_check CHECK ((((confirmed_by IS NULL) = (secrecy_checked_by IS NULL)) AND ((confirmed_by IS NULL) = (secrecy_checked_on IS NULL))))
app.disclosures disclosures_secrecy_checked_by_fkey FOREIGN KEY (secrecy_checked_by) REFERENCES people(id)
app.disclosures disclosures_state_check CHECK ((state = ANY (ARRAY['due'::text, 'prepared'::text, 'published'::text, 'withheld'::text, 'withdrawn'::text, 'expired'::text])))
app.disclosures disclosures_tier_check CHECK ((tier = ANY (ARRAY['minor'::text, 'general'::text, 'serious'::text])))
app.disclosures disclosures_version_check CHECK ((version > 0))
app.document_files document_files_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents(id)
app.document_files document_files_pages_check CHECK ((pages > 0))
app.document_files document_files_pkey PRIMARY KEY (document_id)
app.document_numbers document_numbers_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id)
app.document_numbers document_numbers_last_check CHECK ((last > 0))
app.document_numbers document_numbers_pkey PRIMARY KEY (agency_id, word, year)
app.documents documents_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id)
app.documents documents_agency_id_word_year_ordinal_key UNIQUE (agency_id, word, year, ordinal)
app.documents documents_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
app.documents documents_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id)
app.documents documents_pkey PRIMARY KEY (id)
app.dossier_packages dossier_packages_agency_id_archive_number_key UNIQUE (agency_id, archive_number)
app.dossier_packages dossier_packages_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id)
app.dossier_packages dossier_packages_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossiers(id)
app.dossier_packages dossier_packages_dossier_id_part_key UNIQUE (dossier_id, part)
app.dossier_packages dossier_packages_event_seq_check CHECK ((event_seq > 0))
app.dossier_packages dossier_packages_inventory_sha256_check CHECK ((inventory_sha256 ~ '^[0-9a-f]{64}$'::text))
app.dossier_packages dossier_packages_part_check CHECK ((part > 0))
app.dossier_packages dossier_packages_pkey PRIMARY KEY (id)
app.dossier_packages dossier_packages_sealed_by_fkey FOREIGN KEY (sealed_by) REFERENCES people(id)
app.dossier_steps dossier_steps_by_fkey FOREIGN KEY (by) REFERENCES people(id)
app.dossier_steps dossier_steps_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossiers(id)
app.dossier_steps dossier_steps_pkey PRIMARY KEY (id)
app.dossier_steps dossier_steps_step_check CHECK ((step = ANY (ARRAY['handed-over'::text, 'returned'::text, 'sealed'::text, 'supplemented'::text])))
app.dossiers dossiers_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id)
app.dossiers dossiers_arrangement_check CHECK ((arrangement = ANY (ARRAY['time'::text, 'conclusion-first'::text])))
app.dossiers dossiers_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
app.dossiers dossiers_case_id_key UNIQUE (case_id)
app.dossiers dossiers_check CHECK (((state = 'returned'::text) = (returned_reason IS NOT NULL)))
app.dossiers dossiers_check1 CHECK (((examined_at IS NULL) = (examination IS NULL)))
app.dossiers dossiers_handed_over_by_fkey FOREIGN KEY (handed_over_by) REFERENCES people(id)
app.dossiers dossiers_notes_check CHECK ((length(notes) <= 2000))
app.dossiers dossiers_pkey PRIMARY KEY (id)
app.dossiers dossiers_retention_check CHECK ((retention = ANY (ARRAY['永久'::text, '30年'::text, '10年'::text])))
app.dossiers dossiers_retention_reason_check CHECK (((length(retention_reason) >= 1) AND (length(retention_reason) <= 500)))
app.dossiers dossiers_returned_reason_check CHECK (((length(returned_reason) >= 1) AND (length(returned_reason) <= 500)))
app.dossiers dossiers_state_check CHECK ((state = ANY (ARRAY['handed-over'::text, 'returned'::text, 'sealed'::text])))
app.dossiers dossiers_version_check CHECK ((version > 0))
app.drafts drafts_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
app.drafts drafts_pkey PRIMARY KEY (case_id, run_id, action)
app.drafts drafts_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES people(id)
app.drafts drafts_version_check CHECK ((version > 0))
app.entrustment_ends entrustment_ends_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people(id)
app.entrustment_ends entrustment_ends_entrustment_id_fkey FOREIGN KEY (entrustment_id) REFERENCES entrustments(id)
app.entrustment_ends entrustment_ends_pkey PRIMARY KEY (entrustment_id)
app.entrustment_ends entrustment_ends_reason_check CHECK ((btrim(reason) <> ''::text))
app.entrustment_versions entrustment_versions_address_check CHECK ((btrim(address) <> ''::text))
app.entrustment_versions entrustment_versions_basis_check CHECK ((btrim(basis) <> ''::text))
app.entrustment_versions entrustment_versions_check CHECK (((version = 1) OR (btrim(ground) <> ''::text)))
app.entrustment_versions entrustment_versions_check1 CHECK (((signed_on <= from_on) AND (from_on <= until_on)))
app.entrustment_versions entrustment_versions_contract_number_check CHECK ((btrim(contract_number) <> ''::text))
app.entrustment_versions entrustment_versions_entrustment_id_fkey FOREIGN KEY (entrustment_id) REFERENCES entrustments(id)
app.entrustment_versions entrustment_versions_items_check CHECK (((cardinality(items) >= 1) AND (cardinality(items) <= 200)))
app.entrustment_versions entrustment_versions_organisation_check CHECK ((btrim(organisation) <> ''::text))
app.entrustment_versions entrustment_versions_phone_check CHECK ((btrim(phone) <> ''::text))
app.entrustment_versions entrustment_versions_pkey PRIMARY KEY (entrustment_id, version)
app.entrustment_versions entrustment_versions_powers_check CHECK ((btrim(powers) <> ''::text))
app.entrustment_versions entrustment_versions_representative_check CHECK ((btrim(representative) <> ''::text))
app.entrustment_versions entrustment_versions_set_by_fkey FOREIGN KEY (set_by) REFERENCES people(id)
app.entrustment_versions entrustment_versions_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
app.entrustment_versions entrustment_versions_uscc_check CHECK ((uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'::text))
app.entrustment_versions entrustment_versions_version_check CHECK ((version > 0))
app.entrustments entrustments_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id)
app.entrustments entrustments_pkey PRIMARY KEY (id)
app.events events_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES people(id)
app.events events_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
app.events events_pkey PRIMARY KEY (case_id, seq)
app.events events_seq_check CHECK ((seq > 0))
app.evidence_references evidence_references_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
app.evidence_references evidence_references_pkey PRIMARY KEY (upload_id, case_id)
app.evidence_references evidence_references_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES uploads(id)
app.file_readings file_readings_check CHECK ((last_at >= begun_at))
app.file_readings file_readings_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
app.file_readings file_readings_pkey PRIMARY KEY (id)
app.file_readings file_readings_requests_check CHECK ((requests > 0))
app.file_readings file_readings_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES uploads(id)
app.holiday_years holiday_years_pkey PRIMARY KEY (year, imported_at)
app.holiday_years holiday_years_source_check CHECK ((source <> ''::text))
app.holiday_years holiday_years_year_check CHECK (((year >= 2000) AND (year <= 2100)))
app.holidays holidays_check CHECK ((abs((EXTRACT(year FROM on_date) - (year)::numeric)) <= (1)::numeric))
app.holidays holidays_check1 CHECK ((is_off OR (EXTRACT(isodow FROM on_date) > (5)::numeric)))
app.holidays holidays_name_check CHECK ((name <> ''::text))
app.holidays holidays_pkey PRIMARY KEY (year, imported_at, on_date)
app.holidays holidays_year_imported_at_fkey FOREIGN KEY (year, imported_at) REFERENCES holiday_years(year, imported_at)
app.idempotency_keys idempotency_keys_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES people(id)
app.idempotency_keys idempotency_keys_key_check CHECK (((length(key) >= 8) AND (length(key) <= 100)))
app.idempotency_keys idempotency_keys_pkey PRIMARY KEY (actor_id, key)
app.items items_agency_id_code_version_key UNIQUE (agency_id, code, version)
app.items items_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id)
app.items items_basis_check CHECK (((length(basis) >= 1) AND (length(basis) <= 1000)))
app.items items_check CHECK (((until_on IS NULL) OR (until_on >= from_on)))
app.items items_code_check CHECK (((length(code) >= 1) AND (length(code) <= 80)))
app.items items_content_digest_check CHECK ((content_digest ~ '^[0-9a-f]{64}$'::text))
app.items items_imported_by_fkey FOREIGN KEY (imported_by) REFERENCES people(id)
app.items items_kind_check CHECK ((kind = ANY (ARRAY['行政处罚'::text, '行政强制'::text, '行政检查'::text, '行政许可'::text, '行政征收'::text, '行政征用'::text, '行政收费'::text, '行政给付'::text, '行政确认'::text, '行政奖励'::text, '行政裁决'::text, '其他'::text])))
app.items items_level_check CHECK (((length(level) >= 1) AND (length(level) <= 40)))
app.items items_name_check CHECK (((btrim(name) <> ''::text) AND (length(name) <= 200)))
app.items items_pkey PRIMARY KEY (id)
app.items items_source_check CHECK ((source <> ''::text))
app.items items_source_row_check CHECK ((source_row > 0))
app.items items_version_check CHECK ((version > 0))
app.leaves leaves_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
app.leaves leaves_digest_check CHECK ((length(digest) = 32))
app.leaves leaves_kind_check CHECK ((kind = ANY (ARRAY['event'::text, 'document'::text, 'recording'::text, 'reconciliation'::text, 'disclosure'::text, 'rendition'::text, 'refusal'::text])))
app.leaves leaves_kind_subject_key UNIQUE (kind, subject)
app.leaves leaves_pkey PRIMARY KEY (id)
app.leaves leaves_salt_check CHECK ((length(salt) = 16))
app.leniency_items leniency_items_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id)
app.leniency_items leniency_items_check CHECK (((agency_id IS NULL) OR (region_code IS NULL)))
app.leniency_items leniency_items_check1 CHECK (((until_on IS NULL) OR (until_on >= from_on)))
app.leniency_items leniency_items_conditions_check CHECK (((length(conditions) >= 1) AND (length(conditions) <= 2000)))
app.leniency_items leniency_items_content_digest_check CHECK ((content_digest ~ '^[0-9a-f]{64}$'::text))
app.leniency_items leniency_items_content_digest_key UNIQUE (content_digest)
app.leniency_items leniency_items_domain_check CHECK ((domain ~ '^[a-z][a-z0-9_-]{0,59}$'::text))
app.leniency_items leniency_items_issued_by_check CHECK (((length(issued_by) >= 1) AND (length(issued_by) <= 200)))
app.leniency_items leniency_items_item_no_check CHECK (((length(item_no) >= 1) AND (length(item_no) <= 40)))
app.leniency_items leniency_items_kind_check CHECK ((kind = ANY (ARRAY['minor'::text, 'first'::text])))
app.leniency_items leniency_items_list_check CHECK (((length(list) >= 1) AND (length(list) <= 200)))
app.leniency_items leniency_items_pkey PRIMARY KEY (id)
app.leniency_items leniency_items_region_code_fkey FOREIGN KEY (region_code) REFERENCES regions(code)
app.leniency_items leniency_items_title_check CHECK (((btrim(title) <> ''::text) AND (length(title) <= 500)))
app.licence_bars licence_bars_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
app.licence_bars licence_bars_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id)
app.licence_bars licence_bars_pkey PRIMARY KEY (case_id, party_id)
app.licences licences_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id)
app.licences licences_agency_id_number_key UNIQUE (agency_id, number)
app.licences licences_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES cases(id)
app.licences licences_check CHECK (((ended_how IS NULL) = (ended_on IS NULL)))
app.licences licences_ended_how_check CHECK ((ended_how = ANY (ARRAY['withdrawn'::text, 'revoked'::text, 'cancelled'::text])))
app.licences licences_id_fkey FOREIGN KEY (id) REFERENCES cases(id)
app.licences licences_item_check CHECK (((length(item) >= 1) AND (length(item) <= 200)))
app.licences licences_number_check CHECK (((length(number) >= 1) AND (length(number) <= 200)))
app.licences licences_pkey PRIMARY KEY (id)
app.loan_returns loan_returns_check CHECK (((condition = 'sound'::text) OR (note <> ''::text)))
app.loan_returns loan_returns_condition_check CHECK ((condition = ANY (ARRAY['sound'::text, 'damaged'::text])))
app.loan_returns loan_returns_loan_id_fkey FOREIGN KEY (loan_id) REFERENCES loans(id)
app.loan_returns loan_returns_note_check CHECK ((length(note) <= 500))
app.loan_returns loan_returns_pkey PRIMARY KEY (loan_id)
app.loan_returns loan_returns_received_by_fkey FOREIGN KEY (received_by) REFERENCES people(id)
app.loan_returns loan_returns_returned_by_check CHECK (((length(returned_by) >= 1) AND (length(returned_by) <= 60)))
app.loans loans_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id)
app.loans loans_carrier_check CHECK ((carrier = ANY (ARRAY['paper-original'::text, 'paper-copy'::text, 'disc'::text, 'drive'::text, 'other'::text])))
app.loans loans_condition_note_check CHECK (((length(condition_note) >= 1) AND (length(condition_note) <= 500)))
app.loans loans_lent_by_fkey FOREIGN KEY (lent_by) REFERENCES people(id)
app.loans loans_lent_to_check CHECK (((length(lent_to) >= 1) AND (length(lent_to) <= 60)))
app.loans loans_pkey PRIMARY KEY (id)
app.loans loans_quantity_check CHECK (((quantity >= 1) AND (quantity <= 9999)))
app.loans loans_request_id_fkey FOREIGN KEY (request_id) REFERENCES access_requests(id)
app.loans loans_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
app.log_checkpoints log_checkpoints_epoch_check CHECK ((epoch >= 0))
app.log_checkpoints log_checkpoints_pkey PRIMARY KEY (epoch, size)
app.log_checkpoints log_checkpoints_root_check CHECK ((length(root) = 32))
app.log_checkpoints log_checkpoints_size_check CHECK ((size > 0))
app.log_cosignatures log_cosignatures_epoch_size_fkey FOREIGN KEY (epoch, size) REFERENCES log_checkpoints(epoch, size)
app.log_cosignatures log_cosignatures_key_id_check CHECK ((length(key_id) = 4))
app.log_cosignatures log_cosignatures_pkey PRIMARY KEY (epoch, size, witness, key_id)
app.log_decisions log_decisions_check CHECK ((from_size <= to_size))
app.log_decisions log_decisions_choice_check CHECK ((choice = ANY (ARRAY['continue'::text, 'new-log'::text])))
app.log_decisions log_decisions_decided_by_check CHECK (((length(decided_by) >= 1) AND (length(decided_by) <= 100)))
app.log_decisions log_decisions_epoch_check CHECK ((epoch >= 0))
app.log_decisions log_decisions_from_size_check CHECK ((from_size >= 0))
app.log_decisions log_decisions_horizon_check CHECK ((horizon >= 0))
app.log_decisions log_decisions_pkey PRIMARY KEY (id)
app.log_decisions log_decisions_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)))
app.log_decisions log_decisions_recovered_check CHECK ((recovered >= 0))
app.log_decisions log_decisions_to_size_check CHECK ((to_size >= 0))
app.log_entries log_entries_entry_hash_check CHECK ((length(entry_hash) = 32))
app.log_entries log_entries_epoch_check CHECK ((epoch >= 0))
app.log_entries log_entries_index_check CHECK ((index >= 0))
app.log_entries log_entries_leaf_id_epoch_key UNIQUE (leaf_id, epoch)
app.log_entries log_entries_leaf_id_fkey FOREIGN KEY (leaf_id) REFERENCES leaves(id)
app.log_entries log_entries_pkey PRIMARY KEY (epoch, index)
app.log_refusals log_refusals_key_id_check CHECK ((length(key_id) = 4))
app.log_refusals log_refusals_known_size_check CHECK ((known_size >= 0))
app.log_refusals log_refusals_pkey PRIMARY KEY (id)
app.log_timestamps log_timestamps_epoch_size_fkey FOREIGN KEY (epoch, size) REFERENCES log_checkpoints(epoch, size)
app.log_timestamps log_timestamps_pkey PRIMARY KEY (epoch, size, authority)
app.mark_withdrawals mark_withdrawals_mark_id_fkey FOREIGN KEY (mark_id) REFERENCES recording_marks(id)
app.mark_withdrawals mark_withdrawals_pkey PRIMARY KEY (mark_id)
app.mark_withdrawals mark_withdrawals_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 200)))
app.mark_withdrawals mark_withdrawals_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES people(id)
app.migrations migrations_checksum_check CHECK ((checksum ~ '^[0-9a-f]{64}$'::text))
app.migrations migrations_pkey PRIMARY KEY (name)
app.monitoring_reviews monitoring_reviews_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES device_approvals(id)
app.monitoring_reviews monitoring_reviews_check CHECK (((approval_id IS NOT NULL) OR (NOT (is_true AND is_clear AND is_complete AND is_accurate))))
app.monitoring_reviews monitoring_reviews_pkey PRIMARY KEY (recording_id)
app.monitoring_reviews monitoring_reviews_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES recordings(id)
app.monitoring_reviews monitoring_reviews_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES people(id)
app.monitoring_reviews monitoring_reviews_words_check CHECK (((length(words) >= 1) AND (length(words) <= 1000)))
app.notice_settings notice_settings_check CHECK (((quiet_from IS NULL) = (quiet_until IS NULL)))
app.notice_settings notice_settings_check1 CHECK ((quiet_from <> quiet_until))
app.notice_settings notice_settings_digest_at_check CHECK (((digest_at >= 0) AND (digest_at <= 1439)))
app.notice_settings notice_settings_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
app.notice_settings notice_settings_pkey PRIMARY KEY (person_id)
app.notice_settings notice_settings_quiet_from_check CHECK (((quiet_from >= 0) AND (quiet_from <= 1439)))
app.notice_settings notice_settings_quiet_until_check CHECK (((quiet_until >= 0) AND (quiet_until <= 1439)))
app.notice_settings notice_settings_version_check CHECK ((version > 0))
app.notices notices_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
app.notices notices_check CHECK ((shown_at >= at))
app.notices notices_key_check CHECK ((key <> ''::text))
app.notices notices_kind_check CHECK ((kind = ANY (ARRAY['assigned'::text, 'handlers-changed'::text, 'to-approve'::text, 'to-handle'::text, 'returned'::text, 'reminded'::text, 'due-soon'::text, 'overdue'::text, 'recording-missing'::text, 'disclosure-due'::text, 'measure-ending'::text, 'merged'::text, 'agreed'::text, 'concluded'::text, 'answered'::text, 'term-over'::text, 'surcharge-capped'::text])))
app.notices notices_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
app.notices notices_person_id_key_key UNIQUE (person_id, key)
app.notices notices_pkey PRIMARY KEY (id)
app.notices notices_sentence_check CHECK ((sentence <> ''::text))
app.package_builds package_builds_bag_sha256_check CHECK ((bag_sha256 ~ '^[0-9a-f]{64}$'::text))
app.package_builds package_builds_check CHECK (((state = 'built'::text) = ((bag_sha256 IS NOT NULL) AND (built_at IS NOT NULL))))
app.package_builds package_builds_checkpoint_size_check CHECK ((checkpoint_size > 0))
app.package_builds package_builds_package_id_fkey FOREIGN KEY (package_id) REFERENCES dossier_packages(id)
app.package_builds package_builds_pkey PRIMARY KEY (package_id)
app.package_builds package_builds_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'built'::text, 'failed'::text])))
app.package_files package_files_blob_at_check CHECK ((blob_at >= 0))
app.package_files package_files_blob_sha256_check CHECK ((blob_sha256 ~ '^[0-9a-f]{64}$'::text))
app.package_files package_files_package_id_fkey FOREIGN KEY (package_id) REFERENCES dossier_packages(id)
app.package_files package_files_path_check CHECK (((length(path) >= 1) AND (length(path) <= 200)))
app.package_files package_files_pkey PRIMARY KEY (package_id, path)
app.package_files package_files_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
app.package_files package_files_size_check CHECK ((size >= 0))
app.package_files package_files_sm3_check CHECK ((sm3 ~ '^[0-9a-f]{64}$'::text))
app.package_volumes package_volumes_front_pages_check CHECK ((front_pages >= 0))
app.package_volumes package_volumes_numbered_pages_check CHECK ((numbered_pages > 0))
app.package_volumes package_volumes_package_id_fkey FOREIGN KEY (package_id) REFERENCES dossier_packages(id)
app.package_volumes package_volumes_pkey PRIMARY KEY (package_id)
app.package_volumes package_volumes_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
app.package_volumes package_volumes_size_check CHECK ((size > 0))
app.parameter_values parameter_values_basis_check CHECK ((btrim(basis) <> ''::text))
app.parameter_values parameter_values_pkey PRIMARY KEY (id)
app.parameter_values parameter_values_scope_check CHECK ((scope = ANY (ARRAY['region'::text, 'agency'::text])))
app.parameter_values parameter_values_set_by_fkey FOREIGN KEY (set_by) REFERENCES people(id)
app.parties parties_check CHECK (((kind = 'person'::text) OR (code IS NOT NULL)))
app.parties parties_code_key UNIQUE (code)
app.parties parties_id_kind_id_number_key UNIQUE (id_kind, id_number)
app.parties parties_kind_check CHECK ((kind = ANY (ARRAY['organisation'::text, 'self-employed'::text, 'person'::text])))
app.parties parties_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
app.parties parties_pkey PRIMARY KEY (id)
app.party_merge_steps party_merge_steps_by_fkey FOREIGN KEY (by) REFERENCES people(id)
app.party_merge_steps party_merge_steps_merge_id_fkey FOREIGN KEY (merge_id) REFERENCES party_merges(id)
app.party_merge_steps party_merge_steps_merge_id_step_key UNIQUE (merge_id, step)
app.party_merge_steps party_merge_steps_pkey PRIMARY KEY (id)
app.party_merge_steps party_merge_steps_reason_check CHECK ((length(reason) <= 500))
app.party_merge_steps party_merge_steps_step_check CHECK ((step = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'refused'::text, 'undone'::text])))
app.party_merges party_merges_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id)
app.party_merges party_merges_check CHECK ((duplicate <> kept))
app.party_merges party_merges_duplicate_fkey FOREIGN KEY (duplicate) REFERENCES parties(id)
app.party_merges party_merges_kept_fkey FOREIGN KEY (kept) REFERENCES parties(id)
app.party_merges party_merges_pkey PRIMARY KEY (id)
app.payment_files payment_files_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id)
app.payment_files payment_files_encoding_check CHECK ((encoding = ANY (ARRAY['UTF-8'::text, 'GBK'::text])))
app.payment_files payment_files_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200)))
app.payment_files payment_files_imported_by_fkey FOREIGN KEY (imported_by) REFERENCES people(id)
app.payment_files payment_files_pkey PRIMARY KEY (id)
app.payment_files payment_files_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
app.payment_lines payment_lines_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id)
app.payment_lines payment_lines_agency_id_serial_key UNIQUE (agency_id, serial)
app.payment_lines payment_lines_amount_fen_check CHECK ((amount_fen <> 0))
app.payment_lines payment_lines_came_to_check CHECK ((came_to = ANY (ARRAY['booked'::text, 'part'::text, 'over'::text, 'doubtful'::text, 'no-notice'::text, 'closed'::text])))
app.payment_lines payment_lines_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
app.payment_lines payment_lines_check CHECK (((came_to = ANY (ARRAY['doubtful'::text, 'no-notice'::text])) OR (case_id IS NOT NULL)))
app.payment_lines payment_lines_file_id_fkey FOREIGN KEY (file_id) REFERENCES payment_files(id)
app.payment_lines payment_lines_line_check CHECK ((line > 0))
app.payment_lines payment_lines_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id)
app.payment_lines payment_lines_payer_check CHECK ((length(payer) <= 200))
app.payment_lines payment_lines_pkey PRIMARY KEY (id)
app.payment_lines payment_lines_receipt_check CHECK ((length(receipt) <= 100))
app.payment_lines payment_lines_serial_check CHECK (((length(serial) >= 1) AND (length(serial) <= 64)))
app.payment_lines payment_lines_words_check CHECK ((length(words) <= 500))
app.payment_settlements payment_settlements_case_check CHECK (((does = 'set-aside'::text) = (case_id IS NULL)))
app.payment_settlements payment_settlements_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
app.payment_settlements payment_settlements_check1 CHECK (((case_id IS NULL) = (party_id IS NULL)))
app.payment_settlements payment_settlements_does_check CHECK ((does = ANY (ARRAY['book'::text, 'set-aside'::text, 'reversed'::text])))
app.payment_settlements payment_settlements_line_id_fkey FOREIGN KEY (line_id) REFERENCES payment_lines(id)
app.payment_settlements payment_settlements_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id)
app.payment_settlements payment_settlements_pkey PRIMARY KEY (id)
app.payment_settlements payment_settlements_reversed_check CHECK (((does <> 'reversed'::text) OR (words <> ''::text)))
app.payment_settlements payment_settlements_round_check CHECK ((round > 0))
app.payment_settlements payment_settlements_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES people(id)
app.payment_settlements payment_settlements_words_check CHECK ((length(words) <= 500))
app.pdf_pages pdf_pages_check CHECK (((pages IS NULL) <> (problem IS NULL)))
app.pdf_pages pdf_pages_pages_check CHECK ((pages > 0))
app.pdf_pages pdf_pages_pkey PRIMARY KEY (sha256)
app.pdf_pages pdf_pages_problem_check CHECK (((length(problem) >= 1) AND (length(problem) <= 500)))
app.pdf_pages pdf_pages_sha256_fkey FOREIGN KEY (sha256) REFERENCES blobs(sha256)
app.people people_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id)
app.people people_employment_check CHECK ((employment = ANY (ARRAY['staff'::text, 'contract'::text, 'temporary'::text])))
app.people people_pkey PRIMARY KEY (id)
app.post_duties post_duties_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id)
app.post_duties post_duties_duties_check CHECK (((btrim(duties) <> ''::text) AND (length(duties) <= 2000)))
app.post_duties post_duties_pkey PRIMARY KEY (agency_id, role, version)
app.post_duties post_duties_role_check CHECK ((role ~ '^[a-z-]+$'::text))
app.post_duties post_duties_set_by_fkey FOREIGN KEY (set_by) REFERENCES people(id)
app.post_duties post_duties_version_check CHECK ((version > 0))
app.post_letters post_letters_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id)
app.post_letters post_letters_check CHECK (((from_on <= until_on) AND (signed_on <= until_on)))
app.post_letters post_letters_duties_check CHECK ((btrim(duties) <> ''::text))
app.post_letters post_letters_kind_check CHECK ((kind = ANY (ARRAY['responsibility'::text, 'commitment'::text])))
app.post_letters post_letters_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
app.post_letters post_letters_pkey PRIMARY KEY (id)
app.post_letters post_letters_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people(id)
app.post_letters post_letters_role_check CHECK ((role ~ '^[a-z-]+$'::text))
app.post_letters post_letters_unit_check CHECK ((btrim(unit) <> ''::text))
app.posts posts_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
app.posts posts_pkey PRIMARY KEY (person_id, unit_id, role, from_on)
app.posts posts_role_check CHECK ((role = ANY (ARRAY['handler'::text, 'unit-head'::text, 'reviewer'::text, 'agency-head'::text, 'panel'::text, 'host'::text, 'clerk'::text, 'archivist'::text, 'storekeeper'::text, 'supervisor'::text, 'liaison'::text, 'system-admin'::text, 'security-admin'::text, 'audit-admin'::text])))
app.posts posts_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
app.print_jobs print_jobs_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id)
app.print_jobs print_jobs_check CHECK (((paper = 'A4'::text) OR (sides = 'one'::text)))
app.print_jobs print_jobs_paper_check CHECK ((paper = ANY (ARRAY['A4'::text, '80mm'::text, '57mm'::text])))
app.print_jobs print_jobs_pkey PRIMARY KEY (id)
app.print_jobs print_jobs_printed_by_fkey FOREIGN KEY (printed_by) REFERENCES people(id)
app.print_jobs print_jobs_sides_check CHECK ((sides = ANY (ARRAY['one'::text, 'two'::text])))
app.prints prints_check CHECK (((strip_sha256 IS NULL) = (original_sha256 IS NULL)))
app.prints prints_check1 CHECK (((strip_sha256 IS NULL) OR (pages = 1)))
app.prints prints_check2 CHECK (((round > 1) OR (reason IS NULL)))
app.prints prints_copies_check CHECK (((copies >= 1) AND (copies <= 50)))
app.prints prints_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents(id)
app.prints prints_document_id_round_key UNIQUE (document_id, round)
app.prints prints_job_id_fkey FOREIGN KEY (job_id) REFERENCES print_jobs(id)
app.prints prints_original_sha256_check CHECK ((original_sha256 ~ '^[0-9a-f]{64}$'::text))
app.prints prints_pages_check CHECK ((pages > 0))
app.prints prints_pkey PRIMARY KEY (job_id, "position")
app.prints prints_position_check CHECK (("position" > 0))
app.prints prints_reason_check CHECK (((btrim(reason) <> ''::text) AND (length(reason) <= 200)))
app.prints prints_round_check CHECK ((round > 0))
app.prints prints_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
app.prints prints_strip_sha256_check CHECK ((strip_sha256 ~ '^[0-9a-f]{64}$'::text))
app.recording_bindings recording_bindings_bound_by_fkey FOREIGN KEY (bound_by) REFERENCES people(id)
app.recording_bindings recording_bindings_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
app.recording_bindings recording_bindings_pkey PRIMARY KEY (recording_id, case_id, run_id, scene, bound_seq)
app.recording_bindings recording_bindings_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES recordings(id)
app.recording_list_entries recording_list_entries_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id)
app.recording_list_entries recording_list_entries_basis_check CHECK ((btrim(basis) <> ''::text))
app.recording_list_entries recording_list_entries_demonstration_id_fkey FOREIGN KEY (demonstration_id) REFERENCES recordings(id)
app.recording_list_entries recording_list_entries_duty_check CHECK ((duty = ANY (ARRAY['must'::text, 'as-needed'::text])))
app.recording_list_entries recording_list_entries_item_check CHECK ((length(item) <= 200))
app.recording_list_entries recording_list_entries_media_check CHECK ((((cardinality(media) >= 1) AND (cardinality(media) <= 3)) AND (media <@ ARRAY['photo'::text, 'audio'::text, 'video'::text])))
app.recording_list_entries recording_list_entries_note_check CHECK ((length(note) <= 500))
app.recording_list_entries recording_list_entries_pkey PRIMARY KEY (id)
app.recording_list_entries recording_list_entries_retention_check CHECK ((retention = ANY (ARRAY['永久'::text, '30年'::text, '10年'::text])))
app.recording_list_entries recording_list_entries_scene_check CHECK (((length(scene) >= 1) AND (length(scene) <= 60)))
app.recording_list_entries recording_list_entries_set_by_fkey FOREIGN KEY (set_by) REFERENCES people(id)
app.recording_marks recording_marks_at_ms_check CHECK ((at_ms >= 0))
app.recording_marks recording_marks_check CHECK ((until_ms > at_ms))
app.recording_marks recording_marks_marked_by_fkey FOREIGN KEY (marked_by) REFERENCES people(id)
app.recording_marks recording_marks_pkey PRIMARY KEY (id)
app.recording_marks recording_marks_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES recordings(id)
app.recording_marks recording_marks_text_check CHECK (((length(text) >= 1) AND (length(text) <= 200)))
app.recording_references recording_references_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
app.recording_references recording_references_pkey PRIMARY KEY (recording_id, case_id)
app.recording_references recording_references_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES recordings(id)
app.recording_unbindings recording_unbindings_pkey PRIMARY KEY (recording_id, case_id, run_id, scene, bound_seq)
app.recording_unbindings recording_unbindings_reason_check CHECK (((length(reason) >= 5) AND (length(reason) <= 500)))
app.recording_unbindings recording_unbindings_recording_id_case_id_run_id_scene_bou_fkey FOREIGN KEY (recording_id, case_id, run_id, scene, bound_seq) REFERENCES recording_bindings(recording_id, case_id, run_id, scene, bound_seq)
app.recording_unbindings recording_unbindings_unbound_by_fkey FOREIGN KEY (unbound_by) REFERENCES people(id)
app.recordings recordings_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id)
app.recordings recordings_device_id_fkey FOREIGN KEY (device_id) REFERENCES devices(id)
app.recordings recordings_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200)))
app.recordings recordings_medium_check CHECK ((medium = ANY (ARRAY['photo'::text, 'audio'::text, 'video'::text])))
app.recordings recordings_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES people(id)
app.recordings recordings_pkey PRIMARY KEY (id)
app.recordings recordings_said_case_check CHECK ((length(said_case) <= 100))
app.recordings recordings_sha256_fkey FOREIGN KEY (sha256) REFERENCES blobs(sha256)
app.recordings recordings_source_check CHECK ((source = ANY (ARRAY['desk'::text, 'docking-station'::text])))
app.recordings recordings_stored_by_fkey FOREIGN KEY (stored_by) REFERENCES people(id)
app.recordings recordings_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES uploads(id)
app.recordings recordings_upload_id_key UNIQUE (upload_id)
app.regions regions_code_check CHECK ((code ~ '^[0-9]{6}([0-9]{3}){0,2}$'::text))
app.regions regions_parent_code_fkey FOREIGN KEY (parent_code) REFERENCES regions(code)
app.regions regions_pkey PRIMARY KEY (code)
app.renditions renditions_pkey PRIMARY KEY (sha256)
app.renditions renditions_poster_sha256_fkey FOREIGN KEY (poster_sha256) REFERENCES blobs(sha256)
app.renditions renditions_sha256_fkey FOREIGN KEY (sha256) REFERENCES blobs(sha256)
app.renditions renditions_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'ready'::text, 'failed'::text, 'skipped'::text])))
app.renditions renditions_strip_sha256_fkey FOREIGN KEY (strip_sha256) REFERENCES blobs(sha256)
app.renditions renditions_version_check CHECK ((version >= 0))
app.renditions renditions_web_sha256_fkey FOREIGN KEY (web_sha256) REFERENCES blobs(sha256)
app.search_waiting search_waiting_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES published.decisions(id)
app.search_waiting search_waiting_pkey PRIMARY KEY (decision_id)
app.sessions sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id)
app.sessions sessions_pkey PRIMARY KEY (token_digest)
app.signatures signatures_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id)
app.signatures signatures_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
app.signatures signatures_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents(id)
app.signatures signatures_pkey PRIMARY KEY (id)
app.signatures signatures_strokes_check CHECK ((length(strokes) <= 200000))
app.signatures signatures_strokes_sha256_check CHECK ((strokes_sha256 ~ '^[0-9a-f]{64}$'::text))
app.signed_papers signed_papers_check CHECK ((sha256 <> parent_sha256))
app.signed_papers signed_papers_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents(id)
app.signed_papers signed_papers_document_id_recipe_sha256_key UNIQUE (document_id, recipe_sha256)
app.signed_papers signed_papers_pages_check CHECK ((pages > 0))
app.signed_papers signed_papers_parent_sha256_check CHECK ((parent_sha256 ~ '^[0-9a-f]{64}$'::text))
app.signed_papers signed_papers_pkey PRIMARY KEY (id)
app.signed_papers signed_papers_recipe_sha256_check CHECK ((recipe_sha256 ~ '^[0-9a-f]{64}$'::text))
app.signed_papers signed_papers_sha256_fkey FOREIGN KEY (sha256) REFERENCES blobs(sha256)
app.signed_papers signed_papers_size_check CHECK ((size > 0))
app.succession_items succession_items_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
app.succession_items succession_items_case_id_seq_fkey FOREIGN KEY (case_id, seq) REFERENCES events(case_id, seq)
app.succession_items succession_items_check CHECK (((seq IS NULL) = (sentence IS NOT NULL)))
app.succession_items succession_items_check1 CHECK (((seq IS NULL) OR (to_person_id IS NOT NULL)))
app.succession_items succession_items_check2 CHECK (((due_on IS NULL) = (due_clock IS NULL)))
app.succession_items succession_items_ordinal_check CHECK ((ordinal > 0))
app.succession_items succession_items_pkey PRIMARY KEY (succession_id, ordinal)
app.succession_items succession_items_succession_id_fkey FOREIGN KEY (succession_id) REFERENCES successions(id)
app.succession_items succession_items_to_person_id_fkey FOREIGN KEY (to_person_id) REFERENCES people(id)
app.successions successions_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id)
app.successions successions_check CHECK (((ground <> 'other'::text) OR (btrim(words) <> ''::text)))
app.successions successions_from_person_id_fkey FOREIGN KEY (from_person_id) REFERENCES people(id)
app.successions successions_ground_check CHECK ((ground = ANY (ARRAY['transfer'::text, 'retirement'::text, 'resignation'::text, 'leave'::text, 'secondment'::text, 'other'::text])))
app.successions successions_made_by_fkey FOREIGN KEY (made_by) REFERENCES people(id)
app.successions successions_pkey PRIMARY KEY (id)
app.tiers tiers_code_check CHECK ((code <> ''::text))
app.tiers tiers_ordinal_check CHECK ((ordinal > 0))
app.tiers tiers_pkey PRIMARY KEY (id)
app.tiers tiers_title_check CHECK ((title <> ''::text))
app.tiers tiers_violation_id_effective_on_code_key UNIQUE (violation_id, effective_on, code)
app.tiers tiers_violation_id_effective_on_ordinal_key UNIQUE (violation_id, effective_on, ordinal)
app.tiers tiers_violation_id_fkey FOREIGN KEY (violation_id) REFERENCES violations(id)
app.trail_files trail_files_check CHECK (((sha256 IS NULL) = (sentence IS NOT NULL)))
app.trail_files trail_files_pkey PRIMARY KEY (trail_id)
app.trail_files trail_files_row_count_check CHECK ((row_count >= 0))
app.trail_files trail_files_rows_sha256_check CHECK ((rows_sha256 ~ '^[0-9a-f]{64}$'::text))
app.trail_files trail_files_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
app.trail_files trail_files_trail_id_fkey FOREIGN KEY (trail_id) REFERENCES trails(id)
app.trails trails_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id)
app.trails trails_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES people(id)
app.trails trails_check CHECK ((until_on >= from_on))
app.trails trails_format_check CHECK ((format = ANY (ARRAY['pdf'::text, 'csv'::text])))
app.trails trails_pkey PRIMARY KEY (id)
app.trails trails_subject_check CHECK (((length(subject) >= 3) AND (length(subject) <= 100)))
app.units units_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id)
app.units units_agency_id_name_key UNIQUE (agency_id, name)
app.units units_kind_check CHECK ((kind = ANY (ARRAY['handling'::text, 'review'::text, 'window'::text, 'leadership'::text, 'archive'::text, 'supervision'::text])))
app.units units_pkey PRIMARY KEY (id)
app.uploads uploads_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id)
app.uploads uploads_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
app.uploads uploads_check CHECK (((stored_size >= 0) AND (stored_size <= size)))
app.uploads uploads_check1 CHECK (((state = ANY (ARRAY['storing'::text, 'finished'::text, 'taken'::text])) = (sha256 IS NOT NULL)))
app.uploads uploads_check2 CHECK (((state = ANY (ARRAY['finished'::text, 'taken'::text])) = (finished_at IS NOT NULL)))
app.uploads uploads_check3 CHECK (((sha256 IS NULL) OR (stored_size = size)))
app.uploads uploads_check4 CHECK (((purpose = 'recording'::text) OR (case_id IS NOT NULL)))
app.uploads uploads_declared_sha256_check CHECK ((declared_sha256 ~ '^[0-9a-f]{64}$'::text))
app.uploads uploads_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200)))
app.uploads uploads_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id)
app.uploads uploads_pkey PRIMARY KEY (id)
app.uploads uploads_purpose_check CHECK ((purpose = ANY (ARRAY['evidence'::text, 'recording'::text])))
app.uploads uploads_sha256_fkey FOREIGN KEY (sha256) REFERENCES blobs(sha256)
app.uploads uploads_size_check CHECK ((size > 0))
app.uploads uploads_state_check CHECK ((state = ANY (ARRAY['receiving'::text, 'storing'::text, 'finished'::text, 'taken'::text, 'refused'::text, 'discarded'::text, 'expired'::text])))
app.viewings viewings_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
app.viewings viewings_pkey PRIMARY KEY (id)
app.viewings viewings_purpose_check CHECK ((purpose = ANY (ARRAY['play'::text, 'download'::text, 'export'::text])))
app.viewings viewings_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES recordings(id)
app.violation_bases violation_bases_basis_id_fkey FOREIGN KEY (basis_id) REFERENCES bases(id)
app.violation_bases violation_bases_pkey PRIMARY KEY (violation_id, role, ordinal)
app.violation_bases violation_bases_role_check CHECK ((role = ANY (ARRAY['violated'::text, 'penalty'::text, 'criminal'::text])))
app.violation_bases violation_bases_violation_id_fkey FOREIGN KEY (violation_id) REFERENCES violations(id)
app.violations violations_basis_penalty_check CHECK ((basis_penalty <> ''::text))
app.violations violations_cause_check CHECK ((btrim(cause) <> ''::text))
app.violations violations_check CHECK ((is_parsed = (range IS NOT NULL)))
app.violations violations_content_digest_check CHECK ((content_digest ~ '^[0-9a-f]{64}$'::text))
app.violations violations_content_digest_key UNIQUE (content_digest)
app.violations violations_domain_check CHECK ((domain ~ '^[a-z][a-z0-9_-]{0,59}$'::text))
app.violations violations_pkey PRIMARY KEY (id)
app.violations violations_source_check CHECK ((source <> ''::text))
app.violations violations_source_row_check CHECK ((source_row > 0))
app.violations violations_title_check CHECK ((btrim(title) <> ''::text))
published.agencies agencies_nature_check CHECK ((nature = ANY (ARRAY['statutory'::text, 'authorised'::text, 'entrusted'::text])))
published.agencies agencies_pkey PRIMARY KEY (id)
published.decisions decisions_check CHECK (((status = 'withdrawn'::text) = (withdrawn_at IS NOT NULL)))
published.decisions decisions_check1 CHECK (((status <> 'withdrawn'::text) OR (reason IS NOT NULL)))
published.decisions decisions_expired_check CHECK (((status = 'expired'::text) = (expired_on IS NOT NULL)))
published.decisions decisions_later_check CHECK ((((later_id IS NULL) = (later_effect IS NULL)) AND (later_id IS DISTINCT FROM id)))
published.decisions decisions_later_effect_check CHECK ((later_effect = ANY (ARRAY['replaced'::text, 'changed'::text, 'renewed'::text, 'withdrawn'::text, 'revoked'::text, 'cancelled'::text])))
published.decisions decisions_later_id_fkey FOREIGN KEY (later_id) REFERENCES published.decisions(id)
published.decisions decisions_pkey PRIMARY KEY (id)
published.decisions decisions_replaced_check CHECK (((later_effect IS DISTINCT FROM 'replaced'::text) OR (status <> 'published'::text)))
published.decisions decisions_status_check CHECK ((status = ANY (ARRAY['published'::text, 'withdrawn'::text, 'expired'::text])))
published.document_keys document_keys_check CHECK (((status <> 'void'::text) OR (reason IS NOT NULL)))
published.document_keys document_keys_document_id_key UNIQUE (document_id)
published.document_keys document_keys_file_sha256_check CHECK ((file_sha256 ~ '^[0-9a-f]{64}$'::text))
published.document_keys document_keys_key_check CHECK ((key ~ '^[A-Za-z0-9_-]{22}$'::text))
published.document_keys document_keys_pkey PRIMARY KEY (key)
published.document_keys document_keys_status_check CHECK ((status = ANY (ARRAY['valid'::text, 'void'::text])))
published.entrustments entrustments_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES published.agencies(id)
published.entrustments entrustments_pkey PRIMARY KEY (id)
published.monitors monitors_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES published.agencies(id)
published.monitors monitors_pkey PRIMARY KEY (id)
published.officers officers_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES published.agencies(id)
published.officers officers_kind_check CHECK ((kind = ANY (ARRAY['enforcement'::text, 'supervision'::text])))
published.officers officers_pkey PRIMARY KEY (certificate_number)
published.officers officers_state_check CHECK ((state = ANY (ARRAY['valid'::text, 'suspended'::text, 'revoked'::text, 'left'::text])))
published.receipts receipts_check CHECK (((file_sha256 IS NULL) = (file_size IS NULL)))
published.receipts receipts_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES published.decisions(id)
published.receipts receipts_file_sha256_check CHECK ((file_sha256 ~ '^[0-9a-f]{64}$'::text))
published.receipts receipts_file_size_check CHECK ((file_size > 0))
published.receipts receipts_index_check CHECK ((index >= 0))
published.receipts receipts_pkey PRIMARY KEY (decision_id)
published.search_text search_text_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES published.decisions(id)
published.search_text search_text_decision_id_key UNIQUE (decision_id)
published.search_text search_text_pkey PRIMARY KEY (seq)

-- Indexes
CREATE INDEX access_items_document ON app.access_items USING btree (document_id)
CREATE INDEX access_items_recording ON app.access_items USING btree (recording_id)
CREATE INDEX access_requests_agency ON app.access_requests USING btree (agency_id, requested_at DESC, id DESC)
CREATE INDEX access_requests_case ON app.access_requests USING btree (case_id)
CREATE INDEX access_requests_person ON app.access_requests USING btree (requested_by, requested_at DESC)
CREATE INDEX audit_entries_actor ON app.audit_entries USING btree (actor_id, at)
CREATE INDEX audit_entries_agency ON app.audit_entries USING btree (agency_id, at)
CREATE INDEX audit_entries_subject ON app.audit_entries USING btree (subject, at)
CREATE INDEX case_parties_party ON app.case_parties USING btree (party_id)
CREATE INDEX case_people_person ON app.case_people USING btree (person_id) WHERE is_handler
CREATE INDEX cases_agency_open ON app.cases USING btree (agency_id, due_on) WHERE (ended_on IS NULL)
CREATE INDEX cases_by_origin ON app.cases USING btree (origin_case_id) WHERE (origin_case_id IS NOT NULL)
CREATE INDEX cases_clues ON app.cases USING btree (agency_id, opened_on, id) WHERE (procedure_code = 'clue'::text)
CREATE INDEX cases_merged_into ON app.cases USING btree (merged_into) WHERE (merged_into IS NOT NULL)
CREATE INDEX cases_transferred ON app.cases USING btree (agency_id) WHERE (state @? '$."runs"[*]?(@."procedure" == "transfer")'::jsonpath)
CREATE INDEX cases_with_things ON app.cases USING btree (agency_id) WHERE ((state ? 'things'::text) AND (ended_on IS NULL))
CREATE INDEX certificates_person ON app.certificates USING btree (person_id)
CREATE INDEX decisions_newest ON published.decisions USING btree (published_at DESC, id DESC)
CREATE INDEX decisions_number ON published.decisions USING btree (number)
CREATE INDEX decisions_party_code ON published.decisions USING btree (party_code)
CREATE INDEX derivatives_recording ON app.derivatives USING btree (recording_id) WHERE (recording_id IS NOT NULL)
CREATE INDEX device_approvals_device ON app.device_approvals USING btree (device_id, from_on)
CREATE INDEX device_holdings_device ON app.device_holdings USING btree (device_id, from_on DESC)
CREATE INDEX disclosures_agency ON app.disclosures USING btree (agency_id, state, due_on, id)
CREATE INDEX disclosures_bearing ON app.disclosures USING btree (bears_on) WHERE (bears_on IS NOT NULL)
CREATE INDEX disclosures_case ON app.disclosures USING btree (case_id)
CREATE INDEX disclosures_ending ON app.disclosures USING btree (published_until_on, id) WHERE (state = 'published'::text)
CREATE INDEX disclosures_waiting ON app.disclosures USING btree (due_on, id) WHERE (state = 'due'::text)
CREATE INDEX documents_case ON app.documents USING btree (case_id)
CREATE INDEX documents_newest ON app.documents USING btree (agency_id, issued_on DESC, case_id, id) WHERE (voided_at IS NULL)
CREATE INDEX documents_number ON app.documents USING btree (number) WHERE (number IS NOT NULL)
CREATE INDEX documents_voided ON app.documents USING btree (id) WHERE (voided_at IS NOT NULL)
CREATE INDEX dossier_steps_dossier ON app.dossier_steps USING btree (dossier_id, at)
CREATE INDEX dossiers_agency ON app.dossiers USING btree (agency_id, state, due_on)
CREATE INDEX entrustment_versions_unit ON app.entrustment_versions USING btree (unit_id) WHERE (unit_id IS NOT NULL)
CREATE INDEX entrustments_agency ON app.entrustments USING btree (agency_id)
CREATE INDEX file_readings_person ON app.file_readings USING btree (upload_id, person_id, last_at DESC)
CREATE INDEX idempotency_keys_at ON app.idempotency_keys USING btree (at)
CREATE INDEX items_kind ON app.items USING btree (agency_id, kind, name)
CREATE INDEX leaves_commit_order ON app.leaves USING btree (xid, id)
CREATE INDEX leniency_items_matter ON app.leniency_items USING btree (domain, title)
CREATE INDEX licence_bars_by_party ON app.licence_bars USING btree (party_id, until_on)
CREATE INDEX licences_by_end ON app.licences USING btree (agency_id, valid_until) WHERE (ended_how IS NULL)
CREATE INDEX loans_agency ON app.loans USING btree (agency_id, due_on, id)
CREATE INDEX loans_request ON app.loans USING btree (request_id)
CREATE INDEX monitors_agency ON published.monitors USING btree (agency_id, place)
CREATE INDEX notices_about ON app.notices USING btree (about) WHERE (read_at IS NULL)
CREATE INDEX notices_newest ON app.notices USING btree (person_id, shown_at DESC, id DESC)
CREATE INDEX notices_unread ON app.notices USING btree (person_id, shown_at) WHERE (read_at IS NULL)
CREATE INDEX officers_agency ON published.officers USING btree (agency_id, name)
CREATE INDEX officers_name ON published.officers USING btree (name)
CREATE INDEX parameter_values_scope ON app.parameter_values USING btree (scope, scope_id)
CREATE INDEX parties_name ON app.parties USING btree (name text_pattern_ops)
CREATE INDEX parties_phone ON app.parties USING btree (phone) WHERE (phone <> ''::text)
CREATE INDEX party_merges_duplicate ON app.party_merges USING btree (duplicate)
CREATE INDEX party_merges_kept ON app.party_merges USING btree (kept)
CREATE INDEX payment_files_agency ON app.payment_files USING btree (agency_id, imported_at)
CREATE INDEX payment_lines_file ON app.payment_lines USING btree (file_id)
CREATE INDEX payment_settlements_case ON app.payment_settlements USING btree (case_id)
CREATE INDEX payment_settlements_line ON app.payment_settlements USING btree (line_id)
CREATE INDEX post_letters_agency ON app.post_letters USING btree (agency_id, until_on DESC)
CREATE INDEX published_entrustments_agency ON published.entrustments USING btree (agency_id, organisation)
CREATE INDEX receipts_document ON published.receipts USING btree (document_id)
CREATE INDEX receipts_file ON published.receipts USING btree (file_sha256)
CREATE INDEX recording_bindings_case ON app.recording_bindings USING btree (case_id)
CREATE INDEX recording_list_entries_agency ON app.recording_list_entries USING btree (agency_id, scene, effective_on)
CREATE INDEX recording_marks_recording ON app.recording_marks USING btree (recording_id, at_ms)
CREATE INDEX recording_references_case ON app.recording_references USING btree (case_id)
CREATE INDEX recordings_agency ON app.recordings USING btree (agency_id, captured_at DESC)
CREATE INDEX recordings_late ON app.recordings USING btree (agency_id, captured_at DESC) WHERE (stored_at > due_at)
CREATE INDEX recordings_sha256 ON app.recordings USING btree (sha256)
CREATE INDEX search_text_agency ON published.search_text USING btree (agency_name, seq)
CREATE INDEX search_text_tokens ON published.search_text USING gin (tokens) WITH (fastupdate=off)
CREATE INDEX search_text_year ON published.search_text USING btree (year, seq)
CREATE INDEX sessions_account ON app.sessions USING btree (account_id)
CREATE INDEX signatures_document ON app.signatures USING btree (document_id)
CREATE INDEX succession_items_case ON app.succession_items USING btree (case_id)
CREATE INDEX successions_agency ON app.successions USING btree (agency_id, made_at DESC)
CREATE INDEX trails_person ON app.trails USING btree (asked_by, asked_at DESC, id DESC)
CREATE INDEX uploads_case ON app.uploads USING btree (case_id)
CREATE INDEX uploads_unfinished ON app.uploads USING btree (expires_at) WHERE (state = ANY (ARRAY['receiving'::text, 'storing'::text]))
CREATE INDEX viewings_person ON app.viewings USING btree (person_id, begun_at)
CREATE INDEX viewings_recording ON app.viewings USING btree (recording_id, begun_at)
CREATE INDEX violation_bases_basis ON app.violation_bases USING btree (basis_id)
CREATE INDEX violations_domain ON app.violations USING btree (domain, title)
CREATE UNIQUE INDEX access_steps_once ON app.access_steps USING btree (request_id, kind)
CREATE UNIQUE INDEX payment_settlements_booked ON app.payment_settlements USING btree (line_id, round) WHERE (does = 'book'::text)
CREATE UNIQUE INDEX payment_settlements_reversed ON app.payment_settlements USING btree (line_id, round) WHERE (does = 'reversed'::text)
CREATE UNIQUE INDEX recordings_once ON app.recordings USING btree (agency_id, sha256)

-- Functions
CREATE OR REPLACE FUNCTION app.await_search()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO app.search_waiting VALUES (NEW.id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $function$

CREATE OR REPLACE FUNCTION app.person_on_the_day(person uuid, today date)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
RETURN (SELECT jsonb_build_object('id', p.id, 'name', p.name, 'agency', p.agency_id, 'employment', p.employment, 'hasLawLicence', p.has_law_licence, 'posts', COALESCE((SELECT jsonb_agg(jsonb_build_object('role', t.role, 'unit', t.unit_id, 'isPrincipal', t.is_principal)) AS jsonb_agg FROM posts t WHERE ((t.person_id = p.id) AND (t.from_on <= person_on_the_day.today) AND ((t.until_on IS NULL) OR (t.until_on >= person_on_the_day.today)))), '[]'::jsonb), 'certificates', COALESCE((SELECT jsonb_agg(jsonb_build_object('kind', c.kind, 'number', c.number, 'validFromOn', c.valid_from_on, 'validUntilOn', c.valid_until_on, 'state', c.state)) AS jsonb_agg FROM certificates c WHERE (c.person_id = p.id)), '[]'::jsonb)) AS jsonb_build_object FROM people p WHERE ((p.id = person_on_the_day.person) AND ((p.left_on IS NULL) OR (p.left_on > person_on_the_day.today))))


-- Triggers
CREATE TRIGGER decisions_await_search AFTER INSERT OR UPDATE ON published.decisions FOR EACH ROW EXECUTE FUNCTION await_search()

-- Grants
DELETE, INSERT, SELECT ON app.idempotency_keys TO zhaofa_app
DELETE, INSERT, SELECT ON published.receipts TO zhaofa_app
DELETE, INSERT, SELECT, UPDATE ON app.case_people TO zhaofa_app
DELETE, INSERT, SELECT, UPDATE ON app.drafts TO zhaofa_app
DELETE, INSERT, SELECT, UPDATE ON app.search_waiting TO zhaofa_app
DELETE, INSERT, SELECT, UPDATE ON app.sessions TO zhaofa_app
EXECUTE ON FUNCTION app.person_on_the_day TO PUBLIC
EXECUTE ON FUNCTION app.person_on_the_day TO zhaofa_app
INSERT, SELECT ON app.access_items TO zhaofa_app
INSERT, SELECT ON app.access_requests TO zhaofa_app
INSERT, SELECT ON app.access_steps TO zhaofa_app
INSERT, SELECT ON app.agency_records TO zhaofa_app
INSERT, SELECT ON app.announced_recordings TO zhaofa_app
INSERT, SELECT ON app.audit_entries TO zhaofa_app
INSERT, SELECT ON app.bases TO zhaofa_app
INSERT, SELECT ON app.blobs TO zhaofa_app
INSERT, SELECT ON app.case_parties TO zhaofa_app
INSERT, SELECT ON app.derivatives TO zhaofa_app
INSERT, SELECT ON app.device_approvals TO zhaofa_app
INSERT, SELECT ON app.device_holdings TO zhaofa_app
INSERT, SELECT ON app.disclosure_versions TO zhaofa_app
INSERT, SELECT ON app.document_files TO zhaofa_app
INSERT, SELECT ON app.documents TO zhaofa_app
INSERT, SELECT ON app.dossier_packages TO zhaofa_app
INSERT, SELECT ON app.dossier_steps TO zhaofa_app
INSERT, SELECT ON app.entrustment_ends TO zhaofa_app
INSERT, SELECT ON app.entrustment_versions TO zhaofa_app
INSERT, SELECT ON app.entrustments TO zhaofa_app
INSERT, SELECT ON app.events TO zhaofa_app
INSERT, SELECT ON app.evidence_references TO zhaofa_app
INSERT, SELECT ON app.file_readings TO zhaofa_app
INSERT, SELECT ON app.holiday_years TO zhaofa_app
INSERT, SELECT ON app.holidays TO zhaofa_app
INSERT, SELECT ON app.items TO zhaofa_app
INSERT, SELECT ON app.leaves TO zhaofa_app
INSERT, SELECT ON app.leniency_items TO zhaofa_app
INSERT, SELECT ON app.licence_bars TO zhaofa_app
INSERT, SELECT ON app.loan_returns TO zhaofa_app
INSERT, SELECT ON app.loans TO zhaofa_app
INSERT, SELECT ON app.log_checkpoints TO zhaofa_app
INSERT, SELECT ON app.log_cosignatures TO zhaofa_app
INSERT, SELECT ON app.log_decisions TO zhaofa_app
INSERT, SELECT ON app.log_entries TO zhaofa_app
INSERT, SELECT ON app.log_refusals TO zhaofa_app
INSERT, SELECT ON app.log_timestamps TO zhaofa_app
INSERT, SELECT ON app.mark_withdrawals TO zhaofa_app
INSERT, SELECT ON app.monitoring_reviews TO zhaofa_app
INSERT, SELECT ON app.notices TO zhaofa_app
INSERT, SELECT ON app.package_builds TO zhaofa_app
INSERT, SELECT ON app.package_files TO zhaofa_app
INSERT, SELECT ON app.package_volumes TO zhaofa_app
INSERT, SELECT ON app.parameter_values TO zhaofa_app
INSERT, SELECT ON app.party_merge_steps TO zhaofa_app
INSERT, SELECT ON app.party_merges TO zhaofa_app
INSERT, SELECT ON app.payment_files TO zhaofa_app
INSERT, SELECT ON app.payment_lines TO zhaofa_app
INSERT, SELECT ON app.payment_settlements TO zhaofa_app
INSERT, SELECT ON app.pdf_pages TO zhaofa_app
INSERT, SELECT ON app.post_duties TO zhaofa_app
INSERT, SELECT ON app.post_letters TO zhaofa_app
INSERT, SELECT ON app.print_jobs TO zhaofa_app
INSERT, SELECT ON app.prints TO zhaofa_app
INSERT, SELECT ON app.recording_bindings TO zhaofa_app
INSERT, SELECT ON app.recording_list_entries TO zhaofa_app
INSERT, SELECT ON app.recording_marks TO zhaofa_app
INSERT, SELECT ON app.recording_references TO zhaofa_app
INSERT, SELECT ON app.recording_unbindings TO zhaofa_app
INSERT, SELECT ON app.recordings TO zhaofa_app
INSERT, SELECT ON app.signatures TO zhaofa_app
INSERT, SELECT ON app.signed_papers TO zhaofa_app
INSERT, SELECT ON app.succession_items TO zhaofa_app
INSERT, SELECT ON app.successions TO zhaofa_app
INSERT, SELECT ON app.tiers TO zhaofa_app
INSERT, SELECT ON app.trail_files TO zhaofa_app
INSERT, SELECT ON app.trails TO zhaofa_app
INSERT, SELECT ON app.uploads TO zhaofa_app
INSERT, SELECT ON app.viewings TO zhaofa_app
INSERT, SELECT ON app.violation_bases TO zhaofa_app
INSERT, SELECT ON app.violations TO zhaofa_app
INSERT, SELECT, UPDATE ON app.accounts TO zhaofa_app
INSERT, SELECT, UPDATE ON app.agencies TO zhaofa_app
INSERT, SELECT, UPDATE ON app.cases TO zhaofa_app
INSERT, SELECT, UPDATE ON app.certificates TO zhaofa_app
INSERT, SELECT, UPDATE ON app.devices TO zhaofa_app
INSERT, SELECT, UPDATE ON app.disclosures TO zhaofa_app
INSERT, SELECT, UPDATE ON app.document_numbers TO zhaofa_app
INSERT, SELECT, UPDATE ON app.dossiers TO zhaofa_app
INSERT, SELECT, UPDATE ON app.licences TO zhaofa_app
INSERT, SELECT, UPDATE ON app.notice_settings TO zhaofa_app
INSERT, SELECT, UPDATE ON app.parties TO zhaofa_app
INSERT, SELECT, UPDATE ON app.people TO zhaofa_app
INSERT, SELECT, UPDATE ON app.posts TO zhaofa_app
INSERT, SELECT, UPDATE ON app.regions TO zhaofa_app
INSERT, SELECT, UPDATE ON app.renditions TO zhaofa_app
INSERT, SELECT, UPDATE ON app.units TO zhaofa_app
INSERT, SELECT, UPDATE ON published.agencies TO zhaofa_app
INSERT, SELECT, UPDATE ON published.decisions TO zhaofa_app
INSERT, SELECT, UPDATE ON published.document_keys TO zhaofa_app
INSERT, SELECT, UPDATE ON published.entrustments TO zhaofa_app
INSERT, SELECT, UPDATE ON published.monitors TO zhaofa_app
INSERT, SELECT, UPDATE ON published.officers TO zhaofa_app
INSERT, SELECT, UPDATE ON published.search_text TO zhaofa_app
SELECT ON app.migrations TO zhaofa_app
SELECT ON app.recordings_of_cases TO zhaofa_app
SELECT ON app.standing_bindings TO zhaofa_app
SELECT ON app.standing_settlements TO zhaofa_app
SELECT ON app.unit_entrustments TO zhaofa_app
SELECT ON published.agencies TO zhaofa_portal
SELECT ON published.decisions TO zhaofa_portal
SELECT ON published.document_keys TO zhaofa_portal
SELECT ON published.entrustments TO zhaofa_portal
SELECT ON published.monitors TO zhaofa_portal
SELECT ON published.officers TO zhaofa_portal
SELECT ON published.receipts TO zhaofa_portal
SELECT ON published.search_text TO zhaofa_portal
UPDATE ON app.agencies.court TO zhaofa_app
UPDATE ON app.agencies.higher_department TO zhaofa_app
UPDATE ON app.agencies.review_body TO zhaofa_app
UPDATE ON app.agencies.seat_region_code TO zhaofa_app
UPDATE ON app.agencies.standing TO zhaofa_app
UPDATE ON app.derivatives.made_at TO zhaofa_app
UPDATE ON app.derivatives.result_sha256 TO zhaofa_app
UPDATE ON app.derivatives.sentence TO zhaofa_app
UPDATE ON app.derivatives.state TO zhaofa_app
UPDATE ON app.documents.void_reason TO zhaofa_app
UPDATE ON app.documents.voided_at TO zhaofa_app
UPDATE ON app.file_readings.last_at TO zhaofa_app
UPDATE ON app.file_readings.requests TO zhaofa_app
UPDATE ON app.notices.read_at TO zhaofa_app
UPDATE ON app.package_builds.bag_sha256 TO zhaofa_app
UPDATE ON app.package_builds.built_at TO zhaofa_app
UPDATE ON app.package_builds.checkpoint_note TO zhaofa_app
UPDATE ON app.package_builds.checkpoint_size TO zhaofa_app
UPDATE ON app.package_builds.sentence TO zhaofa_app
UPDATE ON app.package_builds.state TO zhaofa_app
UPDATE ON app.uploads.finished_at TO zhaofa_app
UPDATE ON app.uploads.sha256 TO zhaofa_app
UPDATE ON app.uploads.state TO zhaofa_app
UPDATE ON app.uploads.stored_size TO zhaofa_app
USAGE ON SCHEMA app TO zhaofa_app
USAGE ON SCHEMA published TO zhaofa_app
USAGE ON SCHEMA published TO zhaofa_portal
USAGE ON app.leaves_id_seq TO zhaofa_app
USAGE ON published.search_text_seq_seq TO zhaofa_app

-- Comments
app.access_items: 调阅的范围：写明的文书和音像记录；只增
app.access_requests.bearer_id_masked: 持函人证件号码，查验原件后只留首尾
app.access_requests.follows_id: 延长是新的申请：接着哪一件
app.access_requests.needs_endorsement: 要由申请人所在机构的负责人签署；负责人自己书面申请的、没有设负责人的机构和外部调阅不要
app.access_requests.scope: case：整件案件；items：只限 access_items 写明的几份
app.access_requests: 调阅申请：谁为什么要看哪件案件、哪些文书和音像；只增，经过另记在 access_steps
app.access_steps.until_at: 到这一刻失效，不用谁来办；延长要另行申请
app.access_steps: 调阅的经过：签署、批准、不准、撤回、使用、撤销、归还；只增，现状由它推出
app.accounts.failures: 连续输错次数；成功登录或者解锁后归零
app.accounts.locked_until_at: 锁定到何时；连续输错五次锁十五分钟
app.accounts: 登录账号；密码只存 argon2id 摘要
app.agencies.court: 空 = 由所在地算出；写了就照写的，如跨行政区域管辖的法院（行政诉讼法第十八条第二款）
app.agencies.field: 执法领域，参数可按领域覆盖
app.agencies.higher_department: 上一级主管部门；垂直领导的机关和司法行政部门必填
app.agencies.kind: 行政执法机关、公安机关、人民检察院、监察机关；后三种的联络员查看移送的案件
app.agencies.review_body: 空 = 由隶属关系算出；写了就照写的
app.agencies.seat_region_code: 所在地的县级区划，与 region_code 不同时才填；管辖法院由此算出（行政诉讼法第十八条第一款）
app.agencies.standing: 隶属关系：工作部门、授权组织、派出机构、派出机关、人民政府、垂直领导、司法行政部门；复议机关由此算出（行政复议法第二十四条、第二十七条、第二十八条）
app.agencies.word: 机关代字，用于文号
app.agencies: 行政执法主体；资格按行为当日判断
app.agency_records.address: 登记时同时写到 app.agencies，文书用那里的
app.agency_records.complaint_phone: 监督投诉电话，印在岗位信息公示牌上；以前的各版没有登记
app.agency_records.from_on: 自哪天起是这样；不晚于登记当天，所以版本最大的就是今天适用的
app.agency_records.ground: 依据或者原因，如批准的文件、任免的文件
app.agency_records.set_by: 登记人；演示数据为空
app.agency_records: 执法主体登记的各版：主要职责、法定代表人、经费来源、编制数、地址、电话；只增，版本最大的适用
app.announced_recordings: 采集站清单里有、当时没有文件的记录：据此知道还缺哪些；只增，存入以后按摘要自然对上
app.audit_entries: 审计：读和写都记；只增
app.bases: 法律依据：名称（不含“中华人民共和国”）、条、之几、款、项；0 = 没有写
app.blobs.media_type: 按文件头识别，不采信上传者的说法
app.blobs: 存储区里的原件，按内容的摘要取名；只增，同一内容只存一份
app.case_parties: 案件的当事人，一案 1..n 个
app.case_people: 谁在承办或者承办过；由事件投影，可重算
app.cases.lapse: 期限已满以后可以办什么，清单上显示的一句话
app.cases.lapsed_on: 对方（当事人、法院、公安机关）的期限从这一天起已满；还没有接着办的最早的一个
app.cases.merged_into: 并入的案件；与并案事件里记的一致
app.cases.origin_case_id: 来源案件；与立案事件里记的一致
app.cases.procedure_version: 案件固定在立案时的程序版本上
app.cases.tells_on: 每日通知从这一天起要看这个案件：对方的期限已满，或者加处罚款到了上限
app.cases.waits_for: 正等谁办：person:<id>、role:<角色>、unit-head:<机构>、countersign:<id>；由事件投影，可重算
app.cases: 案件：state 是事件的折叠，一读即够；version = 事件数
app.certificates: 行政执法证等；有效与否按行为当日判断
app.derivatives.original_id: 由哪一份做出，无论是音像记录还是照片
app.derivatives.parent_sha256: 由哪个文件做出：原件，或者另一个副本（parent_id）
app.derivatives.recipe: 做法：谁都可以照着再做一遍
app.derivatives.sentence: 没有做成的原因，给人看
app.derivatives.upload_id: 由哪一张上传的证据照片做出；由音像记录做出的为空
app.derivatives: 由音像记录或者证据照片做出的副本：片段、遮盖、水印；原件不动，做法和原件摘要写在一起，同样的做法只做一次
app.device_approvals: 电子技术监控设备的法制审核、技术审核和设置地点公布：自哪天起到哪天止；只增，变更另记一条（行政处罚法第四十一条第一款）
app.device_holdings.holder_id: 空的是归库、没有配发给人
app.device_holdings: 设备从哪一天起由谁持有；只增，同一天后记的为准；每一条记录按拍摄当日判断持有人
app.devices.class: 配备类别 A、B、C
app.devices.code: 设备编号，采集站清单里按它认设备
app.devices.place: 固定设备的安装地点
app.devices: 音像记录设备：归机关、配发给人，按配备类别管理
app.disclosure_versions.is_sealed: 有存证的叶；有叶以前公示的为假
app.disclosure_versions: 公示过的每一版，一字不差；更正以后旧版留在这里，不再公开；只增
app.disclosures.bears_on: 变更、撤回、撤销、注销的是哪一案的决定；首次的决定为空
app.disclosures.decided_by: 决定不公示的人；由规则决定的为空
app.disclosures.draft: 准备好等待确认的公示稿：内容、每一处脱敏、人工隐去、社会影响的判断
app.disclosures.due_on: 公示期限的最后一日；送达生效后即公示，不等到这一日
app.disclosures.earlier: 作出时，同一决定在此以前的各项公示；公示以后，它们的公示页指向这一项
app.disclosures.effect: 对以前的决定起什么作用：代替，或者变更、延续、撤回、撤销、注销了它准予的许可
app.disclosures.ground: 不公示、撤回的情形（代码），理由写在 reason
app.disclosures.hidden_by_hand: 人工隐去过的文字；更正、恢复以后仍然隐去
app.disclosures.published_until_on: 公示期的最后一日；期满次日撤下内容
app.disclosures.reason: 不公示、撤回的理由；待公示的，为何还不能公示
app.disclosures.record: 公示出去的内容，一字不差
app.disclosures.tier: 失信程度：轻微、一般、严重；许可没有
app.disclosures.withdraw_due_on: 应当撤回的最后一日：决定被变更、撤销等之日起三个工作日
app.disclosures: 公示：每份应公示的决定一行，何日之前公示、公示了什么、不公示和撤回的理由
app.document_files: 排版成的 PDF（存于存储区，按摘要取）；只增
app.document_numbers: 文号流水：每机关、每类型字、每年连续不跳号
app.documents: 签发的执法文书；作废留号
app.dossier_packages.inventory: 封存清单的原文（规范 JSON）；其摘要写在事件 dossier-sealed 里，所以按文本存
app.dossier_packages: 封存的归档包：第 1 包是案卷本身，以后的是补充；只增
app.dossier_steps: 案卷移交、退回、封存、补充的经过；只增
app.dossiers.examination: 移交后逐个重读原件的结果，按摘要：sound、altered、missing 和识别出的格式
app.dossiers.item_retentions: 个别材料另定的保管期限：[{id, value, reason}]
app.dossiers.retention_reason: 与参数算出的保管期限不同时的理由
app.dossiers: 案卷：移交、检查、退回或者封存；封存后不再改动，补充另成归档包
app.drafts: 未提交的表单草稿，自动保存；按版本防止互相覆盖
app.entrustment_ends: 委托期满以前终止：哪天起、为什么；一份委托至多一次，不能恢复
app.entrustment_versions.basis: 可以委托的依据：哪部法律、法规、规章的哪一条
app.entrustment_versions.ground: 为什么改；第一版为空
app.entrustment_versions.set_by: 登记人；演示数据为空
app.entrustment_versions.unit_id: 由受委托组织的人员组成的承办机构；不在本系统里办案的为空
app.entrustment_versions: 委托书的各版：受委托组织、委托事项、权限、期限、委托书编号；只增，版本最大的适用
app.entrustments: 委托：一份委托书一行，内容在 entrustment_versions；只增
app.events: 全过程记录：只增，不改，不删
app.evidence_references: 并案、分案后引用另案证据的案件：能看本案的，看得到引用的原件；只增
app.file_readings.requests: 这一次里分几段读取
app.file_readings: 一个人看一份证据文件的一次：播放器分段读取归为一次，首次读取在 audit_entries 里有一行
app.holiday_years.published: 假 = 撤回误导入的安排，该年度恢复按周末估算
app.holiday_years: 各年度放假安排；同一年度以最新一次导入为准，没有导入的年度按周末估算
app.holidays: 放假日和调休上班日；上班日只能是周六、周日
app.idempotency_keys: 同一请求只办一次：重复的键答复原结果
app.items.imported_by: 登记人；由命令导入和演示数据为空
app.items.published_on: 公布日期；空 = 没有公布，不得实施
app.items.until_on: 适用到哪一天为止；空 = 一直适用
app.items.version: 同一机关同一编码从 1 起；某日适用的是当日已经施行的里面施行日最晚的一版，同一施行日的以后登记的为准
app.items: 权责清单：执法事项的编码、名称、类别、依据、实施机关、层级、公布日期；只增，改动是新的一版，案件记着自己那一版
app.leaves.digest: SHA-256(salt ‖ 规范 JSON)，公开时不泄露内容
app.leaves: 存证日志的叶：随业务事务写入，尚未编号；序号由定序器另表写入
app.leniency_items: 免罚清单：轻微不罚、首违不罚的事项（处罚法第三十三条），按机关或者地区；只增，内容相同的行只存一次，到期的写截止日
app.licence_bars: 一年、三年内不得再次申请的许可（行政许可法第七十八条、第七十九条）；只增
app.licences.changed_by: 最近一次变动所在的案件
app.licences.id: 准予许可的案件
app.licences.renewal_asked_on: 延续申请受理日；作出决定后清空。届满前没有决定的，视为准予延续
app.licences: 许可登记簿：由办案事件推出，一件许可一行；是否有效按当天推算，不保存
app.loan_returns: 归还登记：归还时检查完好或者有损，有损的写明；只增
app.loans: 借出登记：交给谁、什么、几件、何日归还、交出时的状况；只增
app.log_checkpoints.note: C2SP tlog-checkpoint，连同签名，一字不差
app.log_checkpoints: 签过名的检查点；先入此表，后对外公布，所以公布过的必在表中
app.log_cosignatures.cosigned_at: 见证方所写的时间，在会签之内
app.log_cosignatures: 见证方对检查点的会签（C2SP tlog-cosignature）；只增
app.log_decisions.choice: continue：沿用已公布的更长历史；new-log：另起一部新日志，旧日志原样封存
app.log_decisions.epoch: 决定以后的日志是第几部，从 0 起
app.log_decisions.from_size: 从这一条起到 to_size 之前，条目已经公布而本库没有（除已找回的）
app.log_decisions.horizon: 决定时最后一片叶的编号：到此为止的叶不比事务号，此后的才比
app.log_decisions: 存证日志停签以后由人作出的决定（log reconcile），本身也写入存证日志；只增
app.log_entries.entry_hash: RFC 6962 叶散列：SHA-256(0x00 ‖ 条目)
app.log_entries.leaf_id: 为空：条目已经公布，叶没有随旧备份回来，由 log_decisions 的一项决定说明
app.log_entries: 存证日志的序号：叶 → 第几条；只增，由定序器一处写入
app.log_refusals.is_sealed: 有叶 refusal:<编号>；以前的没有
app.log_refusals.known_size: 见证方最后会签到第几条
app.log_refusals: 见证方因历史不一致而拒绝会签：它见过更长的日志，或者同一条数下的另一个根；只增
app.log_timestamps.authority: 时间戳服务的网址
app.log_timestamps: 检查点的可信时间戳（RFC 3161）；只增
app.mark_withdrawals: 标记的撤回：标记本身留着，撤回另记一行；只增
app.migrations: Applied migrations; the checksum refuses a file that was edited afterwards.
app.monitoring_reviews.approval_id: 记录当日设备所凭的审核和公布；没有的不能通过
app.monitoring_reviews: 监控记录的逐条审核：真实、清晰、完整、准确；没有审核或者没有通过的，不得作为证据（行政处罚法第四十一条第二款）；只增，一条记录一次
app.notice_settings: 通知的设置：免打扰时段、每日汇总的时刻、不要的种类；没有行的按默认
app.notices: 通知：由案件的事件和期限产生，一人一事一条；只改已读的时间
app.package_builds.bag_sha256: tagmanifest-sha256.txt 的 SHA-256：整个包的摘要，补充包写明它
app.package_builds.checkpoint_note: 装配时定下的检查点原文，带当时见证方的会签；再装配一次字节相同
app.package_builds.checkpoint_size: 回执所依据的检查点，定下就不换，再装配一次字节相同
app.package_builds: 归档包的装配：由后台任务做，可以中断后接着做
app.package_files: 归档包里的每个文件在存储区的哪里；原件就是原件，小文件合存一处；只增
app.package_volumes: 归档包的装订本：封面、目录、编了页号的全部材料、备考表合成的一个 PDF；派生件，只增
app.parameter_values: 地区、机关对参数的覆盖值；必须有依据，自生效日起算
app.parties.code: 统一社会信用代码
app.parties: 行政相对人一户式登记簿，各机关共用
app.party_merge_steps: 合并当事人的经过：提出、确认、不同意、撤销，各由谁、为什么；只增
app.party_merges: 重复登记的当事人并入另一个：谁并入谁；是否成立看经过的最后一步；只增
app.payment_files.imported_by: 由命令导入的没有人
app.payment_files: 银行对账文件：哪份文件、何时由谁导入、逐行的结果；只增，同一文件再导入另记一份
app.payment_lines.came_to: 导入时的结果：已入账、部分缴纳、多缴、有疑问、没有通知书、案件不能登记
app.payment_lines: 银行告知的每一笔缴款，以银行流水号为准，一笔只登记一次；只增
app.payment_settlements.round: 第几轮处理；冲销结束一轮，以后的处理属于下一轮
app.payment_settlements: 每一笔缴款的处理：入了哪个案件的账、写明理由不入账，或者案件里冲销了；只增
app.pdf_pages: 上传的 PDF 有几页，或者为什么不能装订；按内容记一次，只增
app.people: 人员；合同制和临时人员不能是执法人员
app.post_duties.role: 岗位的角色，与 app.posts 的相同
app.post_duties.set_by: 登记人；演示数据为空
app.post_duties: 岗位职责的各版：一个机关的一种岗位；只增，版本最大的适用
app.post_letters.duties: 签订那天的岗位职责，以后职责改了不变
app.post_letters: 责任书（responsibility）、承诺书（commitment）的签订：谁、什么岗位、哪个期限；只增
app.posts.is_principal: 正职负责人或者主持工作的负责人（移送规定第五条）
app.posts: 岗位：人在某机构的角色和任期
app.print_jobs.paper: 纸张：A4，或者便携打印机的 80 毫米、57 毫米窄幅纸
app.print_jobs.sides: 单面、双面；双面的每份从新的一张纸开始
app.print_jobs: 打印：谁在什么时候一次打印了几种文书；只增
app.prints.original_sha256: 窄幅打印件所依据的文书原件的摘要
app.prints.round: 这份文书的第几次打印；同一种纸（A4、窄幅）第一次以后的都是补印，写明理由
app.prints.sha256: 打印的文件的摘要：文书文件，或者当时最新的签名件；窄幅打印的，记当时用 A4 会打印的文件
app.prints.strip_sha256: 窄幅打印件的摘要；打开时按同样的数据再生成，摘要一致才给
app.prints: 打印的每份文书：第几次、哪个文件、几份；再次打印的有理由；只增
app.recording_bindings.bound_seq: 事件 recording-bound 在本案中的序号
app.recording_bindings: 音像记录属于哪件案件的哪个记录环节；由事件 recording-bound 写入，只增
app.recording_list_entries.demonstration_id: 规范演示：本机关的一份音像记录
app.recording_list_entries.scene: 记录环节代码（domain/recording/scenes.ts）
app.recording_list_entries.set_by: 登记人；演示数据为空
app.recording_list_entries: 机关音像记录事项清单的条目：自生效日起适用，只能比全国的最低要求更严；只增
app.recording_marks.at_ms: 从记录开始起的毫秒数
app.recording_marks: 音像记录上的标记：从哪一刻到哪一刻，说的是什么；只增
app.recording_references: 并案、分案后证据出自另案音像记录的案件：办理本案的，看得到这份音像记录；只增
app.recording_unbindings: 绑错了的音像记录：由事件 recording-unbound 写入，绑定的行不删；只增
app.recordings.captured_at: 拍摄时间（记录开始），24 小时上传期限从这里起算
app.recordings.doubts: 存入时看出的疑点：设备已停用、当日由别人持有等；存入以后不再改
app.recordings.due_at: 应当存入的时间：按存入当日的参数从拍摄时间算起
app.recordings.said_case: 采集站清单里写的案号，供关联案件时参考；本身不产生关联
app.recordings.stored_by: 上传人；采集站接收的为空
app.recordings: 音像记录：原件一经存入不再改动；只增
app.recordings_of_cases: 音像记录属于哪些案件：现在绑定的，和证据出自它的
app.regions: 行政区划（GB/T 2260）
app.renditions.sentence: 没有做成的原因，给人看
app.renditions.strip_sha256: 缩略图条：等距十帧拼成一张
app.renditions.version: 第几次制作；每次制作留一片叶 rendition:<摘要>:<次>，0 是以前没有叶的
app.renditions: 由原件算出的播放材料：时长、编码、封面、缩略图条、波形、网页版；可以重算，丢了不影响原件
app.search_waiting: 公示、撤回之后等待编入检索的决定；编好即删
app.sessions: 会话；只存令牌的摘要
app.signatures.strokes: 规范 JSON 原文，逐字节的 SHA-256 就是事件里记下的笔迹摘要
app.signatures: 屏幕签名的笔迹：SVG 路径和每个点的时间，编号同案件事件里的签名；只增，属个人信息，随文书的权限
app.signed_papers: 签名件：由文书原件和全部签名按配方生成的副本，记原件摘要；原件不改；只增
app.standing_bindings: 现在有效的绑定：没有被解除的
app.standing_settlements: 每一笔缴款现在的处理
app.succession_items.stage: 交接当时的环节和期限；案件后来怎样，看案件
app.succession_items: 工作交接单的各行：seq 是移交的事件，没有的是留下的，sentence、basis 写明为什么
app.successions: 工作交接：一名人员调岗、退休、离职、请假时，把手上在办的事一次移交；只增
app.tiers: 裁量档次（处罚法第三十四条），由轻到重；新的基准是新的生效日
app.trail_files.rows_sha256: 各行规范 JSON 的摘要，印在文件上
app.trail_files: 做成的操作记录文件，或者没有做成的原因；只增
app.trails.subject: 对象，如 case:<编号>、person:<编号>
app.trails: 制作过的操作记录：谁要的、对象、期间、格式；只增
app.unit_entrustments: 各承办机构现在的委托书，期满、终止的也在内；没有行的机构是本机关自己的
app.units: 内设机构
app.uploads.about: 音像记录上传时说明的拍摄时间、设备、拍摄人、地点；证据上传为空
app.uploads.state: storing：摘要已定、正在移入存储区，中断后可以接着完成
app.uploads.stored_size: 已落盘（fsync）的字节数，续传从这里开始
app.uploads: 断点续传的上传；finished 后可由办案环节取为证据（taken）
app.viewings.ground: 凭什么看：case:<案件> 承办、审核或者讨论，access:<调阅申请>，own 自己上传的
app.viewings: 每一次查看：先记下，才放行；只增
app.violation_bases: 违法情形与依据：违反、处罚、涉刑
app.violations.in_force_from: 自哪一天起适用；同一领域同一情形的下一条施行时为止，空 = 一直适用（处罚法第三十七条）
app.violations.range: 解析后的处罚幅度；空 = 没有写幅度或者读不懂，原文在 range_text
app.violations.range_problem: 幅度读不懂的原因和位置
app.violations.source: 来自哪个文件
app.violations: 违法情形（案由）：依据、处罚种类和幅度；只增，内容相同的行只存一次
published.agencies.record_from_on: 主要职责等自哪天起是这样；没有登记的，这几栏都空
published.agencies: 行政执法主体的公开信息
published.decisions.expired_on: 公示期满的那一日；期满的留号，不留内容
published.decisions.later_effect: 后来的决定起什么作用；已被代替的不再列出，只留自己的一页
published.decisions.later_id: 后来的决定：变更后的决定，或者变更、撤回、撤销、注销许可的决定
published.decisions: 公示的决定：已经脱敏；撤回的留号留理由，不留内容
published.document_keys: 文书上二维码里的随机键：128 位，只有手里有文书的人知道；不含当事人
published.entrustments: 委托书的公布（行政处罚法第二十条第二款）；ended_on 是期满以前终止的那天
published.monitors: 电子技术监控设备的设置地点和审核，向社会公布（行政处罚法第四十一条第一款）；一次审核一行
published.officers: 行政执法人员的公开信息：姓名、机关、证件
published.receipts.file_sha256: 公开的决定书原件；当事人有自然人的，不公开原件，为空
published.receipts: 公示的决定书的存证回执；撤回公示时删除
published.search_text.seq: 编入的先后，也就是公示的先后；翻页和由新到旧都按它
published.search_text.tokens: 单字、双字、词、数字片段，以及以 @ 开头的机关、年份、种类、当事人、区间
published.search_text: 检索：每份公示的决定一行，由公示作业在提交之后写入
