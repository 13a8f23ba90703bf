-- What is said about a recording, and what is made from it. The recording itself stays as it came.
CREATE TABLE app.recording_marks (
  id uuid PRIMARY KEY,
  recording_id uuid NOT NULL REFERENCES app.recordings (id),
  at_ms int NOT NULL CHECK (at_ms >= 0),
  until_ms int CHECK (until_ms > at_ms),
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 200),
  marked_by uuid NOT NULL REFERENCES app.people (id),
  marked_at timestamptz NOT NULL
);
COMMENT ON TABLE app.recording_marks IS '音像记录上的标记：从哪一刻到哪一刻，说的是什么；只增';
COMMENT ON COLUMN app.recording_marks.at_ms IS '从记录开始起的毫秒数';
CREATE INDEX recording_marks_recording ON app.recording_marks (recording_id, at_ms);

CREATE TABLE app.mark_withdrawals (
  mark_id uuid PRIMARY KEY REFERENCES app.recording_marks (id),
  withdrawn_by uuid NOT NULL REFERENCES app.people (id),
  withdrawn_at timestamptz NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 200)
);
COMMENT ON TABLE app.mark_withdrawals IS '标记的撤回：标记本身留着，撤回另记一行；只增';

CREATE TABLE app.derivatives (
  id uuid PRIMARY KEY,
  recording_id uuid NOT NULL REFERENCES app.recordings (id),
  parent_sha256 text NOT NULL REFERENCES app.blobs (sha256),
  parent_id uuid REFERENCES app.derivatives (id),
  kind text NOT NULL CHECK (kind IN ('clip', 'redaction', 'watermark')),
  recipe jsonb NOT NULL,
  recipe_sha256 text NOT NULL CHECK (recipe_sha256 ~ '^[0-9a-f]{64}$'),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 300),
  made_by uuid NOT NULL REFERENCES app.people (id),
  asked_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'ready', 'failed')),
  sentence text,
  result_sha256 text REFERENCES app.blobs (sha256),
  made_at timestamptz,
  CHECK ((state = 'ready') = (result_sha256 IS NOT NULL)),
  CHECK ((state = 'failed') = (sentence IS NOT NULL)),
  UNIQUE (recording_id, parent_sha256, recipe_sha256)
);
COMMENT ON TABLE app.derivatives IS '由音像记录做出的副本：片段、遮盖、水印；原件不动，做法和原件摘要写在一起，同样的做法只做一次';
COMMENT ON COLUMN app.derivatives.parent_sha256 IS '由哪个文件做出：原件，或者另一个副本（parent_id）';
COMMENT ON COLUMN app.derivatives.recipe IS '做法：谁都可以照着再做一遍';
COMMENT ON COLUMN app.derivatives.sentence IS '没有做成的原因，给人看';

GRANT SELECT, INSERT ON app.recording_marks, app.mark_withdrawals, app.derivatives TO zhaofa_app;
GRANT UPDATE (state, sentence, result_sha256, made_at) ON app.derivatives TO zhaofa_app;
