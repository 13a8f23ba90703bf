/** One step of an invented case: who does what, how many days ago, and who agrees to it. */
export type DemoStep = {
  readonly daysAgo: number
  readonly by: string
  readonly action: string
  readonly case?: Readonly<Record<string, unknown>>
  /** Facts of the only party, and of the only violation. */
  readonly party?: Readonly<Record<string, unknown>>
  readonly violation?: Readonly<Record<string, unknown>>
  readonly evidence?: readonly { readonly kind: string; readonly title: string; readonly source: string }[]
  readonly agree?: readonly string[]
}

export type DemoStory = {
  readonly procedure: string
  readonly name: string
  readonly opener: string
  readonly handlers: readonly string[]
  readonly party: string
  readonly cause?: string
  /** The name of an item of the agency's catalogue from which it begins. */
  readonly item?: string
  readonly daysAgo: number
  readonly facts: Readonly<Record<string, unknown>>
  readonly steps: readonly DemoStep[]
}

/** Stands for the step's own day, the handlers, and times before noon of the step's day; replaced when the step is taken. */
export const DAY = '@day'
export const HANDLERS = '@handlers'
export const BEGAN = '@began'
export const ENDED = '@ended'
