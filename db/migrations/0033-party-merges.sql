-- Duplicates in the register of parties are merged by a record of two people, and parted again by another; no row goes away.
CREATE TABLE app.party_merges (
  id uuid PRIMARY KEY,
  duplicate uuid NOT NULL REFERENCES app.parties (id),
  kept uuid NOT NULL REFERENCES app.parties (id),
  agency_id uuid NOT NULL REFERENCES app.agencies (id),
  CHECK (duplicate <> kept)
);
COMMENT ON TABLE app.party_merges IS '重复登记的当事人并入另一个：谁并入谁；是否成立看经过的最后一步；只增';
CREATE INDEX party_merges_duplicate ON app.party_merges (duplicate);
CREATE INDEX party_merges_kept ON app.party_merges (kept);

CREATE TABLE app.party_merge_steps (
  id uuid PRIMARY KEY,
  merge_id uuid NOT NULL REFERENCES app.party_merges (id),
  step text NOT NULL CHECK (step IN ('proposed', 'confirmed', 'refused', 'undone')),
  by uuid NOT NULL REFERENCES app.people (id),
  at timestamptz NOT NULL,
  reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 500),
  UNIQUE (merge_id, step)
);
COMMENT ON TABLE app.party_merge_steps IS '合并当事人的经过：提出、确认、不同意、撤销，各由谁、为什么；只增';

-- The checkpoint of a package is fixed with what witnesses had signed.
ALTER TABLE app.package_builds ADD COLUMN checkpoint_note text;
COMMENT ON COLUMN app.package_builds.checkpoint_note IS '装配时定下的检查点原文，带当时见证方的会签；再装配一次字节相同';

GRANT SELECT, INSERT ON app.party_merges, app.party_merge_steps TO zhaofa_app;
GRANT UPDATE (checkpoint_note) ON app.package_builds TO zhaofa_app;
