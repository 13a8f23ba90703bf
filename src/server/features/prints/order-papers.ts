import type { z } from 'zod'
import type { PrintInput } from '#contract/prints.ts'
import { lastPrintOn, type PrintPaper, stripWidthOf } from '#domain/print/print-paper.ts'
import { refusePrint } from '#domain/print/refuse-print.ts'
import type { Queryable } from '#server/db/database.ts'
import { groundToWork } from '#server/features/access/index.ts'
import { notFound, RefusedError, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { findPapers, type StoredPaper } from './prints-queries.ts'

export type Input = z.output<typeof PrintInput>
type Wanted = Input['papers'][number]
export type Order = {
  readonly position: number
  readonly wanted: Wanted
  readonly paper: StoredPaper & { readonly sha256: string }
  /** Of one copy; a strip is one, however long. */
  readonly pages: number
}

/** Throws RefusedError, with every reason why these papers cannot be printed. */
export async function orderPapers(
  ctx: RequestContext,
  db: Queryable,
  { papers, paper: on }: Pick<Input, 'papers' | 'paper'>,
): Promise<readonly Order[]> {
  const ids = papers.map(({ document }) => document)
  // Locked before they are read, so that two who print at once are told of each other, and nothing is voided meanwhile.
  await db.query({
    name: 'lock-papers',
    text: 'SELECT FROM app.documents WHERE id = ANY ($1::uuid[]) AND agency_id = $2 ORDER BY id FOR NO KEY UPDATE',
    values: [ids, ctx.actor.agencyId],
  })
  const stored = await findPapers(db, ctx.actor, ids)
  const found = papers.flatMap((wanted) => {
    const paper = stored.get(wanted.document)
    return paper ? [{ wanted, paper }] : []
  })
  if (found.length < papers.length) throw new RefusedError(notFound('文书'))
  await refuseStrangers(ctx, db, new Set(found.map(({ paper }) => paper.caseId)))
  refuseAt(
    found.flatMap(({ wanted, paper }, index) => {
      const refusal = refusalOf(paper, wanted, on)
      return refusal ? [{ index, ...refusal }] : []
    }),
  )
  return found.flatMap(({ wanted, paper }, index) => orderOf(index + 1, wanted, paper, on) ?? [])
}

type At = { readonly index: number; readonly field?: string; readonly sentence: string }

/** Throws RefusedError, each sentence beside its paper; nothing happens where there is none. */
export function refuseAt(refusals: readonly At[]): void {
  if (refusals.length === 0) return
  const errors = refusals.map(({ index, field = 'document', sentence }) => ({
    pointer: `/papers/${index}/${field}`,
    sentence,
  }))
  throw new RefusedError(refused('invalid-input', undefined, { errors }))
}

/** Nothing only where the paper has no file, which was refused before. */
function orderOf(position: number, wanted: Wanted, paper: StoredPaper, on: PrintPaper): Order | undefined {
  const { sha256, pages } = paper
  if (sha256 === null || pages === null) return undefined
  return { position, wanted, paper: { ...paper, sha256 }, pages: stripWidthOf(on) ? 1 : pages }
}

async function refuseStrangers(ctx: RequestContext, db: Queryable, cases: ReadonlySet<string>): Promise<void> {
  for (const caseId of cases) {
    const refusal = await groundToWork(ctx, caseId, db)
    if (refusal) throw new RefusedError(refusal)
  }
}

function refusalOf(paper: StoredPaper, { reason }: Wanted, on: PrintPaper) {
  const { code, title, isVoid, sha256 } = paper
  return refusePrint({ code, title, isVoid, isTypeset: sha256 !== null, last: lastPrintOn(paper, on) }, reason, on)
}
