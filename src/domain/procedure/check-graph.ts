import { actionsOf } from './actions-of.ts'
import type { AnyProcedure } from './definition.ts'

/** Stages that are never reached or never left, and ends without an outcome. */
export function graphProblems(definition: AnyProcedure): readonly string[] {
  const { stages, start } = definition
  if (!stages[start]) return [`the start ${start} is no stage`]
  const astray = actionsOf(definition).filter(({ action }) => action.to !== undefined && !stages[action.to])
  if (astray.length > 0) return astray.map(({ where, action }) => `${where} leads to ${action.to}, which is no stage`)
  const reached = reachedFrom(definition, [start])
  const names = Object.keys(stages)
  return [
    ...names.filter((name) => !reached.has(name)).map((name) => `stage ${name} is never reached`),
    ...names.filter((name) => reached.has(name) && !reachesEnd(definition, name)).map(deadEnd),
    ...names.filter((name) => stages[name]?.ends && hasActions(definition, name)).map(openEnd),
    ...withoutOutcome(definition).map((name) => `the end ${name} is reached on a way where no action sets the outcome`),
  ]
}

function deadEnd(name: string): string {
  return `no way leads from stage ${name} to an end`
}

function openEnd(name: string): string {
  return `stage ${name} ends and yet offers actions`
}

function hasActions({ stages }: AnyProcedure, name: string): boolean {
  return Object.keys(stages[name]?.actions ?? {}).length > 0
}

function reachesEnd(definition: AnyProcedure, name: string): boolean {
  return [...reachedFrom(definition, [name])].some((stage) => definition.stages[stage]?.ends)
}

function reachedFrom(definition: AnyProcedure, from: readonly string[]): ReadonlySet<string> {
  const reached = new Set(from)
  for (const stage of reached)
    for (const { to } of Object.values(definition.stages[stage]?.actions ?? {})) if (to) reached.add(to)
  return reached
}

/** Ends that read the outcome of an earlier action, where some way has none. */
function withoutOutcome(definition: AnyProcedure): readonly string[] {
  const reached = new Set([definition.start])
  for (const stage of reached) {
    const actions = Object.values(definition.stages[stage]?.actions ?? {})
    for (const { to, outcome } of actions) if (to && outcome === undefined) reached.add(to)
  }
  return [...reached].filter((stage) => definition.stages[stage]?.ends === true)
}
