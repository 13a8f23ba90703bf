import type { AnyProcedure } from './definition.ts'

export type Step = { readonly stage: string; readonly action: string }

/** The fewest actions that lead to a stage; to an end that reads its outcome from an action, once for each outcome. */
export type Path = { readonly to: string; readonly outcome: string | undefined; readonly steps: readonly Step[] }

/** For every stage that can be reached, the shortest way to it from the start, without the actions to be avoided. */
export function shortestPaths(definition: AnyProcedure, avoid: readonly string[] = []): readonly Path[] {
  const found = new Map<string, Path>()
  const waiting: Path[] = [{ to: definition.start, outcome: undefined, steps: [] }]
  for (const path of waiting) {
    const key = `${path.to} ${path.outcome ?? ''}`
    if (found.has(key)) continue
    found.set(key, path)
    waiting.push(...stepsFrom(definition, path).filter((next) => !avoid.includes(next.steps.at(-1)?.action ?? '')))
  }
  return [...found.values()].map((path) => ({ ...path, outcome: outcomeAt(definition, path) })).filter(isFirst)
}

function stepsFrom({ stages }: AnyProcedure, { to: stage, outcome, steps }: Path): readonly Path[] {
  return Object.entries(stages[stage]?.actions ?? {}).flatMap(([action, { to, outcome: set = outcome }]) =>
    to === undefined ? [] : [{ to, outcome: set, steps: [...steps, { stage, action }] }],
  )
}

function outcomeAt({ stages }: AnyProcedure, { to, outcome }: Path): string | undefined {
  const ends = stages[to]?.ends
  return ends === true ? outcome : ends
}

/** An open stage counts once, however the run came to it. */
function isFirst(path: Path, index: number, all: readonly Path[]): boolean {
  return all.findIndex((other) => other.to === path.to && other.outcome === path.outcome) === index
}
