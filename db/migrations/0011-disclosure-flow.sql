-- Disclosure by two people: prepared, confirmed with a secrecy check, corrected, withdrawn in time, taken down when its term ends.
ALTER TABLE app.disclosures
  DROP CONSTRAINT disclosures_state_check,
  ADD CONSTRAINT disclosures_state_check
    CHECK (state IN ('due', 'prepared', 'published', 'withheld', 'withdrawn', 'expired')),
  ADD COLUMN draft jsonb,
  ADD COLUMN prepared_by uuid REFERENCES app.people (id),
  ADD COLUMN prepared_at timestamptz,
  ADD COLUMN confirmed_by uuid REFERENCES app.people (id),
  ADD COLUMN confirmed_at timestamptz,
  ADD COLUMN secrecy_checked_by uuid REFERENCES app.people (id),
  ADD COLUMN secrecy_checked_on date,
  ADD COLUMN hidden_by_hand text[] NOT NULL DEFAULT '{}',
  ADD COLUMN ground text,
  ADD COLUMN tier text CHECK (tier IN ('minor', 'general', 'serious')),
  ADD COLUMN published_until_on date,
  ADD COLUMN repairable_from_on date,
  ADD COLUMN withdraw_since_on date,
  ADD COLUMN withdraw_due_on date,
  ADD COLUMN record_version int NOT NULL DEFAULT 0 CHECK (record_version >= 0),
  ADD CONSTRAINT disclosures_draft_check
    CHECK ((draft IS NULL) = (prepared_by IS NULL) AND (draft IS NULL) = (prepared_at IS NULL)),
  ADD CONSTRAINT disclosures_prepared_check CHECK (state <> 'prepared' OR draft IS NOT NULL),
  ADD CONSTRAINT disclosures_secrecy_check
    CHECK ((confirmed_by IS NULL) = (secrecy_checked_by IS NULL) AND (confirmed_by IS NULL) = (secrecy_checked_on IS NULL));
UPDATE app.disclosures SET record_version = 1 WHERE published_at IS NOT NULL;
COMMENT ON COLUMN app.disclosures.draft IS '准备好等待确认的公示稿：内容、每一处脱敏、人工隐去、社会影响的判断';
COMMENT ON COLUMN app.disclosures.hidden_by_hand IS '人工隐去过的文字；更正、恢复以后仍然隐去';
COMMENT ON COLUMN app.disclosures.ground IS '不公示、撤回的情形（代码），理由写在 reason';
COMMENT ON COLUMN app.disclosures.tier IS '失信程度：轻微、一般、严重；许可没有';
COMMENT ON COLUMN app.disclosures.published_until_on IS '公示期的最后一日；期满次日撤下内容';
COMMENT ON COLUMN app.disclosures.withdraw_due_on IS '应当撤回的最后一日：决定被变更、撤销等之日起三个工作日';
CREATE INDEX disclosures_ending ON app.disclosures (published_until_on, id) WHERE state = 'published';

CREATE TABLE app.disclosure_versions (
  disclosure_id uuid NOT NULL REFERENCES app.disclosures (id),
  number int NOT NULL CHECK (number > 0),
  record jsonb NOT NULL,
  note text,
  published_at timestamptz NOT NULL,
  prepared_by uuid REFERENCES app.people (id),
  confirmed_by uuid REFERENCES app.people (id),
  PRIMARY KEY (disclosure_id, number),
  CHECK (number = 1 OR note IS NOT NULL)
);
COMMENT ON TABLE app.disclosure_versions IS '公示过的每一版，一字不差；更正以后旧版留在这里，不再公开；只增';
INSERT INTO app.disclosure_versions (disclosure_id, number, record, published_at)
  SELECT id, 1, record, published_at FROM app.disclosures WHERE record IS NOT NULL;

ALTER TABLE published.decisions
  DROP CONSTRAINT decisions_status_check,
  ADD CONSTRAINT decisions_status_check CHECK (status IN ('published', 'withdrawn', 'expired')),
  ADD COLUMN expired_on date,
  ADD COLUMN withdrawal_basis text,
  ADD CONSTRAINT decisions_expired_check CHECK ((status = 'expired') = (expired_on IS NOT NULL));
COMMENT ON COLUMN published.decisions.expired_on IS '公示期满的那一日；期满的留号，不留内容';

GRANT SELECT, INSERT ON app.disclosure_versions TO zhaofa_app;
