import type { DocumentData } from '#domain/document/merge-data.ts'
import type { SigningRecipe } from '#domain/signing/signing-recipe.ts'
import type { Stroke } from '#domain/signing/strokes.ts'
import type { Queryable } from '#server/db/database.ts'

export type PaperFile = { readonly sha256: string; readonly pages: number; readonly size: number }
export type Paper = { readonly code: string; readonly data: DocumentData; readonly file: PaperFile | null }

/** A paper of a case of the agency with its sealed file; undefined for another agency's. */
export async function findPaper(
  db: Queryable,
  { caseId, document, agencyId }: { caseId: string; document: string; agencyId: string },
): Promise<Paper | undefined> {
  const { rows } = await db.query<Paper>({
    name: 'paper-to-sign',
    text: `SELECT d.code, d.data, CASE WHEN f.document_id IS NULL THEN NULL
        ELSE json_build_object('sha256', f.sha256, 'pages', f.pages, 'size', f.size) END AS file
      FROM app.documents d LEFT JOIN app.document_files f ON f.document_id = d.id
      WHERE d.id = $1 AND d.case_id = $2 AND d.agency_id = $3`,
    values: [document, caseId, agencyId],
  })
  return rows[0]
}

export type Penned = {
  readonly id: string
  readonly caseId: string
  readonly document: string
  readonly agencyId: string
  readonly strokes: readonly Stroke[]
  readonly sha256: string
  readonly at: string
}

/** Keeps the strokes under the id of the event that holds their digest. */
export async function keepStrokes(tx: Queryable, penned: Penned): Promise<void> {
  const { id, caseId, document, agencyId, strokes, sha256, at } = penned
  await tx.query({
    name: 'keep-strokes',
    text: `INSERT INTO app.signatures (id, case_id, document_id, agency_id, strokes, strokes_sha256, signed_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    values: [id, caseId, document, agencyId, JSON.stringify(strokes), sha256, at],
  })
}

/** The strokes of all signatures of a paper, by the id of the signature. */
export async function strokesOf(db: Queryable, document: string): Promise<ReadonlyMap<string, readonly Stroke[]>> {
  const { rows } = await db.query<{ id: string; strokes: string }>({
    name: 'strokes-of-paper',
    text: `SELECT id, strokes FROM app.signatures WHERE document_id = $1`,
    values: [document],
  })
  return new Map(rows.map(({ id, strokes }) => [id, JSON.parse(strokes) as readonly Stroke[]]))
}

export type SignedPaper = PaperFile & { readonly parentSha256: string; readonly recipe: SigningRecipe }

/** The newest signed copy of a paper. */
export async function findSignedPaper(db: Queryable, document: string): Promise<SignedPaper | undefined> {
  const { rows } = await db.query<SignedPaper>({
    name: 'signed-paper',
    text: `SELECT sha256, pages, size, parent_sha256 AS "parentSha256", recipe FROM app.signed_papers
      WHERE document_id = $1 ORDER BY made_at DESC, id DESC LIMIT 1`,
    values: [document],
  })
  return rows[0]
}
