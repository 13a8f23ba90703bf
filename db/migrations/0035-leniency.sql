-- From which day a text of a violation holds; empty: for as long as anybody asks. The next text of the same matter ends it.
ALTER TABLE app.violations ADD COLUMN in_force_from date;
COMMENT ON COLUMN app.violations.in_force_from IS '自哪一天起适用；同一领域同一情形的下一条施行时为止，空 = 一直适用（处罚法第三十七条）';

CREATE TABLE app.leniency_items (
  id uuid PRIMARY KEY,
  agency_id uuid REFERENCES app.agencies (id),
  region_code text REFERENCES app.regions (code),
  kind text NOT NULL CHECK (kind IN ('minor', 'first')),
  domain text NOT NULL CHECK (domain ~ '^[a-z][a-z0-9_-]{0,59}$'),
  title text NOT NULL CHECK (btrim(title) <> '' AND length(title) <= 500),
  list text NOT NULL CHECK (length(list) BETWEEN 1 AND 200),
  item_no text NOT NULL CHECK (length(item_no) BETWEEN 1 AND 40),
  conditions text NOT NULL CHECK (length(conditions) BETWEEN 1 AND 2000),
  issued_by text NOT NULL CHECK (length(issued_by) BETWEEN 1 AND 200),
  from_on date NOT NULL,
  until_on date,
  imported_at timestamptz NOT NULL,
  content_digest text NOT NULL UNIQUE CHECK (content_digest ~ '^[0-9a-f]{64}$'),
  CHECK (agency_id IS NULL OR region_code IS NULL),
  CHECK (until_on IS NULL OR until_on >= from_on)
);
COMMENT ON TABLE app.leniency_items IS '免罚清单：轻微不罚、首违不罚的事项（处罚法第三十三条），按机关或者地区；只增，内容相同的行只存一次，到期的写截止日';
CREATE INDEX leniency_items_matter ON app.leniency_items (domain, title);
GRANT SELECT, INSERT ON app.leniency_items TO zhaofa_app;
