import { useRef, useState } from 'react'
import type { ActionInput, CaseAnswer, DraftAnswer, EvidenceInput, OtherCaseInput } from '#contract/cases.ts'
import type { Offer } from '#domain/case/offers.ts'
import { getRun } from '#domain/case/state.ts'
import { announce } from '../announce.ts'
import { performAction } from './case-calls.ts'
import { errorsOf } from './errors-of.ts'
import {
  fieldsOf,
  inputOfTyped,
  pointersFilled,
  type Section,
  type Typed,
  type TypedValues,
  typedOfKnown,
} from './form-model.ts'
import { type MappedErrors, NO_ERRORS } from './map-errors.ts'
import { type Choice, type Difference, differencesOf, mergeDraft } from './merge-draft.ts'
import { type AttachedFile, type DraftValues, draftValuesOf, uniteEvidence } from './read-draft-values.ts'
import { scenePointer, scenesOfTyped } from './scene-words.ts'
import { useCommand } from './use-command.ts'
import { useDraft } from './use-draft.ts'

export type ActionFormOf = {
  readonly answer: CaseAnswer
  readonly offer: Offer
  readonly sections: readonly Section[]
  readonly draft: DraftAnswer
  readonly onDone: () => void
  /** What was typed into another form that asks for the same; it is newer than the draft. */
  readonly seed?: TypedValues | undefined
  /** Something was typed here, and would be missed. */
  readonly onTyped?: (() => void) | undefined
}

/** What goes with a form beside its fields. */
type Added = Omit<DraftValues, 'values'>

/** One action being filled in: its values, its draft on the server, its errors, and the way to submit it. */
export function useActionForm({ answer, offer, sections, draft, onDone, seed, onTyped }: ActionFormOf) {
  const [first] = useState(() => firstValues(answer, offer, sections, draft, seed))
  const [filledBefore] = useState(() => pointersFilled(knownOf(answer, offer, sections)))
  const base = useRef<TypedValues>(first.values)
  const [shown, setShown] = useState(first)
  // A calendar or an upload may answer with the handler of an older render: what was typed since must not be lost.
  const now = useRef(first)
  const [errors, setErrors] = useState<MappedErrors>(NO_ERRORS)
  const { saver, state } = useDraft(answer.state.id, offer.action, draft)
  const command = useCommand(answer)
  const inputOf = (typed: TypedValues, added: Added): ActionInput => ({
    run: offer.run,
    facts: inputOfTyped(sections, typed, filledBefore),
    evidence: [...added.evidence],
    scenes: scenesOfTyped(offer.records, typed),
    ...(added.other && { other: added.other }),
    ...(added.attachments.length > 0 && { attachments: added.attachments.map(({ id }) => id) }),
  })
  const show = (next: typeof first) => {
    now.current = next
    setShown(next)
  }
  const change = (part: Partial<typeof first>) => {
    show({ ...now.current, ...part })
    saver.typed(inputOf(now.current.values, now.current))
    onTyped?.()
  }
  const { values, evidence, other, attachments } = shown
  const conflict = state.is === 'conflict' ? conflictOf(base.current, values, state.stale.values) : undefined

  return {
    values,
    evidence,
    other,
    attachments,
    errors,
    saveState: state,
    isBusy: command.isBusy,
    input: inputOf(values, shown),
    conflict,
    set: (pointer: string, value: Typed) => change({ values: { ...now.current.values, [pointer]: value } }),
    setEvidence: (added: readonly EvidenceInput[]) => change({ evidence: added }),
    addEvidence: (item: EvidenceInput) => change({ evidence: [...now.current.evidence, item] }),
    setOther: (picked: OtherCaseInput | undefined) => change({ other: picked }),
    setAttachments: (files: readonly AttachedFile[]) => change({ attachments: files }),
    saveNow: () => saver.flush(),
    settle(choices: Readonly<Record<string, Choice>>) {
      if (state.is !== 'conflict' || !conflict) return
      const merged = mergeDraft(values, conflict.differences, choices)
      const united = uniteEvidence(evidence, conflict.evidence)
      base.current = merged
      const next = { ...now.current, values: merged, evidence: united }
      show(next)
      void saver.resolve(inputOf(merged, next), state.stale.version)
    },
    async submit() {
      const input = inputOf(now.current.values, now.current)
      setErrors(NO_ERRORS)
      try {
        await saver.flush()
        if (saver.isHeld()) return
        await command.run(
          (options) => performAction(answer.state.id, offer.action, input, options),
          [offer.action, input],
        )
      } catch (error) {
        setErrors(errorsOf(error, pointersOf(sections, offer)))
        return
      }
      saver.drop()
      announce(offer.approval.length > 0 ? `已报批：${offer.title}` : `已办：${offer.title}`)
      onDone()
    },
  }
}

export type ActionForm = ReturnType<typeof useActionForm>

/** What the case knows already of what is asked. */
function knownOf({ state }: CaseAnswer, offer: Offer, sections: readonly Section[]): TypedValues {
  return typedOfKnown(sections, getRun(state, offer.run).facts)
}

function firstValues(
  answer: CaseAnswer,
  offer: Offer,
  sections: readonly Section[],
  draft: DraftAnswer,
  seed: TypedValues = {},
) {
  const known = knownOf(answer, offer, sections)
  const saved = draftValuesOf(draft.input)
  return { ...saved, values: { ...known, ...saved.values, ...seed } }
}

function conflictOf(base: TypedValues, mine: TypedValues, saved: unknown) {
  const theirs = draftValuesOf(saved)
  const differences: readonly Difference[] = differencesOf(base, mine, theirs.values)
  return { differences, evidence: theirs.evidence }
}

function pointersOf(sections: readonly Section[], { records }: Offer): readonly string[] {
  const scenes = records.map(({ code }) => scenePointer(code))
  return ['evidence', 'other', 'attachments', ...scenes, ...fieldsOf(sections).map(({ pointer }) => pointer)]
}
