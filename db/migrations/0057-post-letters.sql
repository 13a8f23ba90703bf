-- 责任书、承诺书: signed on paper for a term by whoever holds a post, with the duties as they stood on that day.
CREATE TABLE app.post_letters (
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES app.agencies (id),
  person_id uuid NOT NULL REFERENCES app.people (id),
  role text NOT NULL CHECK (role ~ '^[a-z-]+$'),
  unit text NOT NULL CHECK (btrim(unit) <> ''),
  kind text NOT NULL CHECK (kind IN ('responsibility', 'commitment')),
  from_on date NOT NULL,
  until_on date NOT NULL,
  signed_on date NOT NULL,
  duties text NOT NULL CHECK (btrim(duties) <> ''),
  recorded_by uuid NOT NULL REFERENCES app.people (id),
  recorded_at timestamptz NOT NULL,
  CHECK (from_on <= until_on AND signed_on <= until_on)
);
COMMENT ON TABLE app.post_letters IS '责任书（responsibility）、承诺书（commitment）的签订：谁、什么岗位、哪个期限；只增';
COMMENT ON COLUMN app.post_letters.duties IS '签订那天的岗位职责，以后职责改了不变';
CREATE INDEX post_letters_agency ON app.post_letters (agency_id, until_on DESC);
GRANT SELECT, INSERT ON app.post_letters TO zhaofa_app;
