-- Cases: events are the truth, cases.state is their stored fold; both change in one transaction.
CREATE TABLE app.parties (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('organisation', 'self-employed', 'person')),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  code text UNIQUE,
  id_kind text,
  id_number text,
  address text NOT NULL DEFAULT '',
  phone text NOT NULL DEFAULT '',
  legal_representative text NOT NULL DEFAULT '',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (id_kind, id_number),
  CHECK (kind = 'person' OR code IS NOT NULL)
);
COMMENT ON TABLE app.parties IS '行政相对人一户式登记簿，各机关共用';
COMMENT ON COLUMN app.parties.code IS '统一社会信用代码';
CREATE INDEX parties_name ON app.parties (name text_pattern_ops);

CREATE TABLE app.cases (
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES app.agencies (id),
  unit_id uuid NOT NULL REFERENCES app.units (id),
  procedure_code text NOT NULL,
  procedure_version text NOT NULL,
  name text NOT NULL,
  number text,
  stage text NOT NULL,
  outcome text,
  version int NOT NULL CHECK (version > 0),
  state jsonb NOT NULL,
  due_on date,
  due_clock text,
  party_name text NOT NULL,
  waits_for text[] NOT NULL,
  returned_to uuid[] NOT NULL,
  opened_on date NOT NULL,
  ended_on date,
  updated_at timestamptz NOT NULL
);
COMMENT ON TABLE app.cases IS '案件：state 是事件的折叠，一读即够；version = 事件数';
COMMENT ON COLUMN app.cases.procedure_version IS '案件固定在立案时的程序版本上';
COMMENT ON COLUMN app.cases.waits_for IS '正等谁办：person:<id>、role:<角色>、unit-head:<机构>；由事件投影，可重算';
CREATE INDEX cases_agency_open ON app.cases (agency_id, due_on) WHERE ended_on IS NULL;

CREATE TABLE app.case_people (
  case_id uuid NOT NULL REFERENCES app.cases (id),
  person_id uuid NOT NULL REFERENCES app.people (id),
  is_handler boolean NOT NULL,
  PRIMARY KEY (case_id, person_id)
);
COMMENT ON TABLE app.case_people IS '谁在承办或者承办过；由事件投影，可重算';
CREATE INDEX case_people_person ON app.case_people (person_id) WHERE is_handler;

CREATE TABLE app.case_parties (
  case_id uuid NOT NULL REFERENCES app.cases (id),
  party_id uuid NOT NULL REFERENCES app.parties (id),
  ordinal int NOT NULL,
  PRIMARY KEY (case_id, party_id)
);
COMMENT ON TABLE app.case_parties IS '案件的当事人，一案 1..n 个';
CREATE INDEX case_parties_party ON app.case_parties (party_id);

CREATE TABLE app.events (
  case_id uuid NOT NULL REFERENCES app.cases (id),
  seq int NOT NULL CHECK (seq > 0),
  type text NOT NULL,
  at timestamptz NOT NULL,
  actor_id uuid REFERENCES app.people (id),
  body jsonb NOT NULL,
  PRIMARY KEY (case_id, seq)
);
COMMENT ON TABLE app.events IS '全过程记录：只增，不改，不删';

CREATE TABLE app.leaves (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  case_id uuid REFERENCES app.cases (id),
  seq int,
  kind text NOT NULL CHECK (kind IN ('event', 'document')),
  subject text NOT NULL,
  salt bytea NOT NULL CHECK (length(salt) = 16),
  digest bytea NOT NULL CHECK (length(digest) = 32),
  UNIQUE (kind, subject)
);
COMMENT ON TABLE app.leaves IS '存证日志的叶：随业务事务写入，尚未编号；序号由定序器另表写入';
COMMENT ON COLUMN app.leaves.digest IS 'SHA-256(salt ‖ 规范 JSON)，公开时不泄露内容';

CREATE TABLE app.document_numbers (
  agency_id uuid NOT NULL REFERENCES app.agencies (id),
  word text NOT NULL,
  year int NOT NULL,
  last int NOT NULL CHECK (last > 0),
  PRIMARY KEY (agency_id, word, year)
);
COMMENT ON TABLE app.document_numbers IS '文号流水：每机关、每类型字、每年连续不跳号';

CREATE TABLE app.documents (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES app.cases (id),
  party_id uuid REFERENCES app.parties (id),
  code text NOT NULL,
  number text,
  word text,
  year int,
  ordinal int,
  agency_id uuid NOT NULL REFERENCES app.agencies (id),
  issued_on date NOT NULL,
  data jsonb NOT NULL,
  voided_at timestamptz,
  void_reason text,
  UNIQUE (agency_id, word, year, ordinal)
);
COMMENT ON TABLE app.documents IS '签发的执法文书；作废留号';
CREATE INDEX documents_case ON app.documents (case_id);

CREATE TABLE app.document_files (
  document_id uuid PRIMARY KEY REFERENCES app.documents (id),
  sha256 text NOT NULL,
  pages int NOT NULL CHECK (pages > 0),
  size int NOT NULL,
  sealed_at timestamptz NOT NULL
);
COMMENT ON TABLE app.document_files IS '排版成的 PDF（存于存储区，按摘要取）；只增';

CREATE TABLE app.drafts (
  case_id uuid NOT NULL REFERENCES app.cases (id),
  run_id text NOT NULL,
  action text NOT NULL,
  version int NOT NULL CHECK (version > 0),
  input jsonb NOT NULL,
  saved_by uuid NOT NULL REFERENCES app.people (id),
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (case_id, run_id, action)
);
COMMENT ON TABLE app.drafts IS '未提交的表单草稿，自动保存；按版本防止互相覆盖';

GRANT SELECT, INSERT, UPDATE ON app.parties, app.cases, app.document_numbers TO zhaofa_app;
GRANT SELECT, INSERT, UPDATE (voided_at, void_reason) ON app.documents TO zhaofa_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON app.case_people, app.drafts TO zhaofa_app;
GRANT SELECT, INSERT ON app.case_parties, app.events, app.leaves, app.document_files TO zhaofa_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA app TO zhaofa_app;
