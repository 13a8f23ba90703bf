import type { Refusal } from '../case/refusal.ts'

export const MERGE_STEPS = ['proposed', 'confirmed', 'refused', 'undone'] as const
export type MergeStep = (typeof MERGE_STEPS)[number]
export const MERGE_STATE_TITLES: Readonly<Record<MergeStep, string>> = {
  proposed: '等人确认',
  confirmed: '已合并',
  refused: '没有同意',
  undone: '已撤销合并',
}

/** No national rule says how a register of parties is kept; the accuracy of personal information is 个人信息保护法第八条. */
const BASIS = '《个人信息保护法》第八条'

export type Registered = {
  readonly id: string
  readonly name: string
  readonly kind: string
  /** The party into which it was merged, where that stands. */
  readonly mergedInto: string | null
  /** A proposal that waits, in either direction. */
  readonly isPending: boolean
}

/** Why these two cannot be merged; undefined when they can. The register knows no third: each of them stands for itself. */
export function refuseMerge(duplicate: Registered, kept: Registered): Refusal | undefined {
  if (duplicate.id === kept.id) return refusal('请选择另一个当事人，自己不能并入自己')
  const merged = [duplicate, kept].find(({ mergedInto }) => mergedInto !== null)
  if (merged) return refusal(`“${merged.name}”已经并入另一个当事人，请选用合并后的那一个`)
  const pending = [duplicate, kept].find(({ isPending }) => isPending)
  if (pending) return refusal(`“${pending.name}”已有一件合并在等人确认，先处理那一件`)
  const isMixed = (duplicate.kind === 'person') !== (kept.kind === 'person')
  return isMixed ? refusal('自然人和单位不是同一个当事人，不能合并') : undefined
}

export type MergeDecision = 'confirmed' | 'refused' | 'undone'
export type StandingMerge = { readonly state: MergeStep; readonly proposedBy: string }

/** Two people: who proposed does not confirm; what stands can be undone by anyone who may confirm. */
export function refuseMergeStep(
  { state, proposedBy }: StandingMerge,
  step: MergeDecision,
  actor: string,
): Refusal | undefined {
  if (step === 'undone') return state === 'confirmed' ? undefined : refusal('这件合并没有成立，不用撤销')
  if (state !== 'proposed') return refusal(`这件合并${MERGE_STATE_TITLES[state]}，不能再办`)
  return step === 'confirmed' && proposedBy === actor ? refusal('合并由另一人确认，提出的人不能自己确认') : undefined
}

function refusal(sentence: string): Refusal {
  return { gate: 'party-merge', basis: BASIS, sentence }
}
