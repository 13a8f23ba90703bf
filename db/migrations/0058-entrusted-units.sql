-- Which unit of the agency an entrusted organisation staffs: whoever has a post there acts only while its letter holds, and within it (行政处罚法第二十条第四款).
ALTER TABLE app.entrustment_versions ADD COLUMN unit_id uuid REFERENCES app.units (id);
COMMENT ON COLUMN app.entrustment_versions.unit_id IS '由受委托组织的人员组成的承办机构；不在本系统里办案的为空';
CREATE INDEX entrustment_versions_unit ON app.entrustment_versions (unit_id) WHERE unit_id IS NOT NULL;

CREATE VIEW app.unit_entrustments AS
SELECT v.unit_id, v.organisation, v.items, v.from_on, v.until_on, n.ended_on
FROM app.entrustment_versions v LEFT JOIN app.entrustment_ends n ON n.entrustment_id = v.entrustment_id
WHERE v.unit_id IS NOT NULL AND NOT EXISTS (
  SELECT FROM app.entrustment_versions later WHERE later.entrustment_id = v.entrustment_id AND later.version > v.version);
COMMENT ON VIEW app.unit_entrustments IS '各承办机构现在的委托书，期满、终止的也在内；没有行的机构是本机关自己的';
GRANT SELECT ON app.unit_entrustments TO zhaofa_app;
