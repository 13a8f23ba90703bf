-- Access: who asked to see what, who endorsed and granted it, until when; what was handed out and came back; trails made of it.
CREATE TABLE app.access_requests (
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES app.agencies (id),
  kind text NOT NULL CHECK (kind IN ('internal', 'external')),
  case_id uuid REFERENCES app.cases (id),
  scope text NOT NULL CHECK (scope IN ('case', 'items')),
  purposes text[] NOT NULL CHECK (cardinality(purposes) BETWEEN 1 AND 2 AND purposes <@ ARRAY['view', 'copy']),
  days int NOT NULL CHECK (days > 0),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  requested_by uuid NOT NULL REFERENCES app.people (id),
  unit_id uuid NOT NULL REFERENCES app.units (id),
  requested_at timestamptz NOT NULL,
  needs_endorsement boolean NOT NULL,
  follows_id uuid REFERENCES app.access_requests (id),
  letter_number text CHECK (length(letter_number) BETWEEN 1 AND 100),
  letter_on date,
  body_name text CHECK (length(body_name) BETWEEN 1 AND 200),
  bearer_name text CHECK (length(bearer_name) BETWEEN 1 AND 60),
  bearer_id_kind text,
  bearer_id_masked text CHECK (bearer_id_masked LIKE '%*%'),
  CHECK (scope = 'items' OR case_id IS NOT NULL),
  CHECK (num_nonnulls(letter_number, letter_on, body_name, bearer_name, bearer_id_kind, bearer_id_masked)
    = CASE kind WHEN 'external' THEN 6 ELSE 0 END),
  CHECK (kind = 'internal' OR NOT needs_endorsement)
);
COMMENT ON TABLE app.access_requests IS '调阅申请：谁为什么要看哪件案件、哪些文书和音像；只增，经过另记在 access_steps';
COMMENT ON COLUMN app.access_requests.scope IS 'case：整件案件；items：只限 access_items 写明的几份';
COMMENT ON COLUMN app.access_requests.needs_endorsement IS '要由申请人所在机构的负责人签署；负责人自己书面申请的、没有设负责人的机构和外部调阅不要';
COMMENT ON COLUMN app.access_requests.follows_id IS '延长是新的申请：接着哪一件';
COMMENT ON COLUMN app.access_requests.bearer_id_masked IS '持函人证件号码，查验原件后只留首尾';
CREATE INDEX access_requests_agency ON app.access_requests (agency_id, requested_at DESC, id DESC);
CREATE INDEX access_requests_person ON app.access_requests (requested_by, requested_at DESC);
CREATE INDEX access_requests_case ON app.access_requests (case_id);

CREATE TABLE app.access_items (
  request_id uuid NOT NULL REFERENCES app.access_requests (id),
  ordinal int NOT NULL CHECK (ordinal > 0),
  document_id uuid REFERENCES app.documents (id),
  recording_id uuid REFERENCES app.recordings (id),
  PRIMARY KEY (request_id, ordinal),
  UNIQUE (request_id, document_id),
  UNIQUE (request_id, recording_id),
  CHECK (num_nonnulls(document_id, recording_id) = 1)
);
COMMENT ON TABLE app.access_items IS '调阅的范围：写明的文书和音像记录；只增';
CREATE INDEX access_items_recording ON app.access_items (recording_id);
CREATE INDEX access_items_document ON app.access_items (document_id);

CREATE TABLE app.access_steps (
  request_id uuid NOT NULL REFERENCES app.access_requests (id),
  number int NOT NULL CHECK (number > 0),
  kind text NOT NULL CHECK (kind IN ('endorsed', 'granted', 'refused', 'withdrawn', 'used', 'revoked', 'returned')),
  by_id uuid NOT NULL REFERENCES app.people (id),
  at timestamptz NOT NULL,
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
  days int CHECK (days > 0),
  purposes text[] CHECK (cardinality(purposes) BETWEEN 1 AND 2 AND purposes <@ ARRAY['view', 'copy']),
  until_at timestamptz,
  PRIMARY KEY (request_id, number),
  CHECK (num_nonnulls(days, purposes, until_at) = CASE kind WHEN 'granted' THEN 3 ELSE 0 END),
  CHECK (until_at > at),
  CHECK (kind NOT IN ('refused', 'revoked') OR note <> '')
);
COMMENT ON TABLE app.access_steps IS '调阅的经过：签署、批准、不准、撤回、使用、撤销、归还；只增，现状由它推出';
COMMENT ON COLUMN app.access_steps.until_at IS '到这一刻失效，不用谁来办；延长要另行申请';
CREATE UNIQUE INDEX access_steps_once ON app.access_steps (request_id, kind);

CREATE TABLE app.loans (
  id uuid PRIMARY KEY,
  request_id uuid NOT NULL REFERENCES app.access_requests (id),
  agency_id uuid NOT NULL REFERENCES app.agencies (id),
  carrier text NOT NULL CHECK (carrier IN ('paper-original', 'paper-copy', 'disc', 'drive', 'other')),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  quantity int NOT NULL CHECK (quantity BETWEEN 1 AND 9999),
  lent_to text NOT NULL CHECK (length(lent_to) BETWEEN 1 AND 60),
  lent_by uuid NOT NULL REFERENCES app.people (id),
  lent_at timestamptz NOT NULL,
  due_on date NOT NULL,
  condition_note text NOT NULL CHECK (length(condition_note) BETWEEN 1 AND 500)
);
COMMENT ON TABLE app.loans IS '借出登记：交给谁、什么、几件、何日归还、交出时的状况；只增';
CREATE INDEX loans_agency ON app.loans (agency_id, due_on, id);
CREATE INDEX loans_request ON app.loans (request_id);

CREATE TABLE app.loan_returns (
  loan_id uuid PRIMARY KEY REFERENCES app.loans (id),
  received_by uuid NOT NULL REFERENCES app.people (id),
  received_at timestamptz NOT NULL,
  returned_by text NOT NULL CHECK (length(returned_by) BETWEEN 1 AND 60),
  condition text NOT NULL CHECK (condition IN ('sound', 'damaged')),
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 500),
  CHECK (condition = 'sound' OR note <> '')
);
COMMENT ON TABLE app.loan_returns IS '归还登记：归还时检查完好或者有损，有损的写明；只增';

CREATE TABLE app.file_readings (
  id uuid PRIMARY KEY,
  upload_id uuid NOT NULL REFERENCES app.uploads (id),
  person_id uuid NOT NULL REFERENCES app.people (id),
  begun_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  requests int NOT NULL DEFAULT 1 CHECK (requests > 0),
  CHECK (last_at >= begun_at)
);
COMMENT ON TABLE app.file_readings IS '一个人看一份证据文件的一次：播放器分段读取归为一次，首次读取在 audit_entries 里有一行';
COMMENT ON COLUMN app.file_readings.requests IS '这一次里分几段读取';
CREATE INDEX file_readings_person ON app.file_readings (upload_id, person_id, last_at DESC);

CREATE TABLE app.trails (
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES app.agencies (id),
  asked_by uuid NOT NULL REFERENCES app.people (id),
  asked_at timestamptz NOT NULL,
  subject text NOT NULL CHECK (length(subject) BETWEEN 3 AND 100),
  title text NOT NULL,
  from_on date NOT NULL,
  until_on date NOT NULL,
  format text NOT NULL CHECK (format IN ('pdf', 'csv')),
  CHECK (until_on >= from_on)
);
COMMENT ON TABLE app.trails IS '制作过的操作记录：谁要的、对象、期间、格式；只增';
COMMENT ON COLUMN app.trails.subject IS '对象，如 case:<编号>、person:<编号>';
CREATE INDEX trails_person ON app.trails (asked_by, asked_at DESC, id DESC);

CREATE TABLE app.trail_files (
  trail_id uuid PRIMARY KEY REFERENCES app.trails (id),
  made_at timestamptz NOT NULL,
  row_count int NOT NULL CHECK (row_count >= 0),
  rows_sha256 text CHECK (rows_sha256 ~ '^[0-9a-f]{64}$'),
  sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size int,
  pages int,
  sentence text,
  CHECK ((sha256 IS NULL) = (sentence IS NOT NULL))
);
COMMENT ON TABLE app.trail_files IS '做成的操作记录文件，或者没有做成的原因；只增';
COMMENT ON COLUMN app.trail_files.rows_sha256 IS '各行规范 JSON 的摘要，印在文件上';

-- Trails by person.
CREATE INDEX audit_entries_actor ON app.audit_entries (actor_id, at);

-- 一户式: found by telephone, and by the number of a paper.
CREATE INDEX parties_phone ON app.parties (phone) WHERE phone <> '';
CREATE INDEX documents_number ON app.documents (number) WHERE number IS NOT NULL;

GRANT SELECT, INSERT ON app.access_requests, app.access_items, app.access_steps, app.loans, app.loan_returns,
  app.trails, app.trail_files TO zhaofa_app;
GRANT SELECT, INSERT, UPDATE (last_at, requests) ON app.file_readings TO zhaofa_app;
