import type { PlainDate } from '../calendar/plain-date.ts'
import type { PenaltyRange } from '../discretion/penalty-range.ts'
import { formatDate } from '../form/format-fact.ts'
import type { Hint } from './hint.ts'

/** One text of a rule and the day from which it holds; without a day it has held for as long as anybody asks. */
export type LawVersion = {
  readonly from: PlainDate | null
  readonly basis: string
  readonly rangeText: string
  readonly range?: PenaltyRange
}

/** The text that holds on a day: each holds until the next one begins. */
export function versionOn(versions: readonly LawVersion[], day: PlainDate): LawVersion | undefined {
  return versions
    .filter(({ from }) => from === null || from <= day)
    .toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
    .at(-1)
}

export type Comparison = 'lighter' | 'harsher' | 'same' | 'unclear'

/** How the second range compares with the first: by its highest fine, then its lowest; what cannot be put side by side is for people. */
export function compareRanges(before: PenaltyRange | undefined, after: PenaltyRange | undefined): Comparison {
  const [old, now] = [boundsOf(before), boundsOf(after)]
  if (!old || !now || old.form !== now.form || old.kinds !== now.kinds) return 'unclear'
  const difference = now.max - old.max || now.min - old.min
  if (difference === 0) return 'same'
  return difference < 0 ? 'lighter' : 'harsher'
}

type Bounds = { readonly form: string; readonly kinds: string; readonly min: number; readonly max: number }

/** The fine of a range that knows one only; tiers and circumstances are not put side by side by a machine. */
function boundsOf(range: PenaltyRange | undefined): Bounds | undefined {
  const fines = (range?.clauses ?? []).flatMap(({ measure, condition }) =>
    measure.kind === 'fine' && measure.amount ? [{ amount: measure.amount, isPlain: isPlain(condition) }] : [],
  )
  const [only, ...more] = fines
  if (!range || !only || more.length > 0 || !only.isPlain) return undefined
  const { amount } = only
  const interval = amount.form === 'money' ? amount.fen : amount.basisPoints
  if (interval.max === undefined) return undefined
  const form = amount.form === 'money' ? `money ${amount.per ?? ''}` : `multiple of ${amount.of}`
  const kinds = range.clauses
    .map(({ measure, mode }) => `${measure.kind} ${mode}`)
    .toSorted()
    .join()
  return { form, kinds, min: interval.min?.value ?? 0, max: interval.max.value }
}

function isPlain(condition: object): boolean {
  return Object.values(condition).every((value) => value === undefined)
}

type Asked = { readonly cause: string; readonly actOn?: PlainDate; readonly today: PlainDate }

const WORDS: Readonly<Record<Comparison, string>> = {
  lighter: '新规定较轻，适用新规定',
  harsher: '新规定没有较轻，适用行为时的规定',
  same: '两者幅度相同，适用行为时的规定',
  unclear: '两者哪个较轻系统算不出，请比较后写明理由：新规定较轻的，适用新规定，否则适用行为时的规定',
}

/** Old law at the day of the act, the new one when it is lighter (处罚法第三十七条). */
export function lighterLawHint({ cause, actOn, today }: Asked, versions: readonly LawVersion[]): Hint | undefined {
  if (actOn === undefined) return undefined
  const [then, now] = [versionOn(versions, actOn), versionOn(versions, today)]
  if (!then || !now || then === now) return undefined
  const compared = compareRanges(then.range, now.range)
  return {
    code: 'lighter-law',
    tone: compared === 'harsher' || compared === 'same' ? 'plain' : 'care',
    title: '从旧兼从轻',
    sentence: `“${cause}”行为时和现在的规定不同：${WORDS[compared]}`,
    basis: '《行政处罚法》第三十七条',
    lines: [
      { text: `行为时（${formatDate(actOn)}）：${then.basis}，${then.rangeText}` },
      { text: `现在（${now.from === null ? '' : `${formatDate(now.from)}起`}）：${now.basis}，${now.rangeText}` },
    ],
  }
}
