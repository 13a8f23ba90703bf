-- 执法主体登记: what an agency is for, who stands for it, out of what it is paid and how many posts it has. Who changed what when stays.
CREATE TABLE app.agency_records (
  agency_id uuid NOT NULL REFERENCES app.agencies (id),
  version int NOT NULL CHECK (version > 0),
  from_on date NOT NULL,
  duty text NOT NULL CHECK (btrim(duty) <> '' AND length(duty) <= 2000),
  legal_representative text NOT NULL CHECK (btrim(legal_representative) <> ''),
  funding text NOT NULL CHECK (funding IN ('财政全额拨款', '财政差额拨款', '经费自理')),
  headcount int NOT NULL CHECK (headcount BETWEEN 1 AND 100000),
  address text NOT NULL CHECK (btrim(address) <> ''),
  phone text NOT NULL CHECK (btrim(phone) <> ''),
  ground text NOT NULL CHECK (btrim(ground) <> ''),
  set_by uuid REFERENCES app.people (id),
  set_at timestamptz NOT NULL,
  PRIMARY KEY (agency_id, version)
);
COMMENT ON TABLE app.agency_records IS '执法主体登记的各版：主要职责、法定代表人、经费来源、编制数、地址、电话；只增，版本最大的适用';
COMMENT ON COLUMN app.agency_records.from_on IS '自哪天起是这样；不晚于登记当天，所以版本最大的就是今天适用的';
COMMENT ON COLUMN app.agency_records.address IS '登记时同时写到 app.agencies，文书用那里的';
COMMENT ON COLUMN app.agency_records.ground IS '依据或者原因，如批准的文件、任免的文件';
COMMENT ON COLUMN app.agency_records.set_by IS '登记人；演示数据为空';
GRANT SELECT, INSERT ON app.agency_records TO zhaofa_app;

ALTER TABLE published.agencies
  ADD COLUMN duty text,
  ADD COLUMN legal_representative text,
  ADD COLUMN funding text,
  ADD COLUMN headcount int,
  ADD COLUMN record_from_on date;
COMMENT ON COLUMN published.agencies.record_from_on IS '主要职责等自哪天起是这样；没有登记的，这几栏都空';
