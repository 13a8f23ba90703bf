import { roleTitle } from '../access/acting.ts'
import { documentTitleOf } from '../document/document-title.ts'
import type { Environment, Person } from './environment.ts'
import { type CaseState, getRun } from './state.ts'
import { approverOf, refuseVoidAnswer, refuseVoider, voidingOf } from './void-paper.ts'

export type VoidOffer = {
  /** Why it cannot be void; null where it can. */
  readonly refusal: string | null
  /** The step that can be taken again afterwards. */
  readonly act: string
  /** Papers of the same act, which are void with it. */
  readonly together: readonly string[]
  /** Whose agreement it needs; null where it needs none. */
  readonly approver: string | null
  readonly asked: { readonly reason: string; readonly by: string | null; readonly on: string } | null
  readonly mayAnswer: boolean
}

/** What a handler, or whoever is asked, is shown beside a paper; undefined for others, where nothing was asked. */
export function voidOfferOf(
  env: Environment,
  state: CaseState,
  paper: CaseState['documents'][number],
  viewer: Person,
): VoidOffer | undefined {
  const { voidAsked } = paper
  if (paper.voided || state.sealed) return undefined
  const mayAsk = refuseVoider(state, { run: getRun(state, paper.run) }, viewer) === undefined
  if (!mayAsk && !voidAsked) return undefined
  const found = voidingOf(env, state, paper.id)
  const asked = voidAsked ? { reason: voidAsked.reason, by: voidAsked.by, on: voidAsked.on } : null
  const mayAnswer = voidAsked !== undefined && refuseVoidAnswer(state, paper, viewer) === undefined
  if ('sentence' in found) return { refusal: found.sentence, act: '', together: [], approver: null, asked, mayAnswer }
  const { action } = found.placed
  const others = found.papers.filter(({ id }) => id !== paper.id)
  const role = approverOf(action)
  return {
    refusal: null,
    act: action.title,
    together: others.map(({ code, issuedOn }) => documentTitleOf(code, issuedOn)),
    approver: role ? roleTitle(role) : null,
    asked,
    mayAnswer,
  }
}
