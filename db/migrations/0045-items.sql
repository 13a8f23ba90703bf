-- The 权责清单 of each agency: what it may do, on which basis, since when it has been published. A new text is a new version; cases keep theirs.
CREATE TABLE app.items (
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES app.agencies (id),
  code text NOT NULL CHECK (length(code) BETWEEN 1 AND 80),
  version int NOT NULL CHECK (version > 0),
  name text NOT NULL CHECK (btrim(name) <> '' AND length(name) <= 200),
  kind text NOT NULL CHECK (kind IN ('行政处罚', '行政强制', '行政检查', '行政许可', '行政征收', '行政征用', '行政收费',
    '行政给付', '行政确认', '行政奖励', '行政裁决', '其他')),
  basis text NOT NULL CHECK (length(basis) BETWEEN 1 AND 1000),
  level text NOT NULL CHECK (length(level) BETWEEN 1 AND 40),
  published_on date,
  from_on date NOT NULL,
  until_on date,
  source text NOT NULL CHECK (source <> ''),
  source_row int NOT NULL CHECK (source_row > 0),
  imported_by uuid REFERENCES app.people (id),
  imported_at timestamptz NOT NULL,
  content_digest text NOT NULL CHECK (content_digest ~ '^[0-9a-f]{64}$'),
  UNIQUE (agency_id, code, version),
  CHECK (until_on IS NULL OR until_on >= from_on)
);
COMMENT ON TABLE app.items IS '权责清单：执法事项的编码、名称、类别、依据、实施机关、层级、公布日期；只增，改动是新的一版，案件记着自己那一版';
COMMENT ON COLUMN app.items.version IS '同一机关同一编码从 1 起；某日适用的是当日已经施行的里面施行日最晚的一版，同一施行日的以后登记的为准';
COMMENT ON COLUMN app.items.published_on IS '公布日期；空 = 没有公布，不得实施';
COMMENT ON COLUMN app.items.until_on IS '适用到哪一天为止；空 = 一直适用';
COMMENT ON COLUMN app.items.imported_by IS '登记人；由命令导入和演示数据为空';
CREATE INDEX items_kind ON app.items (agency_id, kind, name);
GRANT SELECT, INSERT ON app.items TO zhaofa_app;
