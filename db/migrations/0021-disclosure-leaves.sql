-- What the public saw is sealed like an event: each version of a publication, and its taking down, gets a leaf.
ALTER TABLE app.leaves DROP CONSTRAINT leaves_kind_check;
ALTER TABLE app.leaves ADD CHECK (kind IN ('event', 'document', 'recording', 'reconciliation', 'disclosure'));

ALTER TABLE app.disclosure_versions ADD COLUMN is_sealed boolean NOT NULL DEFAULT false;
ALTER TABLE app.disclosure_versions ALTER COLUMN is_sealed SET DEFAULT true;
COMMENT ON COLUMN app.disclosure_versions.is_sealed IS '有存证的叶；有叶以前公示的为假';
