-- The 音像记录事项清单 of an agency: what it has set for a scene, from a day on. The newest entry in effect counts; the row only grows.
CREATE TABLE app.recording_list_entries (
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES app.agencies (id),
  scene text NOT NULL CHECK (length(scene) BETWEEN 1 AND 60),
  effective_on date NOT NULL,
  duty text NOT NULL CHECK (duty IN ('must', 'as-needed')),
  media text[] NOT NULL CHECK (cardinality(media) BETWEEN 1 AND 3 AND media <@ ARRAY['photo', 'audio', 'video']),
  retention text NOT NULL CHECK (retention IN ('永久', '30年', '10年')),
  item text NOT NULL DEFAULT '' CHECK (length(item) <= 200),
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 500),
  basis text NOT NULL CHECK (btrim(basis) <> ''),
  demonstration_id uuid REFERENCES app.recordings (id),
  set_by uuid REFERENCES app.people (id),
  set_at timestamptz NOT NULL
);
COMMENT ON TABLE app.recording_list_entries IS '机关音像记录事项清单的条目：自生效日起适用，只能比全国的最低要求更严；只增';
COMMENT ON COLUMN app.recording_list_entries.scene IS '记录环节代码（domain/recording/scenes.ts）';
COMMENT ON COLUMN app.recording_list_entries.demonstration_id IS '规范演示：本机关的一份音像记录';
COMMENT ON COLUMN app.recording_list_entries.set_by IS '登记人；演示数据为空';
CREATE INDEX recording_list_entries_agency ON app.recording_list_entries (agency_id, scene, effective_on);
GRANT SELECT, INSERT ON app.recording_list_entries TO zhaofa_app;
