-- Evidence that goes over into another case may be a place in a recording; whoever handles that case looks at the recording too.
CREATE TABLE app.recording_references (
  case_id uuid NOT NULL REFERENCES app.cases (id),
  recording_id uuid NOT NULL REFERENCES app.recordings (id),
  PRIMARY KEY (recording_id, case_id)
);
COMMENT ON TABLE app.recording_references IS '并案、分案后证据出自另案音像记录的案件：办理本案的，看得到这份音像记录；只增';
CREATE INDEX recording_references_case ON app.recording_references (case_id);

INSERT INTO app.recording_references (case_id, recording_id)
SELECT DISTINCT c.id, r.id FROM app.cases c CROSS JOIN LATERAL jsonb_array_elements(c.state -> 'evidence') AS e (item)
  JOIN app.recordings r ON r.id::text = e.item -> 'exhibit' ->> 'recording'
WHERE e.item ? 'from';

CREATE VIEW app.recordings_of_cases AS
  SELECT recording_id, case_id FROM app.standing_bindings UNION SELECT recording_id, case_id FROM app.recording_references;
COMMENT ON VIEW app.recordings_of_cases IS '音像记录属于哪些案件：现在绑定的，和证据出自它的';

GRANT SELECT, INSERT ON app.recording_references TO zhaofa_app;
GRANT SELECT ON app.recordings_of_cases TO zhaofa_app;
