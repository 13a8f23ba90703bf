-- The narrow paper of a portable printer: what is printed on it is drawn from the data of the sealed file and is kept nowhere.
ALTER TABLE app.print_jobs
  ADD COLUMN paper text NOT NULL DEFAULT 'A4' CHECK (paper IN ('A4', '80mm', '57mm')),
  ADD CHECK (paper = 'A4' OR sides = 'one');
COMMENT ON COLUMN app.print_jobs.paper IS '纸张：A4，或者便携打印机的 80 毫米、57 毫米窄幅纸';

ALTER TABLE app.prints
  ADD COLUMN strip_sha256 text CHECK (strip_sha256 ~ '^[0-9a-f]{64}$'),
  ADD COLUMN original_sha256 text CHECK (original_sha256 ~ '^[0-9a-f]{64}$'),
  ADD CHECK ((strip_sha256 IS NULL) = (original_sha256 IS NULL)),
  ADD CHECK (strip_sha256 IS NULL OR pages = 1),
  -- The first A4 after a strip needs no reason, and the other way round: the party has the one, the dossier the other.
  DROP CONSTRAINT prints_check,
  ADD CHECK (round > 1 OR reason IS NULL);
COMMENT ON COLUMN app.prints.strip_sha256 IS '窄幅打印件的摘要；打开时按同样的数据再生成，摘要一致才给';
COMMENT ON COLUMN app.prints.original_sha256 IS '窄幅打印件所依据的文书原件的摘要';
COMMENT ON COLUMN app.prints.sha256 IS '打印的文件的摘要：文书文件，或者当时最新的签名件；窄幅打印的，记当时用 A4 会打印的文件';
COMMENT ON COLUMN app.prints.round IS '这份文书的第几次打印；同一种纸（A4、窄幅）第一次以后的都是补印，写明理由';
