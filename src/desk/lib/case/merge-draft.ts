import { isBlank, type Typed, type TypedValues } from './form-model.ts'

export type Choice = 'mine' | 'theirs'
export type Difference = {
  readonly pointer: string
  readonly mine: Typed | undefined
  readonly theirs: Typed | undefined
  /** Taken already when only one of the two has changed it since both began. */
  readonly suggested?: Choice
}

/** Every field in which two people's drafts differ, seen from what both started with. */
export function differencesOf(base: TypedValues, mine: TypedValues, theirs: TypedValues): readonly Difference[] {
  const pointers = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])]
  return pointers.flatMap((pointer) => {
    const [own, other, before] = [mine[pointer], theirs[pointer], base[pointer]]
    if (isSame(own, other)) return []
    const suggested = suggestionOf(isSame(own, before), isSame(other, before))
    return [{ pointer, mine: own, theirs: other, ...(suggested ? { suggested } : {}) }]
  })
}

function suggestionOf(isMineUntouched: boolean, isTheirsUntouched: boolean): Choice | undefined {
  if (isMineUntouched) return 'theirs'
  return isTheirsUntouched ? 'mine' : undefined
}

/** My draft with each differing field as chosen; throws when a difference is left open, since nothing may be lost silently. */
export function mergeDraft(
  mine: TypedValues,
  differences: readonly Difference[],
  choices: Readonly<Record<string, Choice>>,
): TypedValues {
  const merged = new Map(Object.entries(mine))
  for (const difference of differences) {
    if (choiceOf(difference, choices) === 'mine') continue
    if (difference.theirs === undefined) merged.delete(difference.pointer)
    else merged.set(difference.pointer, difference.theirs)
  }
  return Object.fromEntries(merged)
}

function choiceOf({ pointer, suggested }: Difference, choices: Readonly<Record<string, Choice>>): Choice {
  const choice = choices[pointer] ?? suggested
  if (choice === undefined) throw new Error(`no choice for ${pointer}`)
  return choice
}

/** Blank and absent are the same to the one who fills in a form. */
export function isSame(a: Typed | undefined, b: Typed | undefined): boolean {
  if (a === undefined || isBlank(a)) return b === undefined || isBlank(b)
  return JSON.stringify(a) === JSON.stringify(b)
}
