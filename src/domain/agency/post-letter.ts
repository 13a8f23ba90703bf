import type { PlainDate } from '../calendar/plain-date.ts'

export const LETTER_KINDS = { responsibility: '责任书', commitment: '承诺书' } as const
export type LetterKind = keyof typeof LETTER_KINDS

export type LetterTerm = { readonly fromOn: PlainDate; readonly untilOn: PlainDate; readonly signedOn: PlainDate }
type Known = {
  readonly today: PlainDate
  /** Whether the person held the post on the day of signing. */
  readonly heldPost: boolean
  /** What the post had to do on that day, where that was registered. */
  readonly duties: string | undefined
  /** Letters of the same kind that the person signed for this post before. */
  readonly earlier: readonly Pick<LetterTerm, 'fromOn' | 'untilOn'>[]
}
type Wrong = { readonly field: 'person' | 'signedOn' | 'untilOn' | 'fromOn'; readonly sentence: string }

/** Every reason why a letter cannot be recorded as signed. */
export function refuseLetter({ fromOn, untilOn, signedOn }: LetterTerm, known: Known): readonly Wrong[] {
  const { today, heldPost, duties, earlier } = known
  const before = earlier.find((letter) => letter.fromOn <= untilOn && fromOn <= letter.untilOn)
  const wrong: readonly (Wrong | false)[] = [
    signedOn > today && { field: 'signedOn', sentence: `签订日期不能晚于今天（${today}）：签了以后再登记` },
    untilOn < fromOn && { field: 'untilOn', sentence: `期限的最后一天不能早于第一天（${fromOn}）` },
    untilOn >= fromOn && signedOn > untilOn && { field: 'signedOn', sentence: `签订的时候期限已经过了（${untilOn}）` },
    !heldPost && { field: 'person', sentence: `签订的那天（${signedOn}）不在这个岗位上` },
    heldPost && duties === undefined && { field: 'person', sentence: '这个岗位那天还没有登记职责，请先登记职责' },
    before !== undefined && {
      field: 'fromOn',
      sentence: `这个岗位已经签过 ${before.fromOn} 至 ${before.untilOn} 的，期限不能重叠`,
    },
  ]
  return wrong.filter((one) => one !== false)
}
