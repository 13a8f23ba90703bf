-- A later act stands in the place of the decision that it changes; of a licence, the page of its grant says what became of it.
ALTER TABLE app.disclosures
  ADD COLUMN bears_on uuid REFERENCES app.cases (id),
  ADD COLUMN effect text CHECK (effect IN ('replaced', 'changed', 'renewed', 'withdrawn', 'revoked', 'cancelled')),
  ADD COLUMN earlier uuid[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT disclosures_bearing_check CHECK ((bears_on IS NULL) = (effect IS NULL) AND bears_on IS DISTINCT FROM case_id);
COMMENT ON COLUMN app.disclosures.bears_on IS '变更、撤回、撤销、注销的是哪一案的决定；首次的决定为空';
COMMENT ON COLUMN app.disclosures.effect IS '对以前的决定起什么作用：代替，或者变更、延续、撤回、撤销、注销了它准予的许可';
COMMENT ON COLUMN app.disclosures.earlier IS '作出时，同一决定在此以前的各项公示；公示以后，它们的公示页指向这一项';
CREATE INDEX disclosures_bearing ON app.disclosures (bears_on) WHERE bears_on IS NOT NULL;

ALTER TABLE published.decisions
  ADD COLUMN later_id uuid REFERENCES published.decisions (id),
  ADD COLUMN later_effect text CHECK (later_effect IN ('replaced', 'changed', 'renewed', 'withdrawn', 'revoked', 'cancelled')),
  ADD CONSTRAINT decisions_later_check CHECK ((later_id IS NULL) = (later_effect IS NULL) AND later_id IS DISTINCT FROM id),
  -- What was replaced is never public beside what stands in its place.
  ADD CONSTRAINT decisions_replaced_check CHECK (later_effect IS DISTINCT FROM 'replaced' OR status <> 'published');
COMMENT ON COLUMN published.decisions.later_id IS '后来的决定：变更后的决定，或者变更、撤回、撤销、注销许可的决定';
COMMENT ON COLUMN published.decisions.later_effect IS '后来的决定起什么作用；已被代替的不再列出，只留自己的一页';
