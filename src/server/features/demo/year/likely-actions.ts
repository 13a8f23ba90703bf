import type { CaseState, Run } from '#domain/case/state.ts'
import { actionsOf } from '#domain/procedure/actions-of.ts'
import type { Action, AnyProcedure } from '#domain/procedure/definition.ts'
import { opensOf } from '#domain/procedure/opens-of.ts'
import { shortestPaths } from '#domain/procedure/paths.ts'
import { getProcedure, type Procedures } from '#domain/procedure/procedures.ts'
import type { Chance } from './chance.ts'
import type { Plot } from './plot.ts'

type Scene = {
  readonly env: { readonly procedures: Procedures }
  readonly state: CaseState
  readonly plot: Plot
  readonly chance: Chance
}

/** Now and then something is taken into custody although nothing demands it. */
const TAKES_THINGS = 0.04
/** Never of somebody's own accord in an ordinary course: it undoes, corrects or delays. */
const UNUSUAL =
  /^(add-surcharge|ask-for-disposal|back-|call-again|change-|correct|drop|extend-|explain|forward|grant-instalments|issue-form|issue-letter|merge|object|order-on-spot|propose-transfer|record-remedy|recuse|refuse-instalments|resume-|return-to|revise|revoke|split|stop-|take-back|transfer-decided|urge-fine|void|withdraw|write-record)/

/** Names of actions of a run in the order in which somebody would think of them: on towards the goal, then what that step wants first. */
export function likelyActions(scene: Scene, run: Run): readonly string[] {
  const procedure = getProcedure(scene.env.procedures, run.procedure, run.version)
  const onward = roadsFrom(procedure, run, run.parent === undefined ? scene.plot.goal : undefined)
  const entered = run.taken.findLast((taken) => movesOn(procedure, run.stage, taken.action))?.seq ?? run.openedSeq
  const done = new Set(run.taken.filter(({ seq }) => seq > entered).map(({ action }) => action))
  const staying = Object.entries(procedure.stages[run.stage]?.actions ?? {}).filter(
    ([name, action]) => (action.to ?? run.stage) === run.stage && !done.has(name) && isUsual(name, action),
  )
  const names = (part: typeof staying) => part.map(([name]) => name)
  const takes = staying.filter(([, action]) => opensOf(action).some((code) => listsThings(scene.env.procedures, code)))
  const plain = staying.filter((one) => !takes.includes(one) && opensOf(one[1]).every((code) => code === 'delivery'))
  const opening = staying.filter((one) => !takes.includes(one) && !plain.includes(one))
  const sudden = takes.length > 0 && scene.chance.happens(TAKES_THINGS) ? [scene.chance.pick(names(takes))] : []
  return [...sudden, ...onward.slice(0, 1), ...names(plain), ...onward.slice(1), ...names(opening)]
}

function isUsual(name: string, action: Action): boolean {
  const delays = [action.suspends, action.resumes, action.extends].some((clocks) => (clocks ?? []).length > 0)
  return !delays && action.adds !== 'handlers' && !UNUSUAL.test(name)
}

function movesOn({ stages }: AnyProcedure, to: string, name: string): boolean {
  return Object.values(stages).some(({ actions }) => actions[name]?.to === to)
}

function listsThings(procedures: Procedures, code: string): boolean {
  const definition = [...procedures.values()].findLast((procedure) => procedure.code === code)
  return definition !== undefined && actionsOf(definition).some(({ action }) => action.things?.does === 'list')
}

/** The first steps of the shortest way to the goal and of the next shortest without it; without a goal, to the end by the first action. */
function roadsFrom(procedure: AnyProcedure, run: Run, goal: string | undefined): readonly string[] {
  const from = { ...procedure, start: run.stage }
  const first = firstStep(from, goal, run.result, [])
  if (first === undefined) return mainStep(from)
  const other = firstStep(from, goal, run.result, [first])
  return [...new Set([first, ...(other === undefined ? [] : [other])])]
}

function firstStep(
  from: AnyProcedure,
  goal: string | undefined,
  result: string | undefined,
  avoid: readonly string[],
): string | undefined {
  if (goal === undefined) return undefined
  const paths = shortestPaths(from, avoid)
  const path =
    paths.find(({ outcome }) => outcome === goal) ?? paths.find(({ to }) => result === goal && isEnd(from, to))
  return path?.steps[0]?.action
}

const isEnd = ({ stages }: AnyProcedure, to: string): boolean => stages[to]?.ends !== undefined

/** Where no outcome is aimed at: the actions that lead on, in the order in which the procedure names them. */
function mainStep({ stages, start }: AnyProcedure): readonly string[] {
  const actions = Object.entries(stages[start]?.actions ?? {})
  return actions
    .filter(([name, { to }]) => to !== undefined && to !== start && !UNUSUAL.test(name))
    .map(([name]) => name)
}
