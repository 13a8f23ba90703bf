-- 委托执法: whom an agency has entrusted in writing, with what, from when until when (行政处罚法第二十条). Each text of an entrustment stays.
CREATE TABLE app.entrustments (
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES app.agencies (id)
);
COMMENT ON TABLE app.entrustments IS '委托：一份委托书一行，内容在 entrustment_versions；只增';
CREATE INDEX entrustments_agency ON app.entrustments (agency_id);

CREATE TABLE app.entrustment_versions (
  entrustment_id uuid NOT NULL REFERENCES app.entrustments (id),
  version int NOT NULL CHECK (version > 0),
  organisation text NOT NULL CHECK (btrim(organisation) <> ''),
  uscc text NOT NULL CHECK (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  representative text NOT NULL CHECK (btrim(representative) <> ''),
  address text NOT NULL CHECK (btrim(address) <> ''),
  phone text NOT NULL CHECK (btrim(phone) <> ''),
  basis text NOT NULL CHECK (btrim(basis) <> ''),
  items text[] NOT NULL CHECK (cardinality(items) BETWEEN 1 AND 200),
  powers text NOT NULL CHECK (btrim(powers) <> ''),
  contract_number text NOT NULL CHECK (btrim(contract_number) <> ''),
  signed_on date NOT NULL,
  from_on date NOT NULL,
  until_on date NOT NULL,
  ground text NOT NULL CHECK (version = 1 OR btrim(ground) <> ''),
  set_by uuid REFERENCES app.people (id),
  set_at timestamptz NOT NULL,
  PRIMARY KEY (entrustment_id, version),
  CHECK (signed_on <= from_on AND from_on <= until_on)
);
COMMENT ON TABLE app.entrustment_versions IS '委托书的各版：受委托组织、委托事项、权限、期限、委托书编号；只增，版本最大的适用';
COMMENT ON COLUMN app.entrustment_versions.basis IS '可以委托的依据：哪部法律、法规、规章的哪一条';
COMMENT ON COLUMN app.entrustment_versions.ground IS '为什么改；第一版为空';
COMMENT ON COLUMN app.entrustment_versions.set_by IS '登记人；演示数据为空';

CREATE TABLE app.entrustment_ends (
  entrustment_id uuid PRIMARY KEY REFERENCES app.entrustments (id),
  ended_on date NOT NULL,
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  ended_by uuid NOT NULL REFERENCES app.people (id),
  ended_at timestamptz NOT NULL
);
COMMENT ON TABLE app.entrustment_ends IS '委托期满以前终止：哪天起、为什么；一份委托至多一次，不能恢复';

GRANT SELECT, INSERT ON app.entrustments, app.entrustment_versions, app.entrustment_ends TO zhaofa_app;

CREATE TABLE published.entrustments (
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES published.agencies (id),
  organisation text NOT NULL,
  uscc text NOT NULL,
  representative text NOT NULL,
  address text NOT NULL,
  phone text NOT NULL,
  basis text NOT NULL,
  items text[] NOT NULL,
  powers text NOT NULL,
  contract_number text NOT NULL,
  signed_on date NOT NULL,
  from_on date NOT NULL,
  until_on date NOT NULL,
  ended_on date
);
COMMENT ON TABLE published.entrustments IS '委托书的公布（行政处罚法第二十条第二款）；ended_on 是期满以前终止的那天';
CREATE INDEX published_entrustments_agency ON published.entrustments (agency_id, organisation);
GRANT SELECT, INSERT, UPDATE ON published.entrustments TO zhaofa_app;
GRANT SELECT ON published.entrustments TO zhaofa_portal;
