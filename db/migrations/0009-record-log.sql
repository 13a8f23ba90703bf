-- Record log: leaves get their number here, and every signed head of the tree is kept. Both only grow.
CREATE TABLE app.log_entries (
  index bigint PRIMARY KEY CHECK (index >= 0),
  leaf_id bigint NOT NULL UNIQUE REFERENCES app.leaves (id),
  entry_hash bytea NOT NULL CHECK (length(entry_hash) = 32)
);
COMMENT ON TABLE app.log_entries IS '存证日志的序号：叶 → 第几条；只增，由定序器一处写入';
COMMENT ON COLUMN app.log_entries.entry_hash IS 'RFC 6962 叶散列：SHA-256(0x00 ‖ 条目)';

CREATE TABLE app.log_checkpoints (
  size bigint PRIMARY KEY CHECK (size > 0),
  root bytea NOT NULL CHECK (length(root) = 32),
  note text NOT NULL,
  signed_at timestamptz NOT NULL
);
COMMENT ON TABLE app.log_checkpoints IS '签过名的检查点；先入此表，后对外公布，所以公布过的必在表中';
COMMENT ON COLUMN app.log_checkpoints.note IS 'C2SP tlog-checkpoint，连同签名，一字不差';

-- The sequencer reads in commit order: ids are given before the commit, so that a higher id may be seen earlier.
CREATE INDEX leaves_commit_order ON app.leaves (xid, id);

CREATE TABLE published.receipts (
  decision_id uuid PRIMARY KEY REFERENCES published.decisions (id),
  document_id uuid NOT NULL,
  receipt text NOT NULL,
  index bigint NOT NULL CHECK (index >= 0),
  signed_at timestamptz NOT NULL,
  file_sha256 text CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
  file_size int CHECK (file_size > 0),
  CHECK ((file_sha256 IS NULL) = (file_size IS NULL))
);
COMMENT ON TABLE published.receipts IS '公示的决定书的存证回执；撤回公示时删除';
COMMENT ON COLUMN published.receipts.file_sha256 IS '公开的决定书原件；当事人有自然人的，不公开原件，为空';

GRANT SELECT, INSERT ON app.log_entries, app.log_checkpoints TO zhaofa_app;
GRANT SELECT, INSERT, DELETE ON published.receipts TO zhaofa_app;
GRANT SELECT ON published.receipts TO zhaofa_portal;
