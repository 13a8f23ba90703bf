-- The catalogue of violations with their bases, ranges and discretion tiers.
-- Nothing here is ever changed: amended text is a new row with a new digest, and cases keep the copy they were opened with.

CREATE TABLE app.violations (
  id uuid PRIMARY KEY,
  domain text NOT NULL CHECK (domain ~ '^[a-z][a-z0-9_-]{0,59}$'),
  category text NOT NULL,
  title text NOT NULL CHECK (btrim(title) <> ''),
  cause text NOT NULL CHECK (btrim(cause) <> ''),
  basis_violated text NOT NULL DEFAULT '',
  basis_penalty text NOT NULL CHECK (basis_penalty <> ''),
  kinds text[] NOT NULL,
  range_text text NOT NULL DEFAULT '',
  range jsonb,
  is_parsed boolean NOT NULL,
  range_problem text,
  criminal_risk text,
  criminal_basis text,
  source text NOT NULL CHECK (source <> ''),
  source_row int NOT NULL CHECK (source_row > 0),
  imported_at timestamptz NOT NULL DEFAULT now(),
  content_digest text NOT NULL UNIQUE CHECK (content_digest ~ '^[0-9a-f]{64}$'),
  CHECK (is_parsed = (range IS NOT NULL))
);
COMMENT ON TABLE app.violations IS '违法情形（案由）：依据、处罚种类和幅度；只增，内容相同的行只存一次';
COMMENT ON COLUMN app.violations.range IS '解析后的处罚幅度；空 = 没有写幅度或者读不懂，原文在 range_text';
COMMENT ON COLUMN app.violations.range_problem IS '幅度读不懂的原因和位置';
COMMENT ON COLUMN app.violations.source IS '来自哪个文件';
CREATE INDEX violations_domain ON app.violations (domain, title);

CREATE TABLE app.bases (
  id uuid PRIMARY KEY,
  title text NOT NULL CHECK (title <> ''),
  article int NOT NULL CHECK (article > 0),
  article_sub int NOT NULL DEFAULT 0,
  paragraph int NOT NULL DEFAULT 0,
  item int NOT NULL DEFAULT 0,
  UNIQUE (title, article, article_sub, paragraph, item)
);
COMMENT ON TABLE app.bases IS '法律依据：名称（不含“中华人民共和国”）、条、之几、款、项；0 = 没有写';

CREATE TABLE app.violation_bases (
  violation_id uuid NOT NULL REFERENCES app.violations (id),
  basis_id uuid NOT NULL REFERENCES app.bases (id),
  role text NOT NULL CHECK (role IN ('violated', 'penalty', 'criminal')),
  ordinal int NOT NULL,
  PRIMARY KEY (violation_id, role, ordinal)
);
COMMENT ON TABLE app.violation_bases IS '违法情形与依据：违反、处罚、涉刑';
CREATE INDEX violation_bases_basis ON app.violation_bases (basis_id);

CREATE TABLE app.tiers (
  id uuid PRIMARY KEY,
  violation_id uuid NOT NULL REFERENCES app.violations (id),
  ordinal int NOT NULL CHECK (ordinal > 0),
  code text NOT NULL CHECK (code <> ''),
  title text NOT NULL CHECK (title <> ''),
  factors text[] NOT NULL DEFAULT '{}',
  range jsonb NOT NULL,
  effective_on date NOT NULL,
  UNIQUE (violation_id, effective_on, ordinal),
  UNIQUE (violation_id, effective_on, code)
);
COMMENT ON TABLE app.tiers IS '裁量档次（处罚法第三十四条），由轻到重；新的基准是新的生效日';

GRANT SELECT, INSERT ON app.violations, app.bases, app.violation_bases, app.tiers TO zhaofa_app;
