-- A booking that the case takes back: its line stands on the list again and may be settled anew, in another round.
ALTER TABLE app.payment_settlements
  ADD COLUMN round integer NOT NULL DEFAULT 1 CHECK (round > 0),
  DROP CONSTRAINT payment_settlements_does_check,
  DROP CONSTRAINT payment_settlements_check,
  ADD CONSTRAINT payment_settlements_does_check CHECK (does IN ('book', 'set-aside', 'reversed')),
  ADD CONSTRAINT payment_settlements_case_check CHECK ((does = 'set-aside') = (case_id IS NULL)),
  ADD CONSTRAINT payment_settlements_reversed_check CHECK (does <> 'reversed' OR words <> '');
ALTER TABLE app.payment_settlements ALTER COLUMN round DROP DEFAULT;
COMMENT ON TABLE app.payment_settlements IS '每一笔缴款的处理：入了哪个案件的账、写明理由不入账，或者案件里冲销了；只增';
COMMENT ON COLUMN app.payment_settlements.round IS '第几轮处理；冲销结束一轮，以后的处理属于下一轮';

DROP INDEX app.payment_settlements_booked;
CREATE UNIQUE INDEX payment_settlements_booked ON app.payment_settlements (line_id, round) WHERE does = 'book';
CREATE UNIQUE INDEX payment_settlements_reversed ON app.payment_settlements (line_id, round) WHERE does = 'reversed';
CREATE INDEX payment_settlements_case ON app.payment_settlements (case_id);

CREATE VIEW app.standing_settlements AS
  SELECT DISTINCT ON (line_id) * FROM app.payment_settlements
  ORDER BY line_id, round DESC, array_position(ARRAY['reversed', 'book', 'set-aside'], does), settled_at DESC;
COMMENT ON VIEW app.standing_settlements IS '每一笔缴款现在的处理';
GRANT SELECT ON app.standing_settlements TO zhaofa_app;
