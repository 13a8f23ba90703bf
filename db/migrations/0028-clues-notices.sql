-- The room 线索 is a list of the cases of one procedure, newest or oldest first.
CREATE INDEX cases_clues ON app.cases (agency_id, opened_on, id) WHERE procedure_code = 'clue';

CREATE TABLE app.notices (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES app.people (id),
  -- One matter tells each person once, however often the job that tells it runs.
  key text NOT NULL CHECK (key <> ''),
  kind text NOT NULL CHECK (kind IN ('assigned', 'to-approve', 'to-handle', 'returned', 'reminded', 'due-soon', 'overdue',
    'recording-missing', 'disclosure-due', 'measure-ending')),
  case_id uuid NOT NULL REFERENCES app.cases (id),
  -- What settles it: a proposal or a clock; once that is done the notice counts as read.
  about text NOT NULL,
  sentence text NOT NULL CHECK (sentence <> ''),
  due_on date,
  at timestamptz NOT NULL,
  -- Not before this: quiet hours are over, or the day's digest comes.
  shown_at timestamptz NOT NULL CHECK (shown_at >= at),
  read_at timestamptz,
  UNIQUE (person_id, key)
);
COMMENT ON TABLE app.notices IS '通知：由案件的事件和期限产生，一人一事一条；只改已读的时间';
CREATE INDEX notices_unread ON app.notices (person_id, shown_at) WHERE read_at IS NULL;
CREATE INDEX notices_newest ON app.notices (person_id, shown_at DESC, id DESC);
CREATE INDEX notices_about ON app.notices (about) WHERE read_at IS NULL;

CREATE TABLE app.notice_settings (
  person_id uuid PRIMARY KEY REFERENCES app.people (id),
  version int NOT NULL CHECK (version > 0),
  -- Minutes of the office's day; from may be after until, over midnight.
  quiet_from int CHECK (quiet_from BETWEEN 0 AND 1439),
  quiet_until int CHECK (quiet_until BETWEEN 0 AND 1439),
  digest_at int CHECK (digest_at BETWEEN 0 AND 1439),
  muted text[] NOT NULL DEFAULT '{}',
  CHECK ((quiet_from IS NULL) = (quiet_until IS NULL)),
  CHECK (quiet_from <> quiet_until)
);
COMMENT ON TABLE app.notice_settings IS '通知的设置：免打扰时段、每日汇总的时刻、不要的种类；没有行的按默认';

GRANT SELECT, INSERT, UPDATE (read_at) ON app.notices TO zhaofa_app;
GRANT SELECT, INSERT, UPDATE ON app.notice_settings TO zhaofa_app;
