-- A case may go over into another one; evidence of one case may stand in another, and the file is there once.
ALTER TABLE app.cases ADD COLUMN merged_into uuid REFERENCES app.cases (id) CHECK (merged_into <> id);
COMMENT ON COLUMN app.cases.merged_into IS '并入的案件；与并案事件里记的一致';
CREATE INDEX cases_merged_into ON app.cases (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE app.evidence_references (
  case_id uuid NOT NULL REFERENCES app.cases (id),
  upload_id uuid NOT NULL REFERENCES app.uploads (id),
  PRIMARY KEY (upload_id, case_id)
);
COMMENT ON TABLE app.evidence_references IS '并案、分案后引用另案证据的案件：能看本案的，看得到引用的原件；只增';

GRANT SELECT, INSERT ON app.evidence_references TO zhaofa_app;

ALTER TABLE app.notices DROP CONSTRAINT notices_kind_check;
ALTER TABLE app.notices ADD CONSTRAINT notices_kind_check CHECK (kind IN ('assigned', 'to-approve', 'to-handle', 'returned', 'reminded', 'due-soon', 'overdue',
    'recording-missing', 'disclosure-due', 'measure-ending', 'merged'));
