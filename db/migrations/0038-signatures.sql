-- Signatures given on a screen: the strokes stand here, what they bind stands in the events of the case.
CREATE TABLE app.signatures (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES app.cases (id),
  document_id uuid NOT NULL REFERENCES app.documents (id),
  agency_id uuid NOT NULL REFERENCES app.agencies (id),
  strokes text NOT NULL CHECK (length(strokes) <= 200000),
  strokes_sha256 text NOT NULL CHECK (strokes_sha256 ~ '^[0-9a-f]{64}$'),
  signed_at timestamptz NOT NULL
);
COMMENT ON TABLE app.signatures IS '屏幕签名的笔迹：SVG 路径和每个点的时间，编号同案件事件里的签名；只增，属个人信息，随文书的权限';
COMMENT ON COLUMN app.signatures.strokes IS '规范 JSON 原文，逐字节的 SHA-256 就是事件里记下的笔迹摘要';
CREATE INDEX signatures_document ON app.signatures (document_id);

-- The paper with its signatures drawn in: made from the sealed file, which stays as it is.
CREATE TABLE app.signed_papers (
  id uuid PRIMARY KEY,
  document_id uuid NOT NULL REFERENCES app.documents (id),
  parent_sha256 text NOT NULL CHECK (parent_sha256 ~ '^[0-9a-f]{64}$'),
  recipe jsonb NOT NULL,
  recipe_sha256 text NOT NULL CHECK (recipe_sha256 ~ '^[0-9a-f]{64}$'),
  sha256 text NOT NULL REFERENCES app.blobs (sha256),
  pages int NOT NULL CHECK (pages > 0),
  size int NOT NULL CHECK (size > 0),
  made_at timestamptz NOT NULL,
  CHECK (sha256 <> parent_sha256),
  UNIQUE (document_id, recipe_sha256)
);
COMMENT ON TABLE app.signed_papers IS '签名件：由文书原件和全部签名按配方生成的副本，记原件摘要；原件不改；只增';

GRANT SELECT, INSERT ON app.signatures, app.signed_papers TO zhaofa_app;
