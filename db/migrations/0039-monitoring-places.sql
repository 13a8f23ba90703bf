-- 设置地点应当向社会公布（行政处罚法第四十一条第一款）: the places of monitoring devices, as the portal shows them.
CREATE TABLE published.monitors (
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES published.agencies (id),
  code text NOT NULL,
  place text NOT NULL,
  sign text NOT NULL,
  standard text NOT NULL,
  legal_number text NOT NULL,
  technical_number text NOT NULL,
  published_on date NOT NULL,
  from_on date NOT NULL,
  -- Before from_on where another entry of the same day has taken its place.
  until_on date
);
COMMENT ON TABLE published.monitors IS '电子技术监控设备的设置地点和审核，向社会公布（行政处罚法第四十一条第一款）；一次审核一行';
CREATE INDEX monitors_agency ON published.monitors (agency_id, place);
GRANT SELECT, INSERT, UPDATE ON published.monitors TO zhaofa_app;
GRANT SELECT ON published.monitors TO zhaofa_portal;
