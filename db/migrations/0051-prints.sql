-- What was printed: one job is what somebody sent to a printer at once, one row each paper in it.
CREATE TABLE app.print_jobs (
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES app.agencies (id),
  printed_by uuid NOT NULL REFERENCES app.people (id),
  printed_at timestamptz NOT NULL,
  sides text NOT NULL CHECK (sides IN ('one', 'two'))
);
COMMENT ON TABLE app.print_jobs IS '打印：谁在什么时候一次打印了几种文书；只增';
COMMENT ON COLUMN app.print_jobs.sides IS '单面、双面；双面的每份从新的一张纸开始';

CREATE TABLE app.prints (
  job_id uuid NOT NULL REFERENCES app.print_jobs (id),
  position int NOT NULL CHECK (position > 0),
  document_id uuid NOT NULL REFERENCES app.documents (id),
  round int NOT NULL CHECK (round > 0),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  pages int NOT NULL CHECK (pages > 0),
  copies int NOT NULL CHECK (copies BETWEEN 1 AND 50),
  reason text CHECK (btrim(reason) <> '' AND length(reason) <= 200),
  PRIMARY KEY (job_id, position),
  -- Two people who print one paper at once do not both print it for the first time.
  UNIQUE (document_id, round),
  CHECK ((round = 1) = (reason IS NULL))
);
COMMENT ON TABLE app.prints IS '打印的每份文书：第几次、哪个文件、几份；再次打印的有理由；只增';
COMMENT ON COLUMN app.prints.sha256 IS '打印的文件的摘要：文书文件，或者当时最新的签名件';
COMMENT ON COLUMN app.prints.round IS '这份文书的第几次打印；1 = 第一次，以后的都是补印';

-- The newest papers of an agency first.
CREATE INDEX documents_newest ON app.documents (agency_id, issued_on DESC, case_id, id) WHERE voided_at IS NULL;
GRANT SELECT, INSERT ON app.print_jobs, app.prints TO zhaofa_app;
