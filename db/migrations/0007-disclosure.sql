-- Disclosure: what is due, what was published; the portal reads its own schema and nothing else.
CREATE TABLE app.disclosures (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES app.cases (id),
  document_id uuid NOT NULL UNIQUE REFERENCES app.documents (id),
  agency_id uuid NOT NULL REFERENCES app.agencies (id),
  due_on date NOT NULL,
  state text NOT NULL DEFAULT 'due' CHECK (state IN ('due', 'published', 'withheld', 'withdrawn')),
  reason text CHECK (length(reason) BETWEEN 1 AND 500),
  basis text,
  decided_by uuid REFERENCES app.people (id),
  record jsonb,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at timestamptz NOT NULL DEFAULT now(),
  published_at timestamptz,
  withdrawn_at timestamptz,
  CHECK (state NOT IN ('withheld', 'withdrawn') OR reason IS NOT NULL),
  CHECK (state <> 'published' OR (published_at IS NOT NULL AND record IS NOT NULL)),
  CHECK (state <> 'withdrawn' OR withdrawn_at IS NOT NULL)
);
COMMENT ON TABLE app.disclosures IS '公示：每份应公示的决定一行，何日之前公示、公示了什么、不公示和撤回的理由';
COMMENT ON COLUMN app.disclosures.due_on IS '公示期限的最后一日；送达生效后即公示，不等到这一日';
COMMENT ON COLUMN app.disclosures.reason IS '不公示、撤回的理由；待公示的，为何还不能公示';
COMMENT ON COLUMN app.disclosures.record IS '公示出去的内容，一字不差';
COMMENT ON COLUMN app.disclosures.decided_by IS '决定不公示的人；由规则决定的为空';
CREATE INDEX disclosures_waiting ON app.disclosures (due_on, id) WHERE state = 'due';
CREATE INDEX disclosures_agency ON app.disclosures (agency_id, state, due_on, id);
CREATE INDEX disclosures_case ON app.disclosures (case_id);

CREATE INDEX documents_voided ON app.documents (id) WHERE voided_at IS NOT NULL;

CREATE SCHEMA IF NOT EXISTS published;
COMMENT ON SCHEMA published IS '已经公示的内容；门户只能读这里';

CREATE TABLE published.decisions (
  id uuid PRIMARY KEY,
  status text NOT NULL CHECK (status IN ('published', 'withdrawn')),
  reason text,
  title text NOT NULL,
  kind text NOT NULL,
  agency_name text NOT NULL,
  party_name text NOT NULL,
  party_code text,
  number text,
  summary text NOT NULL DEFAULT '',
  decided_on date NOT NULL,
  published_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  body jsonb NOT NULL,
  CHECK ((status = 'withdrawn') = (withdrawn_at IS NOT NULL)),
  CHECK (status <> 'withdrawn' OR reason IS NOT NULL)
);
COMMENT ON TABLE published.decisions IS '公示的决定：已经脱敏；撤回的留号留理由，不留内容';
CREATE INDEX decisions_newest ON published.decisions (published_at DESC, id DESC);
CREATE INDEX decisions_number ON published.decisions (number);
CREATE INDEX decisions_party_code ON published.decisions (party_code);

CREATE TABLE published.agencies (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  region_name text NOT NULL,
  uscc text NOT NULL,
  address text NOT NULL,
  phone text NOT NULL
);
COMMENT ON TABLE published.agencies IS '行政执法主体的公开信息';

GRANT USAGE ON SCHEMA published TO zhaofa_app, zhaofa_portal;
GRANT SELECT, INSERT, UPDATE ON app.disclosures TO zhaofa_app;
GRANT SELECT, INSERT, UPDATE ON published.decisions, published.agencies TO zhaofa_app;
GRANT SELECT ON published.decisions, published.agencies TO zhaofa_portal;
