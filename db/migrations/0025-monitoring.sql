-- 非现场执法: devices that watch by themselves, what had to be examined before they may, and the review of every record they make.
ALTER TABLE app.devices DROP CONSTRAINT devices_kind_check;
ALTER TABLE app.devices ADD CONSTRAINT devices_kind_check
  CHECK (kind IN ('recorder', 'phone', 'fixed-camera', 'counter-camera', 'monitor'));

CREATE TABLE app.device_approvals (
  id uuid PRIMARY KEY,
  device_id uuid NOT NULL REFERENCES app.devices (id),
  legal_number text NOT NULL CHECK (length(legal_number) BETWEEN 1 AND 100),
  technical_number text NOT NULL CHECK (length(technical_number) BETWEEN 1 AND 100),
  standard text NOT NULL CHECK (length(standard) BETWEEN 1 AND 200),
  sign text NOT NULL CHECK (length(sign) BETWEEN 1 AND 200),
  place text NOT NULL CHECK (length(place) BETWEEN 1 AND 200),
  published_on date NOT NULL,
  published_where text NOT NULL CHECK (length(published_where) BETWEEN 1 AND 300),
  from_on date NOT NULL,
  until_on date,
  noted_by uuid NOT NULL REFERENCES app.people (id),
  noted_at timestamptz NOT NULL,
  CHECK (published_on <= from_on),
  CHECK (until_on IS NULL OR until_on >= from_on)
);
COMMENT ON TABLE app.device_approvals IS '电子技术监控设备的法制审核、技术审核和设置地点公布：自哪天起到哪天止；只增，变更另记一条（行政处罚法第四十一条第一款）';
CREATE INDEX device_approvals_device ON app.device_approvals (device_id, from_on);

CREATE TABLE app.monitoring_reviews (
  recording_id uuid PRIMARY KEY REFERENCES app.recordings (id),
  is_true boolean NOT NULL,
  is_clear boolean NOT NULL,
  is_complete boolean NOT NULL,
  is_accurate boolean NOT NULL,
  passed boolean NOT NULL GENERATED ALWAYS AS (is_true AND is_clear AND is_complete AND is_accurate) STORED,
  approval_id uuid REFERENCES app.device_approvals (id),
  words text NOT NULL CHECK (length(words) BETWEEN 1 AND 1000),
  reviewed_by uuid NOT NULL REFERENCES app.people (id),
  reviewed_at timestamptz NOT NULL,
  CHECK (approval_id IS NOT NULL OR NOT (is_true AND is_clear AND is_complete AND is_accurate))
);
COMMENT ON TABLE app.monitoring_reviews IS '监控记录的逐条审核：真实、清晰、完整、准确；没有审核或者没有通过的，不得作为证据（行政处罚法第四十一条第二款）；只增，一条记录一次';
COMMENT ON COLUMN app.monitoring_reviews.approval_id IS '记录当日设备所凭的审核和公布；没有的不能通过';

GRANT SELECT, INSERT ON app.device_approvals, app.monitoring_reviews TO zhaofa_app;
