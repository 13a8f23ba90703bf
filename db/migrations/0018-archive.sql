-- Archive: a dossier is handed over, checked, sealed; what was sealed only grows by supplements.
CREATE TABLE app.dossiers (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL UNIQUE REFERENCES app.cases (id),
  agency_id uuid NOT NULL REFERENCES app.agencies (id),
  state text NOT NULL CHECK (state IN ('handed-over', 'returned', 'sealed')),
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  arrangement text NOT NULL CHECK (arrangement IN ('time', 'conclusion-first')),
  retention text NOT NULL CHECK (retention IN ('永久', '30年', '10年')),
  retention_reason text CHECK (length(retention_reason) BETWEEN 1 AND 500),
  item_retentions jsonb NOT NULL DEFAULT '[]',
  notes text NOT NULL DEFAULT '' CHECK (length(notes) <= 2000),
  due_on date NOT NULL,
  handed_over_by uuid NOT NULL REFERENCES app.people (id),
  handed_over_at timestamptz NOT NULL,
  returned_reason text CHECK (length(returned_reason) BETWEEN 1 AND 500),
  examined_at timestamptz,
  examination jsonb,
  CHECK ((state = 'returned') = (returned_reason IS NOT NULL)),
  CHECK ((examined_at IS NULL) = (examination IS NULL))
);
COMMENT ON TABLE app.dossiers IS '案卷：移交、检查、退回或者封存；封存后不再改动，补充另成归档包';
COMMENT ON COLUMN app.dossiers.retention_reason IS '与参数算出的保管期限不同时的理由';
COMMENT ON COLUMN app.dossiers.item_retentions IS '个别材料另定的保管期限：[{id, value, reason}]';
COMMENT ON COLUMN app.dossiers.examination IS '移交后逐个重读原件的结果，按摘要：sound、altered、missing 和识别出的格式';
CREATE INDEX dossiers_agency ON app.dossiers (agency_id, state, due_on);

CREATE TABLE app.dossier_steps (
  id uuid PRIMARY KEY,
  dossier_id uuid NOT NULL REFERENCES app.dossiers (id),
  step text NOT NULL CHECK (step IN ('handed-over', 'returned', 'sealed', 'supplemented')),
  by uuid NOT NULL REFERENCES app.people (id),
  at timestamptz NOT NULL,
  remark text NOT NULL DEFAULT ''
);
COMMENT ON TABLE app.dossier_steps IS '案卷移交、退回、封存、补充的经过；只增';
CREATE INDEX dossier_steps_dossier ON app.dossier_steps (dossier_id, at);

CREATE TABLE app.dossier_packages (
  id uuid PRIMARY KEY,
  dossier_id uuid NOT NULL REFERENCES app.dossiers (id),
  agency_id uuid NOT NULL REFERENCES app.agencies (id),
  part int NOT NULL CHECK (part > 0),
  archive_number text NOT NULL,
  inventory text NOT NULL,
  inventory_sha256 text NOT NULL CHECK (inventory_sha256 ~ '^[0-9a-f]{64}$'),
  sealed_by uuid NOT NULL REFERENCES app.people (id),
  sealed_at timestamptz NOT NULL,
  event_seq int NOT NULL CHECK (event_seq > 0),
  UNIQUE (dossier_id, part),
  UNIQUE (agency_id, archive_number)
);
COMMENT ON TABLE app.dossier_packages IS '封存的归档包：第 1 包是案卷本身，以后的是补充；只增';
COMMENT ON COLUMN app.dossier_packages.inventory IS '封存清单的原文（规范 JSON）；其摘要写在事件 dossier-sealed 里，所以按文本存';

CREATE TABLE app.package_builds (
  package_id uuid PRIMARY KEY REFERENCES app.dossier_packages (id),
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'built', 'failed')),
  sentence text,
  checkpoint_size bigint CHECK (checkpoint_size > 0),
  bag_sha256 text CHECK (bag_sha256 ~ '^[0-9a-f]{64}$'),
  built_at timestamptz,
  CHECK ((state = 'built') = (bag_sha256 IS NOT NULL AND built_at IS NOT NULL))
);
COMMENT ON TABLE app.package_builds IS '归档包的装配：由后台任务做，可以中断后接着做';
COMMENT ON COLUMN app.package_builds.checkpoint_size IS '回执所依据的检查点，定下就不换，再装配一次字节相同';
COMMENT ON COLUMN app.package_builds.bag_sha256 IS 'tagmanifest-sha256.txt 的 SHA-256：整个包的摘要，补充包写明它';

CREATE TABLE app.package_files (
  package_id uuid NOT NULL REFERENCES app.dossier_packages (id),
  path text NOT NULL CHECK (length(path) BETWEEN 1 AND 200),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  sm3 text NOT NULL CHECK (sm3 ~ '^[0-9a-f]{64}$'),
  size bigint NOT NULL CHECK (size >= 0),
  blob_sha256 text NOT NULL CHECK (blob_sha256 ~ '^[0-9a-f]{64}$'),
  blob_at bigint NOT NULL CHECK (blob_at >= 0),
  PRIMARY KEY (package_id, path)
);
COMMENT ON TABLE app.package_files IS '归档包里的每个文件在存储区的哪里；原件就是原件，小文件合存一处；只增';

GRANT SELECT, INSERT, UPDATE ON app.dossiers TO zhaofa_app;
GRANT SELECT, INSERT ON app.dossier_steps, app.dossier_packages, app.package_files TO zhaofa_app;
GRANT SELECT, INSERT, UPDATE (state, sentence, checkpoint_size, bag_sha256, built_at) ON app.package_builds TO zhaofa_app;
