-- Signing in: one constant-work read, one write per failure.
CREATE INDEX audit_entries_agency ON app.audit_entries (agency_id, at);
COMMENT ON COLUMN app.accounts.failures IS '连续输错次数；成功登录或者解锁后归零';
COMMENT ON COLUMN app.accounts.locked_until_at IS '锁定到何时；连续输错五次锁十五分钟';
