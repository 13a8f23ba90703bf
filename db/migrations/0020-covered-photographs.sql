-- A photograph that came as plain evidence is covered like a recording: the same table, the same recipe, the original untouched.
ALTER TABLE app.derivatives ALTER COLUMN recording_id DROP NOT NULL;
ALTER TABLE app.derivatives ADD COLUMN upload_id uuid REFERENCES app.uploads (id);
ALTER TABLE app.derivatives ADD CONSTRAINT derivatives_of_one CHECK (num_nonnulls(recording_id, upload_id) = 1);
ALTER TABLE app.derivatives ADD CONSTRAINT derivatives_of_photograph CHECK (upload_id IS NULL OR kind = 'redaction');
ALTER TABLE app.derivatives ADD COLUMN original_id uuid NOT NULL GENERATED ALWAYS AS (coalesce(recording_id, upload_id)) STORED;
ALTER TABLE app.derivatives DROP CONSTRAINT derivatives_recording_id_parent_sha256_recipe_sha256_key;
ALTER TABLE app.derivatives ADD CONSTRAINT derivatives_made_once UNIQUE (original_id, parent_sha256, recipe_sha256);
CREATE INDEX derivatives_recording ON app.derivatives (recording_id) WHERE recording_id IS NOT NULL;
COMMENT ON TABLE app.derivatives IS '由音像记录或者证据照片做出的副本：片段、遮盖、水印；原件不动，做法和原件摘要写在一起，同样的做法只做一次';
COMMENT ON COLUMN app.derivatives.upload_id IS '由哪一张上传的证据照片做出；由音像记录做出的为空';
COMMENT ON COLUMN app.derivatives.original_id IS '由哪一份做出，无论是音像记录还是照片';

-- Photographs that are evidence already get the picture on which boxes are drawn; the office makes it when it starts.
INSERT INTO app.renditions (sha256, state)
SELECT DISTINCT b.sha256, 'waiting' FROM app.uploads u JOIN app.blobs b ON b.sha256 = u.sha256
WHERE u.purpose = 'evidence' AND u.state = 'taken' AND b.media_type LIKE 'image/%'
ON CONFLICT (sha256) DO NOTHING;
