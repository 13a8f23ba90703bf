import type { ActionInput, EvidenceInput, OtherCaseInput } from '#contract/cases.ts'
import { type TypedValues, typedOfInput } from './form-model.ts'
import { typedOfScenes } from './scene-words.ts'

/** A finished upload that goes with a proposal or an opinion; of a draft only its number is known. */
export type AttachedFile = { readonly id: string; readonly fileName: string }
export type DraftValues = {
  readonly values: TypedValues
  readonly evidence: readonly EvidenceInput[]
  readonly other: OtherCaseInput | undefined
  readonly attachments: readonly AttachedFile[]
}

/** What the other editor saved, as a 412 carries it: the input itself, or the whole draft around it. */
export function draftValuesOf(saved: unknown): DraftValues {
  const input = isRecord(saved) && isRecord(saved.input) ? saved.input : saved
  if (!isRecord(input)) return { values: {}, evidence: [], other: undefined, attachments: [] }
  const { facts, evidence, scenes, other, attachments = [] } = input as Partial<ActionInput>
  const typed = typedOfInput({ case: facts?.case ?? {}, party: facts?.party ?? {}, violation: facts?.violation ?? {} })
  return {
    values: { ...typed, ...typedOfScenes(scenes) },
    evidence: evidence ?? [],
    other,
    attachments: attachments.map((id) => ({ id, fileName: '上次已经传完的文件' })),
  }
}

/** Evidence of both, each once: nothing that was added is lost. */
export function uniteEvidence(
  mine: readonly EvidenceInput[],
  theirs: readonly EvidenceInput[],
): readonly EvidenceInput[] {
  const keyOf = ({ upload, kind, title }: EvidenceInput) => upload ?? `${kind}/${title}`
  const known = new Set(mine.map(keyOf))
  return [...mine, ...theirs.filter((item) => !known.has(keyOf(item)))]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
