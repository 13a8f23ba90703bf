-- What banks tell of payments: the files, each line once by its number at the bank, and what has become of it.
CREATE TABLE app.payment_files (
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES app.agencies (id),
  file_name text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 200),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  encoding text NOT NULL CHECK (encoding IN ('UTF-8', 'GBK')),
  report jsonb NOT NULL,
  imported_at timestamptz NOT NULL,
  imported_by uuid REFERENCES app.people (id)
);
COMMENT ON TABLE app.payment_files IS '银行对账文件：哪份文件、何时由谁导入、逐行的结果；只增，同一文件再导入另记一份';
COMMENT ON COLUMN app.payment_files.imported_by IS '由命令导入的没有人';
CREATE INDEX payment_files_agency ON app.payment_files (agency_id, imported_at);

CREATE TABLE app.payment_lines (
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES app.agencies (id),
  file_id uuid NOT NULL REFERENCES app.payment_files (id),
  line integer NOT NULL CHECK (line > 0),
  serial text NOT NULL CHECK (length(serial) BETWEEN 1 AND 64),
  amount_fen bigint NOT NULL CHECK (amount_fen <> 0),
  paid_on date NOT NULL,
  payer text NOT NULL CHECK (length(payer) <= 200),
  receipt text NOT NULL CHECK (length(receipt) <= 100),
  words text NOT NULL CHECK (length(words) <= 500),
  came_to text NOT NULL CHECK (came_to IN ('booked', 'part', 'over', 'doubtful', 'no-notice', 'closed')),
  sentence text NOT NULL,
  case_id uuid REFERENCES app.cases (id),
  party_id uuid REFERENCES app.parties (id),
  UNIQUE (agency_id, serial),
  CHECK (came_to IN ('doubtful', 'no-notice') OR case_id IS NOT NULL)
);
COMMENT ON TABLE app.payment_lines IS '银行告知的每一笔缴款，以银行流水号为准，一笔只登记一次；只增';
COMMENT ON COLUMN app.payment_lines.came_to IS '导入时的结果：已入账、部分缴纳、多缴、有疑问、没有通知书、案件不能登记';
CREATE INDEX payment_lines_file ON app.payment_lines (file_id);

CREATE TABLE app.payment_settlements (
  id uuid PRIMARY KEY,
  line_id uuid NOT NULL REFERENCES app.payment_lines (id),
  does text NOT NULL CHECK (does IN ('book', 'set-aside')),
  case_id uuid REFERENCES app.cases (id),
  party_id uuid REFERENCES app.parties (id),
  words text NOT NULL CHECK (length(words) <= 500),
  settled_by uuid REFERENCES app.people (id),
  settled_at timestamptz NOT NULL,
  CHECK ((does = 'book') = (case_id IS NOT NULL)),
  CHECK ((case_id IS NULL) = (party_id IS NULL))
);
COMMENT ON TABLE app.payment_settlements IS '每一笔缴款的处理：入了哪个案件的账，或者写明理由不入账；只增';
CREATE UNIQUE INDEX payment_settlements_booked ON app.payment_settlements (line_id) WHERE does = 'book';
CREATE INDEX payment_settlements_line ON app.payment_settlements (line_id);

GRANT SELECT, INSERT ON app.payment_files, app.payment_lines, app.payment_settlements TO zhaofa_app;
