-- A case may have come from another one; an old, sealed case may be such an origin, so nothing is written to it.
ALTER TABLE app.cases ADD COLUMN origin_case_id uuid REFERENCES app.cases (id) CHECK (origin_case_id <> id);
COMMENT ON COLUMN app.cases.origin_case_id IS '来源案件；与立案事件里记的一致';
CREATE INDEX cases_by_origin ON app.cases (origin_case_id) WHERE origin_case_id IS NOT NULL;
