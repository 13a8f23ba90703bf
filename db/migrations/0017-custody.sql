-- Custody: who keeps the store of an agency. The things themselves are parts of the case state, told by its events.
ALTER TABLE app.posts DROP CONSTRAINT posts_role_check;
ALTER TABLE app.posts ADD CONSTRAINT posts_role_check CHECK (role IN ('handler', 'unit-head', 'reviewer', 'agency-head',
  'panel', 'host', 'clerk', 'archivist', 'storekeeper', 'supervisor', 'system-admin', 'security-admin', 'audit-admin'));

CREATE INDEX cases_with_things ON app.cases (agency_id) WHERE state ? 'things' AND ended_on IS NULL;
