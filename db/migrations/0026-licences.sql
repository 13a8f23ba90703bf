-- The register of licences: a projection of the cases that granted, changed and ended them. Where a licence stands is derived from the day.
CREATE TABLE app.licences (
  id uuid PRIMARY KEY REFERENCES app.cases (id),
  agency_id uuid NOT NULL REFERENCES app.agencies (id),
  number text NOT NULL CHECK (length(number) BETWEEN 1 AND 200),
  item text NOT NULL CHECK (length(item) BETWEEN 1 AND 200),
  holder text NOT NULL,
  conditions text NOT NULL,
  granted_on date NOT NULL,
  valid_until date,
  supervisor text NOT NULL DEFAULT '',
  renewal_asked_on date,
  ended_how text CHECK (ended_how IN ('withdrawn', 'revoked', 'cancelled')),
  ended_on date,
  changed_by uuid NOT NULL REFERENCES app.cases (id),
  changed_at timestamptz NOT NULL,
  UNIQUE (agency_id, number),
  CHECK ((ended_how IS NULL) = (ended_on IS NULL))
);
COMMENT ON TABLE app.licences IS '许可登记簿：由办案事件推出，一件许可一行；是否有效按当天推算，不保存';
COMMENT ON COLUMN app.licences.id IS '准予许可的案件';
COMMENT ON COLUMN app.licences.renewal_asked_on IS '延续申请受理日；作出决定后清空。届满前没有决定的，视为准予延续';
COMMENT ON COLUMN app.licences.changed_by IS '最近一次变动所在的案件';
CREATE INDEX licences_by_end ON app.licences (agency_id, valid_until) WHERE ended_how IS NULL;
GRANT SELECT, INSERT, UPDATE ON app.licences TO zhaofa_app;

CREATE TABLE app.licence_bars (
  case_id uuid NOT NULL REFERENCES app.cases (id),
  party_id uuid NOT NULL REFERENCES app.parties (id),
  item text NOT NULL,
  until_on date NOT NULL,
  basis text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (case_id, party_id)
);
COMMENT ON TABLE app.licence_bars IS '一年、三年内不得再次申请的许可（行政许可法第七十八条、第七十九条）；只增';
CREATE INDEX licence_bars_by_party ON app.licence_bars (party_id, until_on);
GRANT SELECT, INSERT ON app.licence_bars TO zhaofa_app;
