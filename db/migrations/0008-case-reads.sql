-- One read for all that a decision needs: people as they stand on the day, as one JSON value each.
CREATE FUNCTION app.person_on_the_day(person uuid, today date) RETURNS jsonb
  LANGUAGE sql STABLE
  RETURN (
    SELECT jsonb_build_object(
      'id', p.id, 'name', p.name, 'agency', p.agency_id, 'employment', p.employment, 'hasLawLicence', p.has_law_licence,
      'posts', coalesce((
        SELECT jsonb_agg(jsonb_build_object('role', t.role, 'unit', t.unit_id, 'isPrincipal', t.is_principal))
        FROM app.posts t
        WHERE t.person_id = p.id AND t.from_on <= today AND (t.until_on IS NULL OR t.until_on >= today)), '[]'),
      'certificates', coalesce((
        SELECT jsonb_agg(jsonb_build_object('kind', c.kind, 'number', c.number, 'validFromOn', c.valid_from_on,
          'validUntilOn', c.valid_until_on, 'state', c.state))
        FROM app.certificates c WHERE c.person_id = p.id), '[]'))
    FROM app.people p
    WHERE p.id = person AND (p.left_on IS NULL OR p.left_on > today)
  );
COMMENT ON FUNCTION app.person_on_the_day IS '人员当日的岗位和证件；资格由程序按当日判断';
GRANT EXECUTE ON FUNCTION app.person_on_the_day TO zhaofa_app;
