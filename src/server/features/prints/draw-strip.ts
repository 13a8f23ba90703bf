import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import type { CaseState } from '#domain/case/state.ts'
import type { DocumentData } from '#domain/document/merge-data.ts'
import type { StripWidth } from '#domain/print/strip-sheet.ts'
import { signedLinesBy } from '#server/features/signing/index.ts'
import type { RequestContext } from '#server/http/request-context.ts'

export type Strip = { readonly pdf: Uint8Array; readonly sha256: string; readonly original: string }
type Wanted = {
  readonly document: string
  readonly width: StripWidth
  /** Signatures given on a screen until then stand on it. */
  readonly at: string
}
type Sealed = { readonly data: DocumentData; readonly sha256: string; readonly state: CaseState }

/**
 * The strip of a sealed paper, drawn from the data of its file; the same paper gives the same strip, so nothing of it is kept.
 * Nothing where today's templates draw the paper otherwise than it was sealed.
 */
export async function drawStrip(ctx: RequestContext, { document, width, at }: Wanted): Promise<Strip | undefined> {
  const sealed = await findSealed(ctx, document)
  if (!sealed) return undefined
  const { data, sha256: original, state } = sealed
  const lines = await signedLinesBy(ctx.db, { state, document, by: at })
  const parent = await buffer(ctx.blobs.openRange(original))
  const pdf = await ctx.typesetter.typesetStrip(data, parent, { width, sha256: original, ...lines })
  return pdf && { pdf, sha256: createHash('sha256').update(pdf).digest('hex'), original }
}

async function findSealed({ db, actor }: RequestContext, document: string): Promise<Sealed | undefined> {
  const { rows } = await db.query<Sealed>({
    name: 'paper-of-strip',
    text: `SELECT d.data, f.sha256, c.state FROM app.documents d JOIN app.document_files f ON f.document_id = d.id
      JOIN app.cases c ON c.id = d.case_id WHERE d.id = $1 AND d.agency_id = $2`,
    values: [document, actor.agencyId],
  })
  return rows[0]
}
