-- Where the acts of an agency are reviewed and sued against follows from what it is; a text that is written down only takes the place of that.
ALTER TABLE app.agencies
  ADD COLUMN standing text NOT NULL DEFAULT 'department'
    CHECK (standing IN ('department', 'authorised', 'branch-office', 'dispatched-organ', 'government', 'vertical', 'justice')),
  ADD COLUMN higher_department text NOT NULL DEFAULT '',
  ADD COLUMN seat_region_code text REFERENCES app.regions (code),
  ALTER COLUMN review_body SET DEFAULT '',
  ALTER COLUMN court SET DEFAULT '',
  ADD CONSTRAINT agencies_higher_department CHECK (standing NOT IN ('vertical', 'justice') OR btrim(higher_department) <> '');
COMMENT ON COLUMN app.agencies.standing IS '隶属关系：工作部门、授权组织、派出机构、派出机关、人民政府、垂直领导、司法行政部门；复议机关由此算出（行政复议法第二十四条、第二十七条、第二十八条）';
COMMENT ON COLUMN app.agencies.higher_department IS '上一级主管部门；垂直领导的机关和司法行政部门必填';
COMMENT ON COLUMN app.agencies.seat_region_code IS '所在地的县级区划，与 region_code 不同时才填；管辖法院由此算出（行政诉讼法第十八条第一款）';
COMMENT ON COLUMN app.agencies.review_body IS '空 = 由隶属关系算出；写了就照写的';
COMMENT ON COLUMN app.agencies.court IS '空 = 由所在地算出；写了就照写的，如跨行政区域管辖的法院（行政诉讼法第十八条第二款）';

GRANT UPDATE (standing, higher_department, seat_region_code, review_body, court) ON app.agencies TO zhaofa_app;

UPDATE app.agencies SET standing = 'authorised' WHERE nature = 'authorised';
