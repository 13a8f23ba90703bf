-- Recordings come in: who held a device on which day, what was late or doubtful on arrival, and what a list announced that has not come.
CREATE TABLE app.device_holdings (
  id uuid PRIMARY KEY,
  device_id uuid NOT NULL REFERENCES app.devices (id),
  holder_id uuid REFERENCES app.people (id),
  from_on date NOT NULL,
  noted_by uuid NOT NULL REFERENCES app.people (id),
  noted_at timestamptz NOT NULL
);
COMMENT ON TABLE app.device_holdings IS '设备从哪一天起由谁持有；只增，同一天后记的为准；每一条记录按拍摄当日判断持有人';
COMMENT ON COLUMN app.device_holdings.holder_id IS '空的是归库、没有配发给人';
CREATE INDEX device_holdings_device ON app.device_holdings (device_id, from_on DESC);

-- The same bytes are one recording of an agency, whatever way and however often they came.
CREATE UNIQUE INDEX recordings_once ON app.recordings (agency_id, sha256);
ALTER TABLE app.recordings
  ADD COLUMN due_at timestamptz,
  ADD COLUMN doubts text[] NOT NULL DEFAULT '{}',
  ADD COLUMN said_case text NOT NULL DEFAULT '' CHECK (length(said_case) <= 100);
COMMENT ON COLUMN app.recordings.due_at IS '应当存入的时间：按存入当日的参数从拍摄时间算起';
COMMENT ON COLUMN app.recordings.doubts IS '存入时看出的疑点：设备已停用、当日由别人持有等；存入以后不再改';
COMMENT ON COLUMN app.recordings.said_case IS '采集站清单里写的案号，供关联案件时参考；本身不产生关联';
CREATE INDEX recordings_late ON app.recordings (agency_id, captured_at DESC) WHERE stored_at > due_at;

CREATE TABLE app.announced_recordings (
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES app.agencies (id),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  file_name text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 200),
  device_id uuid NOT NULL REFERENCES app.devices (id),
  officer_id uuid REFERENCES app.people (id),
  captured_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  announced_at timestamptz NOT NULL,
  UNIQUE (agency_id, sha256)
);
COMMENT ON TABLE app.announced_recordings IS '采集站清单里有、当时没有文件的记录：据此知道还缺哪些；只增，存入以后按摘要自然对上';

-- What was said about a recording before its bytes came, so that a closed browser loses nothing.
ALTER TABLE app.uploads ADD COLUMN about jsonb;
COMMENT ON COLUMN app.uploads.about IS '音像记录上传时说明的拍摄时间、设备、拍摄人、地点；证据上传为空';

GRANT SELECT, INSERT ON app.device_holdings, app.announced_recordings TO zhaofa_app;
