-- Record log: leaves of recordings, witnesses, time stamps, and what the operator decided after a fork or an old backup.
ALTER TABLE app.leaves DROP CONSTRAINT leaves_kind_check;
ALTER TABLE app.leaves ADD CHECK (kind IN ('event', 'document', 'recording', 'reconciliation'));

CREATE TABLE app.log_decisions (
  id uuid PRIMARY KEY,
  choice text NOT NULL CHECK (choice IN ('continue', 'new-log')),
  epoch int NOT NULL CHECK (epoch >= 0),
  origin text NOT NULL,
  problem text NOT NULL,
  horizon bigint NOT NULL CHECK (horizon >= 0),
  from_size bigint NOT NULL CHECK (from_size >= 0),
  to_size bigint NOT NULL CHECK (to_size >= 0),
  recovered bigint NOT NULL CHECK (recovered >= 0),
  published_note text,
  database_note text,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  decided_by text NOT NULL CHECK (length(decided_by) BETWEEN 1 AND 100),
  decided_at timestamptz NOT NULL,
  CHECK (from_size <= to_size)
);
COMMENT ON TABLE app.log_decisions IS '存证日志停签以后由人作出的决定（log reconcile），本身也写入存证日志；只增';
COMMENT ON COLUMN app.log_decisions.choice IS 'continue：沿用已公布的更长历史；new-log：另起一部新日志，旧日志原样封存';
COMMENT ON COLUMN app.log_decisions.epoch IS '决定以后的日志是第几部，从 0 起';
COMMENT ON COLUMN app.log_decisions.horizon IS '决定时最后一片叶的编号：到此为止的叶不比事务号，此后的才比';
COMMENT ON COLUMN app.log_decisions.from_size IS '从这一条起到 to_size 之前，条目已经公布而本库没有（除已找回的）';

-- Each new log counts from zero; what an older one numbered stays.
ALTER TABLE app.log_entries ADD COLUMN epoch int NOT NULL DEFAULT 0 CHECK (epoch >= 0);
ALTER TABLE app.log_entries DROP CONSTRAINT log_entries_pkey;
ALTER TABLE app.log_entries ADD PRIMARY KEY (epoch, index);
ALTER TABLE app.log_entries DROP CONSTRAINT log_entries_leaf_id_key;
ALTER TABLE app.log_entries ADD UNIQUE (leaf_id, epoch);
ALTER TABLE app.log_entries ALTER COLUMN leaf_id DROP NOT NULL;
COMMENT ON COLUMN app.log_entries.leaf_id IS '为空：条目已经公布，叶没有随旧备份回来，由 log_decisions 的一项决定说明';
ALTER TABLE app.log_checkpoints ADD COLUMN epoch int NOT NULL DEFAULT 0 CHECK (epoch >= 0);
ALTER TABLE app.log_checkpoints DROP CONSTRAINT log_checkpoints_pkey;
ALTER TABLE app.log_checkpoints ADD PRIMARY KEY (epoch, size);

CREATE TABLE app.log_cosignatures (
  epoch int NOT NULL,
  size bigint NOT NULL,
  witness text NOT NULL,
  key_id bytea NOT NULL CHECK (length(key_id) = 4),
  line text NOT NULL,
  cosigned_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (epoch, size, witness, key_id),
  FOREIGN KEY (epoch, size) REFERENCES app.log_checkpoints (epoch, size)
);
COMMENT ON TABLE app.log_cosignatures IS '见证方对检查点的会签（C2SP tlog-cosignature）；只增';
COMMENT ON COLUMN app.log_cosignatures.cosigned_at IS '见证方所写的时间，在会签之内';

CREATE TABLE app.log_refusals (
  id uuid PRIMARY KEY,
  epoch int NOT NULL,
  size bigint NOT NULL,
  witness text NOT NULL,
  key_id bytea NOT NULL CHECK (length(key_id) = 4),
  status int NOT NULL,
  known_size bigint NOT NULL CHECK (known_size >= 0),
  refused_at timestamptz NOT NULL
);
COMMENT ON TABLE app.log_refusals IS '见证方因历史不一致而拒绝会签：它见过更长的日志，或者同一条数下的另一个根；只增';
COMMENT ON COLUMN app.log_refusals.known_size IS '见证方最后会签到第几条';

CREATE TABLE app.log_timestamps (
  epoch int NOT NULL,
  size bigint NOT NULL,
  authority text NOT NULL,
  token bytea NOT NULL,
  stamped_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (epoch, size, authority),
  FOREIGN KEY (epoch, size) REFERENCES app.log_checkpoints (epoch, size)
);
COMMENT ON TABLE app.log_timestamps IS '检查点的可信时间戳（RFC 3161）；只增';
COMMENT ON COLUMN app.log_timestamps.authority IS '时间戳服务的网址';

GRANT SELECT, INSERT ON app.log_decisions, app.log_cosignatures, app.log_refusals, app.log_timestamps TO zhaofa_app;
