import type { PartyInput } from '#contract/parties.ts'
import type { Known } from './known-facts.ts'

export type PartyKind = PartyInput['kind']

/** One act that a story wants. While it is open, the run does not go on from a stage that offers it. */
export type Beat = {
  /** The procedure, which may be one inside the case. */
  readonly in: string
  readonly act: string
  /** Not sooner than so many days after the last act of the run. */
  readonly after?: number
  /** Not sooner than this has been done, in another procedure of the case. */
  readonly once?: Omit<Beat, 'after' | 'once'>
}

/** What a case goes through beside the road of its procedure. Most go through nothing. */
export type Story = {
  readonly name: string
  /** Of so many cases of the procedure as the stories weigh together. */
  readonly weight: number
  /** What the case comes to, where that is not what the procedure usually does. */
  readonly goal?: string
  /** What procedures inside the case come to, by their code. */
  readonly ends?: Readonly<Record<string, string>>
  readonly beats?: readonly Beat[]
  /** What nobody does of their own accord here, as `procedure/action`. */
  readonly bars?: readonly string[]
  /** What is written into forms, by the name of the fact. */
  readonly says?: Readonly<Record<string, Known>>
  /** To whom it happens, where not to everybody; and about what. */
  readonly party?: PartyKind
  readonly causes?: RegExp
  /** Takes months, so that it comes up early in the year or not to its end. */
  readonly isLong?: true
  readonly isBrisk?: true
  /** A second act, which goes apart. */
  readonly hasSecondAct?: true
  /** Goes over into another case of the same party. */
  readonly joins?: true
}

export const PLAIN: Story = { name: 'plain', weight: 1 }
