-- Transfers to the police are seen by those who supervise them: police, procuratorate and supervisory body of the region.
ALTER TABLE app.posts DROP CONSTRAINT posts_role_check;
ALTER TABLE app.posts ADD CONSTRAINT posts_role_check CHECK (role IN ('handler', 'unit-head', 'reviewer', 'agency-head',
  'panel', 'host', 'clerk', 'archivist', 'storekeeper', 'supervisor', 'liaison', 'system-admin', 'security-admin', 'audit-admin'));

ALTER TABLE app.agencies ADD COLUMN kind text NOT NULL DEFAULT 'enforcement'
  CHECK (kind IN ('enforcement', 'police', 'procuratorate', 'supervisory'));
COMMENT ON COLUMN app.agencies.kind IS '行政执法机关、公安机关、人民检察院、监察机关；后三种的联络员查看移送的案件';

CREATE INDEX cases_transferred ON app.cases (agency_id) WHERE state @? '$.runs[*] ? (@.procedure == "transfer")';
