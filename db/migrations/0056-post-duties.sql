-- 岗位职责: duties hang on posts, not on people; whoever holds the post has them. Each text stays with its day.
CREATE TABLE app.post_duties (
  agency_id uuid NOT NULL REFERENCES app.agencies (id),
  role text NOT NULL CHECK (role ~ '^[a-z-]+$'),
  version int NOT NULL CHECK (version > 0),
  from_on date NOT NULL,
  duties text NOT NULL CHECK (btrim(duties) <> '' AND length(duties) <= 2000),
  set_by uuid REFERENCES app.people (id),
  set_at timestamptz NOT NULL,
  PRIMARY KEY (agency_id, role, version)
);
COMMENT ON TABLE app.post_duties IS '岗位职责的各版：一个机关的一种岗位；只增，版本最大的适用';
COMMENT ON COLUMN app.post_duties.role IS '岗位的角色，与 app.posts 的相同';
COMMENT ON COLUMN app.post_duties.set_by IS '登记人；演示数据为空';
GRANT SELECT, INSERT ON app.post_duties TO zhaofa_app;

ALTER TABLE app.agency_records ADD COLUMN complaint_phone text NOT NULL DEFAULT '';
COMMENT ON COLUMN app.agency_records.complaint_phone IS '监督投诉电话，印在岗位信息公示牌上；以前的各版没有登记';
ALTER TABLE published.agencies ADD COLUMN complaint_phone text;
