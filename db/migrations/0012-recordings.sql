-- Recordings: what a device took, kept as it came. The row only grows; what is made from it stands beside it.
CREATE TABLE app.devices (
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES app.agencies (id),
  code text NOT NULL CHECK (length(code) BETWEEN 1 AND 60),
  kind text NOT NULL CHECK (kind IN ('recorder', 'phone', 'fixed-camera', 'counter-camera')),
  class text NOT NULL CHECK (class IN ('A', 'B', 'C')),
  model text NOT NULL DEFAULT '',
  place text NOT NULL DEFAULT '',
  holder_id uuid REFERENCES app.people (id),
  from_on date NOT NULL,
  until_on date,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  UNIQUE (agency_id, code),
  CHECK (until_on IS NULL OR until_on >= from_on)
);
COMMENT ON TABLE app.devices IS '音像记录设备：归机关、配发给人，按配备类别管理';
COMMENT ON COLUMN app.devices.code IS '设备编号，采集站清单里按它认设备';
COMMENT ON COLUMN app.devices.class IS '配备类别 A、B、C';
COMMENT ON COLUMN app.devices.place IS '固定设备的安装地点';

CREATE TABLE app.recordings (
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES app.agencies (id),
  sha256 text NOT NULL REFERENCES app.blobs (sha256),
  medium text NOT NULL CHECK (medium IN ('photo', 'audio', 'video')),
  file_name text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 200),
  device_id uuid REFERENCES app.devices (id),
  officer_id uuid REFERENCES app.people (id),
  captured_at timestamptz NOT NULL,
  place text NOT NULL DEFAULT '',
  source text NOT NULL CHECK (source IN ('desk', 'docking-station')),
  upload_id uuid UNIQUE REFERENCES app.uploads (id),
  stored_at timestamptz NOT NULL,
  stored_by uuid REFERENCES app.people (id)
);
COMMENT ON TABLE app.recordings IS '音像记录：原件一经存入不再改动；只增';
COMMENT ON COLUMN app.recordings.captured_at IS '拍摄时间（记录开始），24 小时上传期限从这里起算';
COMMENT ON COLUMN app.recordings.stored_by IS '上传人；采集站接收的为空';
CREATE INDEX recordings_agency ON app.recordings (agency_id, captured_at DESC);
CREATE INDEX recordings_sha256 ON app.recordings (sha256);

CREATE TABLE app.recording_bindings (
  recording_id uuid NOT NULL REFERENCES app.recordings (id),
  case_id uuid NOT NULL REFERENCES app.cases (id),
  run_id text NOT NULL,
  scene text NOT NULL,
  bound_by uuid NOT NULL REFERENCES app.people (id),
  bound_at timestamptz NOT NULL,
  PRIMARY KEY (recording_id, case_id, run_id, scene)
);
COMMENT ON TABLE app.recording_bindings IS '音像记录属于哪件案件的哪个记录环节；由事件 recording-bound 写入，只增';
CREATE INDEX recording_bindings_case ON app.recording_bindings (case_id);

CREATE TABLE app.renditions (
  sha256 text PRIMARY KEY REFERENCES app.blobs (sha256),
  state text NOT NULL CHECK (state IN ('waiting', 'ready', 'failed', 'skipped')),
  sentence text,
  probe jsonb NOT NULL DEFAULT '{}',
  poster_sha256 text REFERENCES app.blobs (sha256),
  strip_sha256 text REFERENCES app.blobs (sha256),
  web_sha256 text REFERENCES app.blobs (sha256),
  waveform jsonb,
  made_at timestamptz
);
COMMENT ON TABLE app.renditions IS '由原件算出的播放材料：时长、编码、封面、缩略图条、波形、网页版；可以重算，丢了不影响原件';
COMMENT ON COLUMN app.renditions.sentence IS '没有做成的原因，给人看';
COMMENT ON COLUMN app.renditions.strip_sha256 IS '缩略图条：等距十帧拼成一张';

CREATE TABLE app.viewings (
  id uuid PRIMARY KEY,
  recording_id uuid NOT NULL REFERENCES app.recordings (id),
  person_id uuid NOT NULL REFERENCES app.people (id),
  purpose text NOT NULL CHECK (purpose IN ('play', 'download', 'export')),
  ground text NOT NULL,
  begun_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
COMMENT ON TABLE app.viewings IS '每一次查看：先记下，才放行；只增';
COMMENT ON COLUMN app.viewings.ground IS '凭什么看：case:<案件> 承办、审核或者讨论，access:<调阅申请>，own 自己上传的';
CREATE INDEX viewings_recording ON app.viewings (recording_id, begun_at);
CREATE INDEX viewings_person ON app.viewings (person_id, begun_at);

-- An upload may be a recording, which is not of a case until somebody binds it.
ALTER TABLE app.uploads ALTER COLUMN case_id DROP NOT NULL;
ALTER TABLE app.uploads ADD COLUMN purpose text NOT NULL DEFAULT 'evidence' CHECK (purpose IN ('evidence', 'recording'));
ALTER TABLE app.uploads ADD CHECK (purpose = 'recording' OR case_id IS NOT NULL);

GRANT SELECT, INSERT, UPDATE ON app.devices TO zhaofa_app;
GRANT SELECT, INSERT ON app.recordings, app.recording_bindings, app.viewings TO zhaofa_app;
GRANT SELECT, INSERT, UPDATE ON app.renditions TO zhaofa_app;
