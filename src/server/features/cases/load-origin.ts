import type { OriginInput } from '#contract/cases.ts'
import { type CaseState, type Origin, rootRun } from '#domain/case/state.ts'
import type { Tx } from '#server/db/database.ts'
import { groundToRead } from '#server/features/access/index.ts'
import { isRefused, notFound, RefusedError } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'

/** The case from which another one is to come, where the caller may read it; it is not written to, so it may be sealed. */
export async function loadOrigin(
  tx: Tx,
  ctx: RequestContext,
  input: OriginInput | undefined,
): Promise<{ readonly origin?: Origin; readonly from: CaseState | null }> {
  if (!input) return { from: null }
  const reading = await groundToRead(ctx, input.id, tx)
  if (isRefused(reading)) throw new RefusedError(reading)
  const { rows } = await tx.query<{ state: CaseState }>({
    name: 'case-origin',
    text: 'SELECT state FROM app.cases WHERE id = $1 AND agency_id = $2',
    values: [input.id, ctx.actor.agencyId],
  })
  const [row] = rows
  if (!row) throw new RefusedError(notFound('来源案件'))
  const { state: from } = row
  const title = from.number ? `${from.name}（${from.number}）` : from.name
  const kind = rootRun(from).procedure === 'clue' ? 'clue' : 'case'
  return { origin: { kind, id: from.id, title }, from }
}
