import type { PlainDate } from '../calendar/plain-date.ts'
import type { Counting } from '../case/contested-clocks.ts'
import type { Subject } from './definition.ts'

type Known = Subject & { readonly env: Counting }

/**
 * What the office may do from the day after a term that is not its own. It is told to the handlers while the stage offers the action
 * and nobody has taken it since; it is never a term of theirs.
 */
export type Afterwards = {
  /** The action that is open from then on; its title is said, unless there are other words for it. */
  readonly may: string
  readonly words?: string
  /** Actions that take its place, also inside a procedure that it opens: once one was taken, nothing is said any more. */
  readonly or?: readonly string[]
  /** What begins by itself. */
  readonly begins?: string
  /** How it is said that the term is over, where its title and “期限已满” would not do. */
  readonly over?: string
  /** Whom it still concerns; else everybody whose term it is. */
  readonly onlyIf?: (known: Known, party: string) => boolean
  /** The last day, where disputes about the decision move it; none while one is pending. */
  readonly lastDay?: (known: Known, party: string) => PlainDate | undefined
  /** Not before every term that leads to the same is over. */
  readonly together?: true
}
