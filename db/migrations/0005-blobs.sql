-- Files: what a digest names never changes; an upload is on its way until its bytes are in the store.
CREATE TABLE app.blobs (
  sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  sm3 text NOT NULL CHECK (sm3 ~ '^[0-9a-f]{64}$'),
  size bigint NOT NULL CHECK (size > 0),
  media_type text NOT NULL,
  stored_at timestamptz NOT NULL
);
COMMENT ON TABLE app.blobs IS '存储区里的原件，按内容的摘要取名；只增，同一内容只存一份';
COMMENT ON COLUMN app.blobs.media_type IS '按文件头识别，不采信上传者的说法';

CREATE TABLE app.uploads (
  id uuid PRIMARY KEY,
  owner_id uuid NOT NULL REFERENCES app.people (id),
  agency_id uuid NOT NULL REFERENCES app.agencies (id),
  case_id uuid NOT NULL REFERENCES app.cases (id),
  file_name text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 200),
  size bigint NOT NULL CHECK (size > 0),
  stored_size bigint NOT NULL DEFAULT 0 CHECK (stored_size BETWEEN 0 AND size),
  declared_sha256 text CHECK (declared_sha256 ~ '^[0-9a-f]{64}$'),
  sha256 text REFERENCES app.blobs (sha256),
  state text NOT NULL DEFAULT 'receiving'
    CHECK (state IN ('receiving', 'storing', 'finished', 'taken', 'refused', 'discarded', 'expired')),
  created_at timestamptz NOT NULL,
  finished_at timestamptz,
  expires_at timestamptz NOT NULL,
  CHECK ((state IN ('storing', 'finished', 'taken')) = (sha256 IS NOT NULL)),
  CHECK ((state IN ('finished', 'taken')) = (finished_at IS NOT NULL)),
  CHECK (sha256 IS NULL OR stored_size = size)
);
COMMENT ON TABLE app.uploads IS '断点续传的上传；finished 后可由办案环节取为证据（taken）';
COMMENT ON COLUMN app.uploads.stored_size IS '已落盘（fsync）的字节数，续传从这里开始';
COMMENT ON COLUMN app.uploads.state IS 'storing：摘要已定、正在移入存储区，中断后可以接着完成';
CREATE INDEX uploads_case ON app.uploads (case_id);
CREATE INDEX uploads_unfinished ON app.uploads (expires_at) WHERE state IN ('receiving', 'storing');

GRANT SELECT, INSERT ON app.blobs TO zhaofa_app;
GRANT SELECT, INSERT, UPDATE (stored_size, sha256, state, finished_at) ON app.uploads TO zhaofa_app;
