-- Who may act: regions, agencies, units, people, their posts and certificates, accounts, sessions, audit.
CREATE SCHEMA IF NOT EXISTS app;
COMMENT ON SCHEMA app IS '业务数据；公示数据另在 published';
GRANT USAGE ON SCHEMA app TO zhaofa_app;

CREATE TABLE app.regions (
  code text PRIMARY KEY CHECK (code ~ '^[0-9]{6}([0-9]{3}){0,2}$'),
  name text NOT NULL,
  parent_code text REFERENCES app.regions (code)
);
COMMENT ON TABLE app.regions IS '行政区划（GB/T 2260）';

CREATE TABLE app.agencies (
  id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE,
  name text NOT NULL UNIQUE,
  short_name text NOT NULL,
  word text NOT NULL,
  field text NOT NULL,
  region_code text NOT NULL REFERENCES app.regions (code),
  uscc text NOT NULL UNIQUE CHECK (uscc ~ '^11[0-9A-HJ-NPQRTUWXY]{16}$'),
  nature text NOT NULL CHECK (nature IN ('statutory', 'authorised', 'entrusted')),
  qualified_from_on date NOT NULL,
  qualified_until_on date,
  address text NOT NULL,
  phone text NOT NULL,
  postcode text,
  review_body text NOT NULL,
  court text NOT NULL,
  payee jsonb NOT NULL DEFAULT '{}',
  CHECK (qualified_until_on IS NULL OR qualified_until_on >= qualified_from_on)
);
COMMENT ON TABLE app.agencies IS '行政执法主体；资格按行为当日判断';
COMMENT ON COLUMN app.agencies.word IS '机关代字，用于文号';
COMMENT ON COLUMN app.agencies.field IS '执法领域，参数可按领域覆盖';

CREATE TABLE app.units (
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES app.agencies (id),
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('handling', 'review', 'window', 'leadership', 'archive', 'supervision')),
  UNIQUE (agency_id, name)
);
COMMENT ON TABLE app.units IS '内设机构';

CREATE TABLE app.people (
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES app.agencies (id),
  name text NOT NULL,
  employment text NOT NULL DEFAULT 'staff' CHECK (employment IN ('staff', 'contract', 'temporary')),
  has_law_licence boolean NOT NULL DEFAULT false,
  first_reviewed_on date,
  left_on date
);
COMMENT ON TABLE app.people IS '人员；合同制和临时人员不能是执法人员';

CREATE TABLE app.posts (
  person_id uuid NOT NULL REFERENCES app.people (id),
  unit_id uuid NOT NULL REFERENCES app.units (id),
  role text NOT NULL CHECK (role IN ('handler', 'unit-head', 'reviewer', 'agency-head', 'panel', 'host', 'clerk', 'archivist', 'supervisor', 'system-admin', 'security-admin', 'audit-admin')),
  from_on date NOT NULL,
  until_on date,
  is_principal boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, unit_id, role, from_on)
);
COMMENT ON TABLE app.posts IS '岗位：人在某机构的角色和任期';
COMMENT ON COLUMN app.posts.is_principal IS '正职负责人或者主持工作的负责人（移送规定第五条）';

CREATE TABLE app.certificates (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES app.people (id),
  number text NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('enforcement', 'supervision', 'host', 'review')),
  valid_from_on date NOT NULL,
  valid_until_on date NOT NULL,
  state text NOT NULL DEFAULT 'valid' CHECK (state IN ('valid', 'suspended', 'revoked')),
  CHECK (valid_until_on >= valid_from_on)
);
COMMENT ON TABLE app.certificates IS '行政执法证等；有效与否按行为当日判断';
CREATE INDEX certificates_person ON app.certificates (person_id);

CREATE TABLE app.accounts (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL UNIQUE REFERENCES app.people (id),
  login text NOT NULL UNIQUE CHECK (login = lower(login)),
  password_hash text NOT NULL,
  is_demo boolean NOT NULL DEFAULT false,
  is_disabled boolean NOT NULL DEFAULT false,
  failures int NOT NULL DEFAULT 0,
  locked_until_at timestamptz,
  password_set_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE app.accounts IS '登录账号；密码只存 argon2id 摘要';

CREATE TABLE app.sessions (
  token_digest text PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES app.accounts (id),
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
COMMENT ON TABLE app.sessions IS '会话；只存令牌的摘要';
CREATE INDEX sessions_account ON app.sessions (account_id);

CREATE TABLE app.audit_entries (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  name text NOT NULL,
  actor_id uuid REFERENCES app.people (id),
  agency_id uuid REFERENCES app.agencies (id),
  subject text,
  detail jsonb NOT NULL DEFAULT '{}',
  address text
);
COMMENT ON TABLE app.audit_entries IS '审计：读和写都记；只增';
CREATE INDEX audit_entries_subject ON app.audit_entries (subject, at);

CREATE TABLE app.idempotency_keys (
  actor_id uuid NOT NULL REFERENCES app.people (id),
  key text NOT NULL CHECK (length(key) BETWEEN 8 AND 100),
  request_digest text NOT NULL,
  status int NOT NULL,
  answer jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (actor_id, key)
);
COMMENT ON TABLE app.idempotency_keys IS '同一请求只办一次：重复的键答复原结果';
CREATE INDEX idempotency_keys_at ON app.idempotency_keys (at);

GRANT SELECT, INSERT, UPDATE ON app.regions, app.agencies, app.units, app.people, app.posts, app.certificates, app.accounts TO zhaofa_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON app.sessions TO zhaofa_app;
GRANT SELECT, INSERT ON app.audit_entries TO zhaofa_app;
GRANT SELECT, INSERT, DELETE ON app.idempotency_keys TO zhaofa_app;
