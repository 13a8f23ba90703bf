import { type Retention, retentionOf } from '#domain/archive/retention.ts'
import type { Context } from '#server/context.ts'
import { findCase, standingLaw } from '#server/features/cases/index.ts'
import type { Root } from './open-year-case.ts'

type Dossier = {
  /** Who works on the case at its end. */
  readonly handler: string
  readonly retention: Retention
  /** Papers that no job has typeset yet. */
  readonly papers: readonly string[]
}

/** What the handler needs to know to hand the dossier of a closed case over; nothing where there is nothing in it. */
export async function dossierOf(ctx: Context, { id, office }: Root): Promise<Dossier | undefined> {
  const today = ctx.clock.today()
  const law = await standingLaw(ctx, office.agencyId)
  const loaded = await findCase(ctx.db, { caseId: id, agencyId: office.agencyId, people: [], today })
  const [handler] = loaded?.state.handlers ?? []
  if (!loaded || handler === undefined) throw new Error(`no case ${id}`)
  const { documents, evidence } = loaded.state
  if (documents.length + evidence.length === 0) return undefined
  const { rows } = await ctx.db.query<{ id: string }>({
    name: 'year-untypeset',
    text: `SELECT d.id FROM app.documents d WHERE d.case_id = $1
      AND NOT EXISTS (SELECT FROM app.document_files f WHERE f.document_id = d.id) ORDER BY d.id`,
    values: [id],
  })
  const { value } = retentionOf(loaded.state, law.parameters, today)
  return { handler, retention: value, papers: rows.map((row) => row.id) }
}
