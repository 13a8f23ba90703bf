import type { OtherCaseInput } from '#contract/cases.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { Tx } from '#server/db/database.ts'
import { groundToWork } from '#server/features/access/index.ts'
import { notFound, RefusedError, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { type LoadedCase, lockCase } from './load-case.ts'

/** The other case that this input names. */
export function otherIn(input: unknown): OtherCaseInput | undefined {
  return (input as { readonly other?: OtherCaseInput }).other
}

/** In one order for everybody, so that two who merge the same cases wait for each other and do not block each other. */
export async function lockTogether(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query({
    name: 'cases-lock-together',
    text: 'SELECT id FROM app.cases WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE',
    values: [ids],
  })
}

/**
 * The other case as it stands, when it has not moved since it was looked at: nobody overwrites what others have done there. It is
 * found by those who may work on it, and where both have a party in common.
 */
export async function loadOther(
  tx: Tx,
  ctx: RequestContext,
  { id, version }: OtherCaseInput,
  own: CaseState,
): Promise<LoadedCase> {
  const { agencyId, personId } = ctx.actor
  const wanted = { caseId: id, agencyId, people: [personId], today: ctx.clock.today() }
  const loaded = await lockCase(tx, wanted)
  if (!loaded) throw new RefusedError(notFound('要并入的案件'))
  const { parties } = loaded.state
  const isShared = own.parties.some((party) => parties.some((theirs) => theirs.id === party.id))
  const refusal = await groundToWork(ctx, isShared ? own.id : id, tx)
  if (refusal) throw new RefusedError(refusal)
  if (loaded.version === version) return loaded
  const sentence = `“${loaded.state.name}”刚刚有了新的进展，请刷新页面，看过它现在的情况再办`
  throw new RefusedError(refused('stale-version', sentence, { errors: [{ pointer: 'other', sentence }] }))
}

/** Both cases with the people of both. */
export function withOther(loaded: LoadedCase, other: LoadedCase | undefined) {
  return other ? { ...loaded, other: other.state, people: [...loaded.people, ...other.people] } : loaded
}
