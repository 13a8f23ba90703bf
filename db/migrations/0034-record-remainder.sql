-- A binding that was a mistake is taken back by a row of its own: the binding stays, and the recording may be bound again.
ALTER TABLE app.recording_bindings ADD COLUMN bound_seq integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN app.recording_bindings.bound_seq IS '事件 recording-bound 在本案中的序号';
UPDATE app.recording_bindings b SET bound_seq = e.seq FROM app.events e
  WHERE e.case_id = b.case_id AND e.type = 'recording-bound' AND e.body->>'recording' = b.recording_id::text
    AND e.body->>'run' = b.run_id AND e.body->>'scene' = b.scene;
ALTER TABLE app.recording_bindings DROP CONSTRAINT recording_bindings_pkey,
  ADD PRIMARY KEY (recording_id, case_id, run_id, scene, bound_seq);

CREATE TABLE app.recording_unbindings (
  recording_id uuid NOT NULL,
  case_id uuid NOT NULL,
  run_id text NOT NULL,
  scene text NOT NULL,
  bound_seq integer NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 5 AND 500),
  unbound_by uuid NOT NULL REFERENCES app.people (id),
  unbound_at timestamptz NOT NULL,
  PRIMARY KEY (recording_id, case_id, run_id, scene, bound_seq),
  FOREIGN KEY (recording_id, case_id, run_id, scene, bound_seq)
    REFERENCES app.recording_bindings (recording_id, case_id, run_id, scene, bound_seq)
);
COMMENT ON TABLE app.recording_unbindings IS '绑错了的音像记录：由事件 recording-unbound 写入，绑定的行不删；只增';
GRANT SELECT, INSERT ON app.recording_unbindings TO zhaofa_app;

CREATE VIEW app.standing_bindings AS
  SELECT recording_id, case_id, run_id, scene, bound_by, bound_at, bound_seq FROM app.recording_bindings b
  WHERE NOT EXISTS (SELECT FROM app.recording_unbindings u WHERE u.recording_id = b.recording_id AND u.case_id = b.case_id
    AND u.run_id = b.run_id AND u.scene = b.scene AND u.bound_seq = b.bound_seq);
COMMENT ON VIEW app.standing_bindings IS '现在有效的绑定：没有被解除的';
GRANT SELECT ON app.standing_bindings TO zhaofa_app;

-- What a recording is played from, and that a witness refused, each leave a leaf. Rows from before that have none.
ALTER TABLE app.leaves DROP CONSTRAINT leaves_kind_check;
ALTER TABLE app.leaves ADD CONSTRAINT leaves_kind_check CHECK (kind IN ('event', 'document', 'recording', 'reconciliation',
  'disclosure', 'rendition', 'refusal'));
ALTER TABLE app.renditions ADD COLUMN version integer NOT NULL DEFAULT 0 CHECK (version >= 0);
COMMENT ON COLUMN app.renditions.version IS '第几次制作；每次制作留一片叶 rendition:<摘要>:<次>，0 是以前没有叶的';
ALTER TABLE app.log_refusals ADD COLUMN is_sealed boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN app.log_refusals.is_sealed IS '有叶 refusal:<编号>；以前的没有';
