import type { Environment } from './environment.ts'
import type { CaseEventBody } from './event.ts'
import { evolve } from './evolve.ts'
import type { CaseState } from './state.ts'

/** Events in the making: each is folded at once, so the next rule sees what the one before has done. */
export type Story = {
  readonly env: Environment
  readonly by: string | null
  readonly state: CaseState
  readonly events: readonly CaseEventBody[]
  /** What follows in another case, or in a new one. */
  readonly beside?: readonly Beside[]
}

/** Another case that the same decision moves; `before` is missing for one that begins. */
export type Beside = { readonly before: CaseState | undefined; readonly events: readonly CaseEventBody[] }

export function storyOf(env: Environment, state: CaseState, by: string | null): Story {
  return { env, by, state, events: [] }
}

export function tell(story: Story, ...bodies: readonly CaseEventBody[]): Story {
  const { env, by } = story
  let state = story.state
  for (const body of bodies) state = evolve(state, { ...body, seq: state.seq + 1, at: env.now, on: env.today, by })
  return { ...story, state, events: [...story.events, ...bodies] }
}

/** Runs steps one after the other, each on what the one before has told. */
export function through(story: Story, ...steps: readonly ((story: Story) => Story)[]): Story {
  return steps.reduce((so, step) => step(so), story)
}
