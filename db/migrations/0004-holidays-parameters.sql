-- The published holidays by year, and the values that regions and agencies set over the defaults.
-- Nothing here is ever changed: an amended notice and a new value are new rows, and the newest counts.

CREATE TABLE app.holiday_years (
  year int NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  imported_at timestamptz NOT NULL DEFAULT now(),
  published boolean NOT NULL DEFAULT true,
  source text NOT NULL CHECK (source <> ''),
  PRIMARY KEY (year, imported_at)
);
COMMENT ON TABLE app.holiday_years IS '各年度放假安排；同一年度以最新一次导入为准，没有导入的年度按周末估算';
COMMENT ON COLUMN app.holiday_years.published IS '假 = 撤回误导入的安排，该年度恢复按周末估算';

CREATE TABLE app.holidays (
  on_date date NOT NULL,
  year int NOT NULL,
  is_off boolean NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  source text NOT NULL,
  imported_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (year, imported_at, on_date),
  FOREIGN KEY (year, imported_at) REFERENCES app.holiday_years (year, imported_at),
  CHECK (abs(extract(year FROM on_date) - year) <= 1),
  CHECK (is_off OR extract(isodow FROM on_date) > 5)
);
COMMENT ON TABLE app.holidays IS '放假日和调休上班日；上班日只能是周六、周日';

CREATE TABLE app.parameter_values (
  id uuid PRIMARY KEY,
  code text NOT NULL,
  scope text NOT NULL CHECK (scope IN ('region', 'agency')),
  scope_id text NOT NULL,
  effective_on date NOT NULL,
  value jsonb NOT NULL,
  basis text NOT NULL CHECK (btrim(basis) <> ''),
  set_by uuid NOT NULL REFERENCES app.people (id),
  set_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE app.parameter_values IS '地区、机关对参数的覆盖值；必须有依据，自生效日起算';
CREATE INDEX parameter_values_scope ON app.parameter_values (scope, scope_id);

GRANT SELECT, INSERT ON app.holiday_years, app.holidays, app.parameter_values TO zhaofa_app;
