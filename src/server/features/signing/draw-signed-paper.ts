import { createHash } from 'node:crypto'
import type { CaseState } from '#domain/case/state.ts'
import type { KindSigners } from '#domain/document/kinds/kind-signers.ts'
import { canonicalJson } from '#domain/record-log/canonical-json.ts'
import type { Refused, Signed } from '#domain/signing/signature.ts'
import { markOf, placeSignatures, type SignedSheet } from '#domain/signing/signed-sheet.ts'
import { signersOf, signingStateOf } from '#domain/signing/signers-of.ts'
import { recipeIn } from '#domain/signing/signing-recipe.ts'
import type { Stroke } from '#domain/signing/strokes.ts'
import { insertBlob } from '#server/blobs/blob-rows.ts'
import { storeBytes } from '#server/blobs/store-bytes.ts'
import type { Context } from '#server/context.ts'
import { newId } from '#server/ids.ts'
import { bytesOf } from './read-pages.ts'
import { linesOf } from './signed-lines.ts'
import { findPaper, type Paper, type PaperFile, strokesOf } from './signed-papers-store.ts'

type Whole = Paper & { readonly state: CaseState; readonly file: PaperFile; readonly wants: KindSigners }
type Strokes = ReadonlyMap<string, readonly Stroke[]>

/** Draws a paper with all its signatures as a copy of its own; the sealed file is only read. May be run again. */
export async function drawSignedPaper(ctx: Context, document: string): Promise<'kept' | 'known' | 'unsigned'> {
  const whole = await findWhole(ctx, document)
  const signing = whole && signingStateOf(whole.state, document)
  const recipe = whole && recipeIn(whole.state, document)
  if (!whole || !signing || !recipe) return 'unsigned'
  const strokes = await strokesOf(ctx.db, document)
  const parent = await bytesOf(ctx.blobs, whole.file.sha256)
  const slots = await ctx.typesetter.findSlots(whole.data, parent)
  const sheet = sheetOf(whole, signing, strokes, slots)
  const { pdf, pageCount } = await ctx.typesetter.drawSigned(parent, sheet)
  const stored = await storeBytes(ctx.blobs, newId(), pdf)
  const at = ctx.clock.now().toISOString()
  const recipeText = canonicalJson(JSON.parse(JSON.stringify(recipe)))
  const recipeSha256 = createHash('sha256').update(recipeText).digest('hex')
  return ctx.db.transaction(async (tx) => {
    await tx.query(insertBlob({ ...stored, size: pdf.length, mediaType: 'application/pdf', at }))
    const { rowCount } = await tx.query({
      name: 'keep-signed-paper',
      text: `INSERT INTO app.signed_papers (id, document_id, parent_sha256, recipe, recipe_sha256, sha256, pages, size, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (document_id, recipe_sha256) DO NOTHING`,
      values: [
        newId(),
        document,
        whole.file.sha256,
        recipeText,
        recipeSha256,
        stored.sha256,
        pageCount,
        pdf.length,
        at,
      ],
    })
    return rowCount === 1 ? 'kept' : 'known'
  })
}

type Signing = { readonly signed: readonly Signed[]; readonly refused: readonly Refused[] }

function sheetOf(
  { state, data, file, wants }: Whole,
  { signed, refused }: Signing,
  strokes: Strokes,
  slots: Parameters<typeof placeSignatures>[0],
): SignedSheet {
  const drawn = (id: string) => strokes.get(id)
  const { title, number, issuedOn } = data.document
  return {
    ...{ title, issuedOn, agency: data.agency.name, caseName: state.name, pages: file.pages, parent: file.sha256 },
    ...(number && { number }),
    placed: placeSignatures(slots, signed, (item) => markOf(item, drawn)),
    ...linesOf(wants, { signed, refused }, drawn),
  }
}

async function findWhole({ db }: Context, document: string): Promise<Whole | undefined> {
  const { rows } = await db.query<{ caseId: string; agencyId: string; state: CaseState }>({
    name: 'case-of-signed-paper',
    text: `SELECT c.id AS "caseId", c.agency_id AS "agencyId", c.state FROM app.documents d
      JOIN app.cases c ON c.id = d.case_id WHERE d.id = $1`,
    values: [document],
  })
  const [row] = rows
  const paper = row && (await findPaper(db, { ...row, document }))
  const wants = paper && signersOf(paper.code)
  if (!row || !paper?.file || !wants) return undefined
  return { ...paper, file: paper.file, state: row.state, wants }
}
