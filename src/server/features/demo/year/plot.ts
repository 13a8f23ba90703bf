import type { ThingRow } from '#domain/custody/thing.ts'
import type { Story } from './story.ts'
import type { Subject } from './subjects.ts'

/** What a case of the year is about, and where it is going. */
export type Plot = {
  readonly procedure: string
  readonly story: Story
  /** The outcome at which it aims; it may stop anywhere before the year is over. */
  readonly goal: string | undefined
  /** 案由 where acts are judged, and what is applied for or examined elsewhere. */
  readonly cause: string
  readonly subject: string
  readonly found: string
  /** Of a story with a second act, what that is about. */
  readonly second: Subject | undefined
  readonly place: string
  readonly basis: string
  readonly proposal: string | undefined
  readonly needsReview: boolean
  /** The first sum that is thought of, in 元. */
  readonly amount: string
  readonly things: readonly ThingRow[]
  /** Days between two steps are multiplied by it: most are brisk, some are late. */
  readonly pace: number
}
