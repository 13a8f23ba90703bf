import type { CaseAnswer, EvidenceInput } from '#contract/cases.ts'
import type { Offer } from '#domain/case/offers.ts'
import { type Evidence, findRun } from '#domain/case/state.ts'
import { thingsOf } from '#domain/case/things-of.ts'
import type { Movement } from '#domain/custody/movement.ts'
import type { Thing } from '#domain/custody/thing.ts'
import { actionAt } from './procedure-of.ts'

type Moved = { readonly things: readonly Thing[]; readonly movement: Movement }

/** The things that the act of this offer may move, and how; undefined where it moves none. */
export function movedThings({ state }: CaseAnswer, { run, action }: Pick<Offer, 'run' | 'action'>): Moved | undefined {
  const does = actionAt(state, run, action)?.things?.does
  const own = findRun(state, run)
  return own && does !== undefined && does !== 'list' ? { things: thingsOf(state, own), movement: does } : undefined
}

/** Files that come with the form are evidence by the id of their upload. */
export function addedOf({ evidence }: { readonly evidence: readonly EvidenceInput[] }): readonly Evidence[] {
  return evidence.flatMap(({ upload, kind, title, source }) =>
    upload === undefined ? [] : [{ id: upload, kind, title, source }],
  )
}
