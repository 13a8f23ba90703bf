import type { CaseAnswer, EvidenceInput } from '#contract/cases.ts'
import type { Offer } from '#domain/case/offers.ts'
import { type CaseState, type Evidence, findRun } from '#domain/case/state.ts'
import { thingsOf } from '#domain/case/things-of.ts'
import type { Movement } from '#domain/custody/movement.ts'
import type { Thing } from '#domain/custody/thing.ts'
import { actionsOf } from '#domain/procedure/actions-of.ts'
import { actionAt, procedureAt } from './procedure-of.ts'

type Moved = { readonly things: readonly Thing[]; readonly movement: Movement }

/** The things that the act of this offer may move, or of which it drafts what becomes of them; undefined where it does neither. */
export function movedThings(
  { state }: CaseAnswer,
  { run, action, asks }: Pick<Offer, 'run' | 'action' | 'asks'>,
): Moved | undefined {
  const own = findRun(state, run)
  const does = actionAt(state, run, action)?.things?.does ?? draftedMovement(state, run, asks)
  return own && does !== undefined && does !== 'list' ? { things: thingsOf(state, own), movement: does } : undefined
}

/** What a later step does with the portions that are only written down here. */
function draftedMovement(state: CaseState, run: string, asks: readonly string[]) {
  const procedure = procedureAt(state, run)
  const drafted = asks.find((name) => procedure?.facts[name]?.drafted)
  if (!procedure || drafted === undefined) return undefined
  return actionsOf(procedure).find(({ action }) => action.things?.fact === drafted)?.action.things?.does
}

/** Files that come with the form are evidence by the id of their upload. */
export function addedOf({ evidence }: { readonly evidence: readonly EvidenceInput[] }): readonly Evidence[] {
  return evidence.flatMap(({ upload, kind, title, source }) =>
    upload === undefined ? [] : [{ id: upload, kind, title, source }],
  )
}
