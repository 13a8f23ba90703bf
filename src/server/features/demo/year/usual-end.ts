import type { AnyProcedure } from '#domain/procedure/definition.ts'

/** The first end to which the actions lead in the order in which the procedure names them, no stage twice. */
export function usualEnd(procedure: AnyProcedure): string | undefined {
  return firstEnd(procedure, procedure.start, { outcome: undefined, been: new Set() })
}

type Seen = { readonly outcome: string | undefined; readonly been: Set<string> }

function firstEnd(procedure: AnyProcedure, stage: string, { outcome, been }: Seen): string | undefined {
  const { ends, actions = {} } = procedure.stages[stage] ?? {}
  if (ends !== undefined) return ends === true ? outcome : ends
  been.add(stage)
  return firstOf(Object.values(actions), ({ to, outcome: next = outcome }) =>
    to === undefined || been.has(to) ? undefined : firstEnd(procedure, to, { outcome: next, been }),
  )
}

function firstOf<T, R>(items: readonly T[], of: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = of(item)
    if (found !== undefined) return found
  }
  return undefined
}
