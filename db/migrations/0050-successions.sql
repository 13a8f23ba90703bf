-- 工作交接: a change of post hands over the open work of an officer in one act; what could not go over stands in the same record with its reason.
CREATE TABLE app.successions (
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES app.agencies (id),
  from_person_id uuid NOT NULL REFERENCES app.people (id),
  ground text NOT NULL CHECK (ground IN ('transfer', 'retirement', 'resignation', 'leave', 'secondment', 'other')),
  words text NOT NULL CHECK (ground <> 'other' OR btrim(words) <> ''),
  made_by uuid NOT NULL REFERENCES app.people (id),
  made_at timestamptz NOT NULL
);
COMMENT ON TABLE app.successions IS '工作交接：一名人员调岗、退休、离职、请假时，把手上在办的事一次移交；只增';
CREATE INDEX successions_agency ON app.successions (agency_id, made_at DESC);

CREATE TABLE app.succession_items (
  succession_id uuid NOT NULL REFERENCES app.successions (id),
  ordinal int NOT NULL CHECK (ordinal > 0),
  case_id uuid NOT NULL REFERENCES app.cases (id),
  what text NOT NULL,
  stage text NOT NULL,
  due_on date,
  due_clock text,
  to_person_id uuid REFERENCES app.people (id),
  seq int,
  sentence text,
  basis text,
  PRIMARY KEY (succession_id, ordinal),
  FOREIGN KEY (case_id, seq) REFERENCES app.events (case_id, seq),
  CHECK ((seq IS NULL) = (sentence IS NOT NULL)),
  CHECK (seq IS NULL OR to_person_id IS NOT NULL),
  CHECK ((due_on IS NULL) = (due_clock IS NULL))
);
COMMENT ON TABLE app.succession_items IS '工作交接单的各行：seq 是移交的事件，没有的是留下的，sentence、basis 写明为什么';
COMMENT ON COLUMN app.succession_items.stage IS '交接当时的环节和期限；案件后来怎样，看案件';
CREATE INDEX succession_items_case ON app.succession_items (case_id);

GRANT SELECT, INSERT ON app.successions, app.succession_items TO zhaofa_app;

-- Whoever was replaced as a handler went on as one in the lists; the fold of the events always knew better.
UPDATE app.case_people h SET is_handler = false FROM app.cases c
WHERE c.id = h.case_id AND h.is_handler AND NOT c.state -> 'handlers' ? h.person_id::text;

ALTER TABLE app.notices DROP CONSTRAINT notices_kind_check;
ALTER TABLE app.notices ADD CONSTRAINT notices_kind_check CHECK (kind IN ('assigned', 'handlers-changed', 'to-approve', 'to-handle', 'returned', 'reminded', 'due-soon', 'overdue',
    'recording-missing', 'disclosure-due', 'measure-ending', 'merged', 'agreed', 'concluded', 'answered', 'term-over', 'surcharge-capped'));
