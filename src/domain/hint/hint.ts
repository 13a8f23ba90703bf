import type { Basis } from '../procedure/definition.ts'

/** What the officer should know before going on: said with its article, and never a refusal; gates refuse. */
export type Hint = {
  readonly code: 'age' | 'limitation' | 'lighter-law' | 'repeated' | 'first-offence' | 'leniency'
  /** `stop`: the law leaves no way on; `care`: something has to be judged; `plain`: it was looked at and nothing stands against it. */
  readonly tone: 'plain' | 'care' | 'stop'
  readonly title: string
  readonly sentence: string
  readonly basis: Basis
  /** Earlier cases, or items of a list, by which it is judged. */
  readonly lines?: readonly HintLine[]
}

export type HintLine = {
  readonly text: string
  readonly caseId?: string
  /** How it is cited in a decision. */
  readonly cite?: string
}
