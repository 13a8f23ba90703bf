import { getProcedure, type Procedures } from '../procedure/procedures.ts'
import { type CaseState, rootRun } from './state.ts'

export type StageMark = { readonly stage: string; readonly title: string; readonly state: 'done' | 'current' | 'ahead' }

/** The stage bar: stages that were passed, where the case stands, and the main road ahead of it. */
export function stageMarks(procedures: Procedures, state: CaseState): readonly StageMark[] {
  const root = rootRun(state)
  const { stages, start } = getProcedure(procedures, root.procedure, root.version)
  const passed = [start]
  for (const taken of root.taken) {
    const at = passed.at(-1) ?? start
    const to = stages[at]?.actions[taken.action]?.to
    if (to && to !== at) passed.push(to)
  }
  const been = [...new Set(passed)].filter((stage) => stage !== root.stage)
  const mark = (stage: string, mode: StageMark['state']) => ({
    stage,
    title: stages[stage]?.title ?? stage,
    state: mode,
  })
  const ahead = state.endedOn ? [] : mainRoad(stages, root.stage).filter((stage) => !been.includes(stage))
  return [
    ...been.map((stage) => mark(stage, 'done')),
    mark(root.stage, 'current'),
    ...ahead.map((stage) => mark(stage, 'ahead')),
  ]
}

type Stages = ReturnType<typeof getProcedure>['stages']

/** From here on by the first action of each stage that leads on. */
function mainRoad(stages: Stages, from: string): readonly string[] {
  const road: string[] = []
  let at: string | undefined = from
  while (at) {
    const next: string | undefined = Object.values(stages[at]?.actions ?? {}).find((action) => action.to)?.to
    if (!next || next === from || road.includes(next)) break
    road.push(next)
    at = next
  }
  return road
}
