-- The bound volume of a dossier: every page in one PDF, numbered as the catalogue numbers them.
CREATE TABLE app.pdf_pages (
  sha256 text PRIMARY KEY REFERENCES app.blobs (sha256),
  pages int CHECK (pages > 0),
  problem text CHECK (length(problem) BETWEEN 1 AND 500),
  CHECK ((pages IS NULL) <> (problem IS NULL))
);
COMMENT ON TABLE app.pdf_pages IS '上传的 PDF 有几页，或者为什么不能装订；按内容记一次，只增';

CREATE TABLE app.package_volumes (
  package_id uuid PRIMARY KEY REFERENCES app.dossier_packages (id),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint NOT NULL CHECK (size > 0),
  front_pages int NOT NULL CHECK (front_pages >= 0),
  numbered_pages int NOT NULL CHECK (numbered_pages > 0)
);
COMMENT ON TABLE app.package_volumes IS '归档包的装订本：封面、目录、编了页号的全部材料、备考表合成的一个 PDF；派生件，只增';

GRANT SELECT, INSERT ON app.pdf_pages, app.package_volumes TO zhaofa_app;
